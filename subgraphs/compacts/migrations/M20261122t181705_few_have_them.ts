import { Migration } from '@mikro-orm/migrations';

export class Migration20261122181705_few_have_them extends Migration {

  override name = 'Migration20261122181705_few_have_them';

  override up(): void | Promise<void> {
    this.addSql(`drop index "compacts"."issue_copied_from_id_index";`);
    this.addSql(`drop index "compacts"."issue_goes_on_in_id_index";`);
    this.addSql(`drop index "compacts"."issue_organization_index";`);
    this.addSql(`drop index "compacts"."issue_split_from_id_index";`);
    this.addSql(`create index "issue_copied_from_id_index" on "compacts"."issue" ("copied_from_id") where copied_from_id is not null;`);
    this.addSql(`create index "issue_goes_on_in_id_index" on "compacts"."issue" ("goes_on_in_id") where goes_on_in_id is not null;`);
    this.addSql(`create index "issue_organization_index" on "compacts"."issue" ("organization") where organization is not null;`);
    this.addSql(`create index "issue_split_from_id_index" on "compacts"."issue" ("split_from_id") where split_from_id is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "compacts"."issue_organization_index";`);
    this.addSql(`drop index "compacts"."issue_copied_from_id_index";`);
    this.addSql(`drop index "compacts"."issue_split_from_id_index";`);
    this.addSql(`drop index "compacts"."issue_goes_on_in_id_index";`);
    this.addSql(`create index "issue_organization_index" on "compacts"."issue" ("organization");`);
    this.addSql(`create index "issue_copied_from_id_index" on "compacts"."issue" ("copied_from_id");`);
    this.addSql(`create index "issue_split_from_id_index" on "compacts"."issue" ("split_from_id");`);
    this.addSql(`create index "issue_goes_on_in_id_index" on "compacts"."issue" ("goes_on_in_id");`);
  }

}
