import { Migration } from '@mikro-orm/migrations';

export class Migration20261122120010_town_review extends Migration {

  override name = 'Migration20261122120010_town_review';

  override up(): void | Promise<void> {
    this.addSql(`alter table "compacts"."compact" drop constraint "compact_status_check";`);
    this.addSql(`alter table "compacts"."compact" add "town_opinion" text null;`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_status_check" check ("status" in ('DRAFTING', 'COMMENT', 'PARTY_REVIEW', 'TOWN_REVIEW', 'VOTING', 'ADOPTED', 'FILED', 'IN_FORCE', 'ORDERED_TO_CORRECT', 'SUPERSEDED', 'REPEALED', 'EXPIRED', 'WITHDRAWN'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "compacts"."compact" drop constraint "compact_status_check";`);
    this.addSql(`alter table "compacts"."compact" drop column "town_opinion";`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_status_check" check ("status" in ('DRAFTING', 'COMMENT', 'PARTY_REVIEW', 'VOTING', 'ADOPTED', 'FILED', 'IN_FORCE', 'ORDERED_TO_CORRECT', 'SUPERSEDED', 'REPEALED', 'EXPIRED', 'WITHDRAWN'));`);
  }

}
