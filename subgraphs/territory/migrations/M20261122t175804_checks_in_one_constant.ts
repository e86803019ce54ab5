import { Migration } from '@mikro-orm/migrations';

export class Migration20261122175804_checks_in_one_constant extends Migration {

  override name = 'Migration20261122175804_checks_in_one_constant';

  override up(): void | Promise<void> {
    this.addSql(`alter table "territory"."division" drop constraint "division_kind_check";`);
    this.addSql(`alter table "territory"."division" add constraint "division_kind_check" check ("kind" = any ('{PROVINCE,PREFECTURE,DISTRICT,SUBDISTRICT,TOWN,TOWNSHIP,SPECIAL_AREA,RESIDENTS_COMMITTEE,VILLAGERS_COMMITTEE,RESIDENTS_AREA,VILLAGERS_AREA}'::text[]));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "territory"."division" drop constraint "division_kind_check";`);
    this.addSql(`alter table "territory"."division" add constraint "division_kind_check" check ("kind" in ('PROVINCE', 'PREFECTURE', 'DISTRICT', 'SUBDISTRICT', 'TOWN', 'TOWNSHIP', 'SPECIAL_AREA', 'RESIDENTS_COMMITTEE', 'VILLAGERS_COMMITTEE', 'RESIDENTS_AREA', 'VILLAGERS_AREA'));`);
  }

}
