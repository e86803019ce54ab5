import { Migration } from '@mikro-orm/migrations';

export class Migration20261122050934_open_data extends Migration {

  override name = 'Migration20261122050934_open_data';

  override up(): void | Promise<void> {
    this.addSql(`create view "compacts"."published_vote" as select v.id, v.division, v.issue_id as issue, v.purpose, v.proposal, v.text_hash, v.opens_at, v.closes_at, v.published_at,
    v.eligible, v.present, v.agree, v.disagree, v.abstain, v.quorate, v.carried, v.count_hash, e.basis, e.hash as electorate_hash
    from compacts.vote v join compacts.electorate e on e.id = v.electorate_id where v.status = 'PUBLISHED';`);

    this.addSql(`create view "compacts"."published_issue" as select i.id, i.division, i.number, i.title, i.status, i.scope, i.submitted_at, i.stands_since, i.rejection_code, i.rejection,
    (select count(*)::int from compacts.issue_support s where s.issue_id = i.id) as supporters
    from compacts.issue i where i.number is not null and i.status in ('REJECTED', 'APPEALED', 'REFERRED', 'MERGED', 'SPLIT', 'DELIBERATING', 'VOTING', 'ADOPTED', 'NOT_ADOPTED', 'IMPLEMENTING', 'EVALUATING', 'REWORK', 'COMPACTING', 'CONCLUDED');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop view if exists "compacts"."published_issue" cascade;`);
    this.addSql(`drop view if exists "compacts"."published_vote" cascade;`);
  }

}
