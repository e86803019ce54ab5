import { Migration } from '@mikro-orm/migrations';

export class Migration20261122042506_files extends Migration {

  override name = 'Migration20261122042506_files';

  override up(): void | Promise<void> {
    this.addSql(`create table "office"."stored_file" ("id" uuid not null, "name" text not null, "type" text not null, "size" int not null, "sha256" text not null, "account" text not null, "at" timestamptz(3) not null, "kept_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "stored_file_at_index" on "office"."stored_file" ("at");`);

    this.addSql(`alter table "office"."message" add "words" jsonb null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "office"."stored_file" cascade;`);

    this.addSql(`alter table "office"."message" drop column "words";`);
  }

}
