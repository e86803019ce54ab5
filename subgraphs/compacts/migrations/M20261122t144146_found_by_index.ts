import { Migration } from '@mikro-orm/migrations';

export class Migration20261122144146_found_by_index extends Migration {

  override name = 'Migration20261122144146_found_by_index';

  override up(): void | Promise<void> {
    this.addSql(`drop index "compacts"."elector_electorate_id_resident_index";`);
    this.addSql(`create index "elector_resident_electorate_id_index" on "compacts"."elector" ("resident", "electorate_id");`);

    this.addSql(`create index "survey_issue_id_created_at_index" on "compacts"."survey" ("issue_id", "created_at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "compacts"."elector_resident_electorate_id_index";`);
    this.addSql(`create index "elector_electorate_id_resident_index" on "compacts"."elector" ("electorate_id", "resident");`);

    this.addSql(`drop index "compacts"."survey_issue_id_created_at_index";`);
  }

}
