import { Migration } from '@mikro-orm/migrations';

export class Migration20261122082731_referrals extends Migration {

  override name = 'Migration20261122082731_referrals';

  override up(): void | Promise<void> {
    this.addSql(`alter table "compacts"."issue" add "organization" uuid null, add "copied_from_id" uuid null;`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_copied_from_id_foreign" foreign key ("copied_from_id") references "compacts"."issue" ("id") on delete set null;`);
    this.addSql(`create index "issue_organization_index" on "compacts"."issue" ("organization");`);
    this.addSql(`create index "issue_copied_from_id_index" on "compacts"."issue" ("copied_from_id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_copied_from_id_foreign";`);

    this.addSql(`drop index "compacts"."issue_organization_index";`);
    this.addSql(`drop index "compacts"."issue_copied_from_id_index";`);
    this.addSql(`alter table "compacts"."issue" drop column "organization", drop column "copied_from_id";`);
  }

}
