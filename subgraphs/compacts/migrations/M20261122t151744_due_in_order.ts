import { Migration } from '@mikro-orm/migrations';

export class Migration20261122151744_due_in_order extends Migration {

  override name = 'Migration20261122151744_due_in_order';

  override up(): void | Promise<void> {
    this.addSql(`drop index "compacts"."issue_due_at_index";`);
    this.addSql(`create index "issue_due_in_order" on "compacts"."issue" ("due_at", "id", "division", "status") where "due_at" is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "compacts"."issue_due_in_order";`);
    this.addSql(`create index "issue_due_at_index" on "compacts"."issue" ("due_at");`);
  }

}
