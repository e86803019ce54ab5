import { Migration } from '@mikro-orm/migrations';

export class Migration20261121214433_exports extends Migration {

  override name = 'Migration20261121214433_exports';

  override up(): void | Promise<void> {
    this.addSql(`create table "office"."export_counter" ("year" int not null, "last" int not null, primary key ("year"));`);

    this.addSql(`create table "office"."export_record" ("id" uuid not null, "version" int not null default 0, "number" text not null, "list" text not null, "title" text not null, "filters" text[] not null, "fields" text[] not null, "rows" int not null, "purpose" text null, "division" text not null, "account" text not null, "by" text not null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "export_record_division_index" on "office"."export_record" ("division");`);
    this.addSql(`create index "export_record_account_at_index" on "office"."export_record" ("account", "at");`);
    this.addSql(`create index "export_record_at_id_index" on "office"."export_record" ("at", "id");`);
    this.addSql(`alter table "office"."export_record" add constraint "export_record_number_unique" unique ("number");`);

    this.addSql(`alter table "office"."export_record" add constraint "export_record_rows_bounded" check (rows >= 0 and rows <= 10000);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "office"."export_counter" cascade;`);
    this.addSql(`drop table if exists "office"."export_record" cascade;`);

  }

}
