import { Migration } from '@mikro-orm/migrations';

export class Migration20261122140223_months extends Migration {

  override name = 'Migration20261122140223_months';

  override up(): void | Promise<void> {
    this.addSql(`create table "compacts"."month_figures" ("month" text not null, "division" text not null, "raised" int not null, "decided" int not null, "due" int not null, "on_time" int not null, "evaluated" int not null, "satisfied" int not null, "kept_at" timestamptz not null, primary key ("month", "division"));`);

    this.addSql(`create index "issue_submitted" on "compacts"."issue" ("division", "submitted_at") where "submitted_at" is not null;`);

    this.addSql(`alter table "compacts"."issue_stay" add "to" text null, add "is_satisfied" boolean null;`);
    this.addSql(`update "compacts"."issue_stay" s set
      "to" = coalesce((select e."to" from "compacts"."event" e where e."stream" = s."issue_id" and e."at" = s."left_at" and e."from" = s."status" and e."to" <> e."from" order by e."version" desc limit 1),
        (select i."status" from "compacts"."issue" i where i."id" = s."issue_id"));`);
    this.addSql(`update "compacts"."issue_stay" s set
      "is_satisfied" = (select (e."data" ->> 'satisfied')::int * 100 >= (e."data" ->> 'answers')::int * 60 and (e."data" ->> 'answers')::int > 0 from "compacts"."event" e
        where e."stream" = s."issue_id" and e."action" = 'RECORD_EVALUATION' and e."at" between s."entered_at" and s."left_at" order by e."version" desc limit 1)
      where s."status" = 'EVALUATING' and s."to" <> 'SUSPENDED';`);
    this.addSql(`alter table "compacts"."issue_stay" alter column "to" set not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "compacts"."month_figures" cascade;`);

    this.addSql(`drop index "compacts"."issue_submitted";`);

    this.addSql(`alter table "compacts"."issue_stay" drop column "to", drop column "is_satisfied";`);
  }

}
