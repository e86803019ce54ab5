import { Migration } from '@mikro-orm/migrations';

export class Migration20261122075745_roll_views extends Migration {

  override name = 'Migration20261122075745_roll_views';

  override up(): void | Promise<void> {
    this.addSql(`create table "compacts"."roll_view" ("id" uuid not null, "electorate_id" uuid not null, "division" text not null, "by" text not null, "account" text null, "role" text not null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "roll_view_electorate_id_at_index" on "compacts"."roll_view" ("electorate_id", "at");`);

    this.addSql(`alter table "compacts"."roll_view" add constraint "roll_view_electorate_id_foreign" foreign key ("electorate_id") references "compacts"."electorate" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "compacts"."roll_view" cascade;`);
  }

}
