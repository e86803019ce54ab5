import { Migration } from '@mikro-orm/migrations';

export class Migration20261122120609_grant_looks extends Migration {

  override name = 'Migration20261122120609_grant_looks';

  override up(): void | Promise<void> {
    this.addSql(`create table "organizations"."grant_look" ("id" uuid not null, "assignment" uuid not null, "division" text not null, "account" uuid not null, "revision" int not null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "grant_look_assignment_at_index" on "organizations"."grant_look" ("assignment", "at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "organizations"."grant_look" cascade;`);
  }

}
