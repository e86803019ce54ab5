import { Migration } from '@mikro-orm/migrations';

export class Migration20261122073414_lift_notices extends Migration {

  override name = 'Migration20261122073414_lift_notices';

  override up(): void | Promise<void> {
    this.addSql(`drop view if exists "compacts"."published_issue" cascade;`);
    this.addSql(`alter table "compacts"."building_project" add "publicised_at" timestamptz null;`);
    this.addSql(
      `update compacts.building_project p set publicised_at = (select max(e."at") from compacts.event e where e.stream = p.id and e.action = 'PUBLICISE');`,
    );

    this.addSql(`create view "compacts"."published_issue" as select i.id, i.division, i.number, i.title, i.status, i.scope, i.submitted_at, i.stands_since, i.rejection_code, i.rejection, i.has_appealed,
    (select count(*)::int from compacts.issue_support s where s.issue_id = i.id) as supporters
    from compacts.issue i where i.number is not null and i.status in ('REJECTED', 'APPEALED', 'REFERRED', 'MERGED', 'SPLIT', 'DELIBERATING', 'VOTING', 'ADOPTED', 'NOT_ADOPTED', 'IMPLEMENTING', 'EVALUATING', 'REWORK', 'COMPACTING', 'CONCLUDED');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop view if exists "compacts"."published_issue" cascade;`);
    this.addSql(`alter table "compacts"."building_project" drop column "publicised_at";`);

    this.addSql(`create view "compacts"."published_issue" as SELECT id,
    division,
    number,
    title,
    status,
    scope,
    submitted_at,
    stands_since,
    rejection_code,
    rejection,
    ( SELECT (count(*))::integer AS count
           FROM compacts.issue_support s
          WHERE (s.issue_id = i.id)) AS supporters
   FROM compacts.issue i
  WHERE ((number IS NOT NULL) AND (status = ANY (ARRAY['REJECTED'::text, 'APPEALED'::text, 'REFERRED'::text, 'MERGED'::text, 'SPLIT'::text, 'DELIBERATING'::text, 'VOTING'::text, 'ADOPTED'::text, 'NOT_ADOPTED'::text, 'IMPLEMENTING'::text, 'EVALUATING'::text, 'REWORK'::text, 'COMPACTING'::text, 'CONCLUDED'::text])));`);
  }

}
