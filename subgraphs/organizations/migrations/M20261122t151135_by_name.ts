import { Migration } from '@mikro-orm/migrations';

export class Migration20261122151135_by_name extends Migration {

  override name = 'Migration20261122151135_by_name';

  override up(): void | Promise<void> {
    // A word that many rows hold is found along the names until the page is full; the pairs of a row are made only where
    // nothing cheaper has ruled it out.
    this.addSql(`alter function organizations.pairs(text) cost 1000;`);
    this.addSql(`create index "service_listing_name_id_index" on "organizations"."service_listing" ("name", "id");`);
    this.addSql(`create index "social_organization_name_id_index" on "organizations"."social_organization" ("name", "id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "organizations"."service_listing_name_id_index";`);
    this.addSql(`drop index "organizations"."social_organization_name_id_index";`);
    this.addSql(`alter function organizations.pairs(text) cost 100;`);
  }

}
