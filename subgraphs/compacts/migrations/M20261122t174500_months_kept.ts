import { Migration } from '@mikro-orm/migrations';

export class Migration20261122174500_months_kept extends Migration {

  override name = 'Migration20261122174500_months_kept';

  override up(): void | Promise<void> {
    this.addSql(`insert into "compacts"."month_figures" ("month", "division", "raised", "decided", "due", "on_time", "evaluated", "satisfied", "kept_at")
      select to_char(m, 'YYYY-MM'), '0', 0, 0, 0, 0, 0, 0, (select min(k."kept_at") from "compacts"."month_figures" k where k."month" >= to_char(m, 'YYYY-MM'))
        from (select min("month") as first, max("month") as last from "compacts"."month_figures") kept,
          generate_series((first || '-01')::timestamp, (last || '-01')::timestamp, interval '1 month') m;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`delete from "compacts"."month_figures" where "division" = '0';`);
  }

}
