import { Migration } from '@mikro-orm/migrations';

export class Migration20261122110805_finding extends Migration {

  override name = 'Migration20261122110805_finding';

  override up(): void | Promise<void> {
    // Pairs of neighbouring characters: what a word of two characters is found by.
    this.addSql(`create function organizations.pairs(words text) returns text[] language sql immutable parallel safe
      return array(select distinct substr(lower(words), i, 2) from generate_series(1, char_length(words) - 1) i);`);
    // Codes of divisions with those of all divisions above them.
    this.addSql(`create function organizations.lineages(codes text[]) returns text[] language sql immutable parallel safe
      return array(select distinct rpad(left(code, length), 12, '0') from unnest(codes) code, unnest(array[2, 4, 6, 9, 12]) length);`);
    this.addSql(`alter table "organizations"."service_listing" add "lineage" text[] generated always as (organizations.lineages(areas)) stored null;`);
    this.addSql(`create index "service_listing_lineage" on "organizations"."service_listing" using gin ("lineage");`);
    this.addSql(`create index "service_listing_areas" on "organizations"."service_listing" using gin ("areas");`);
    this.addSql(`create index "service_listing_pairs" on "organizations"."service_listing" using gin (organizations.pairs(name || ' ' || description));`);

    this.addSql(`create index "social_organization_pairs" on "organizations"."social_organization" using gin (organizations.pairs(name || ' ' || code));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "organizations"."service_listing" drop column "lineage";`);
    this.addSql(`drop index "organizations"."service_listing_areas";`);
    this.addSql(`drop index "organizations"."service_listing_pairs";`);

    this.addSql(`drop index "organizations"."social_organization_pairs";`);
    this.addSql(`drop function organizations.pairs;`);
    this.addSql(`drop function organizations.lineages;`);
  }

}
