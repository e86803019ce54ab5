import { Migration } from '@mikro-orm/migrations';

export class Migration20261121231058_import_columns extends Migration {

  override name = 'Migration20261121231058_import_columns';

  override up(): void | Promise<void> {
    this.addSql(`alter table "residents"."import_run" drop constraint "import_run_status_check";`);
    this.addSql(`alter table "residents"."import_run" add "headings" jsonb not null default '[]', add "matched" jsonb not null default '{}';`);
    this.addSql(`alter table "residents"."import_run" add constraint "import_run_status_check" check ("status" in ('UPLOADING', 'CHECKING', 'MAPPING', 'CHECKED', 'RUNNING', 'DONE', 'UNREADABLE', 'DISCARDED'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "residents"."import_run" drop constraint "import_run_status_check";`);
    this.addSql(`alter table "residents"."import_run" drop column "headings", drop column "matched";`);
    this.addSql(`alter table "residents"."import_run" add constraint "import_run_status_check" check ("status" in ('UPLOADING', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'UNREADABLE', 'DISCARDED'));`);
  }

}
