import { Migration } from '@mikro-orm/migrations';

export class Migration20261121214220_drafts extends Migration {

  override name = 'Migration20261121214220_drafts';

  override up(): void | Promise<void> {
    this.addSql(`create table "office"."draft" ("account" uuid not null, "key" text not null, "value" text not null, "saved_at" timestamptz not null, primary key ("account", "key"));`);
    this.addSql(`create index "draft_saved_at_index" on "office"."draft" ("saved_at");`);
    this.addSql(`alter table "office"."draft" add constraint "draft_short" check (char_length(value) <= 50000);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "office"."draft" cascade;`);
  }

}
