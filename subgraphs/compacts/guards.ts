// Guards in the database: what no resolver, however wrong, may do. Each refuses under the name of a constraint, which has its sentence.
import { Trigger } from '@mikro-orm/decorators/legacy'
import type { AnyMachine } from '../shared/machine.ts'

const refuse = (constraint: string) => `raise exception '${constraint}' using errcode = '23514', constraint = '${constraint}';`

/** A record with a history is never deleted, its version never falls, and nothing leaves a final state. */
export const Kept = (table: string, machine: AnyMachine) => {
  const final = machine.stateNames.filter((s) => machine.states[s]!.final).map((s) => `'${s}'`)
  return Trigger({
    name: `${table}_kept`,
    timing: 'before',
    events: ['update', 'delete'],
    body: `if tg_op = 'DELETE' then ${refuse(`${table}_kept`)} end if;
      if new.version < old.version or (old.status in (${final.join(', ')}) and new.status <> old.status) then ${refuse(`${table}_kept`)} end if;
      return new;`,
  })
}

const VOTE_STEPS = [
  ['DRAFT', 'ARMED'],
  ['DRAFT', 'CANCELLED'],
  ['ARMED', 'OPEN'],
  ['ARMED', 'CANCELLED'],
  ['OPEN', 'CLOSED'],
  ['CLOSED', 'COUNTED'],
  ['COUNTED', 'CERTIFIED'],
  ['CERTIFIED', 'PUBLISHED'],
  ['OPEN', 'CONTESTED'],
  ['CLOSED', 'CONTESTED'],
  ['COUNTED', 'CONTESTED'],
  ['CONTESTED', 'VOIDED'],
]

const differ = (columns: readonly string[]) =>
  `(${columns.map((c) => `new.${c}`).join(', ')}) is distinct from (${columns.map((c) => `old.${c}`).join(', ')})`

const VOTE_TEXT = [
  'proposal',
  'text_hash',
  'purpose',
  'manner',
  'issue_id',
  'meeting_id',
  'compact_id',
  'electorate_id',
  'opens_at',
  'delegation',
  'is_secret',
]
const VOTE_RESULT = ['eligible', 'present', 'agree', 'disagree', 'abstain', 'quorate', 'carried', 'areas', 'count_hash']

/** A vote goes its steps only; its text is fixed once armed, its end moves once and later, its result is written once. */
export const VoteFixed = () =>
  Trigger({
    name: 'vote_fixed',
    timing: 'before',
    events: ['update'],
    body: `if new.status <> old.status and not (old.status = 'CONTESTED' and new.status = old.previous_status)
        and (old.status, new.status) not in (${VOTE_STEPS.map(([from, to]) => `('${from}', '${to}')`).join(', ')}) then ${refuse('vote_fixed')} end if;
      if old.status <> 'DRAFT' and ${differ(VOTE_TEXT)} then ${refuse('vote_fixed')} end if;
      if old.status <> 'DRAFT' and new.closes_at <> old.closes_at
        and not (old.status = 'OPEN' and old.extended_at is null and new.closes_at > old.closes_at) then ${refuse('vote_fixed')} end if;
      if ${differ(VOTE_RESULT)} and not (old.status = 'CLOSED' and new.status = 'COUNTED') then ${refuse('vote_fixed')} end if;
      if (old.count_signed_by is not null and new.count_signed_by is distinct from old.count_signed_by)
        or (old.certified_by is not null and new.certified_by is distinct from old.certified_by) then ${refuse('vote_fixed')} end if;
      return new;`,
  })

const LATE = `v.status <> 'OPEN' or`
/** The elector of the new row is on the roll of the vote `v`, as far as objections have left them there. */
const NOT_ON_ROLL = `not exists (select 1 from compacts.elector e where e.id = new.elector_id and e.electorate_id = v.electorate_id)
        or exists (select 1 from compacts.electorate_objection o where o.elector_id = new.elector_id and o.status = 'UPHELD')`

/** A ballot is of an elector of the frozen roll, in time, and follows the one it replaces. Waits for whoever closes the vote. */
export const BallotInTime = () =>
  Trigger({
    name: 'ballot_in_time',
    timing: 'before',
    events: ['insert'],
    body: `declare v compacts.vote; begin
      select * into v from compacts.vote where id = new.vote_id for share;
      if v.is_secret then ${refuse('ballot_secret')} end if;
      if ${LATE} new.cast_at < v.opens_at or new.cast_at >= date_trunc('second', v.closes_at) + interval '1 second' then ${refuse('ballot_in_time')} end if;
      if ${NOT_ON_ROLL} then ${refuse('ballot_of_elector')} end if;
      if new.replaces_id is not null and not exists (select 1 from compacts.ballot b
        where b.id = new.replaces_id and b.vote_id = new.vote_id and b.elector_id = new.elector_id and b.sequence = new.sequence - 1) then ${refuse('ballot_chain')} end if;
      return new; end;`,
  })

/** That somebody has voted in secret is noted in time, for those on the roll. */
export const VotedInTime = () =>
  Trigger({
    name: 'voted_in_time',
    timing: 'before',
    events: ['insert'],
    body: `declare v compacts.vote; begin
      select * into v from compacts.vote where id = new.vote_id for share;
      if ${LATE} new.at < v.opens_at or new.at >= date_trunc('second', v.closes_at) + interval '1 second' then ${refuse('ballot_in_time')} end if;
      if ${NOT_ON_ROLL} then ${refuse('ballot_of_elector')} end if;
      return new; end;`,
  })

/** Sealed contents come and change while the vote is open, and go when it is counted. */
export const SealsInTime = (table: string) =>
  Trigger({
    name: `${table}_in_time`,
    timing: 'before',
    events: ['insert', 'update', 'delete'],
    body: `declare v compacts.vote; begin
      select * into v from compacts.vote where id = coalesce(new.vote_id, old.vote_id) for share;
      if (tg_op = 'DELETE') <> (v.status <> 'OPEN') then ${refuse('ballot_in_time')} end if;
      return coalesce(new, old); end;`,
  })

/** An electorate has exactly the electors it was frozen with, and those whom an upheld objection added before any vote. */
export const ElectorateFrozen = () =>
  Trigger({
    name: 'electorate_frozen',
    timing: 'after',
    events: ['insert'],
    forEach: 'statement',
    expression: `create or replace function compacts.elector_electorate_frozen_fn() returns trigger as $$ begin
      if exists (select 1 from (select distinct electorate_id from added) a join compacts.electorate e on e.id = a.electorate_id
        where e.size <> (select count(*) from compacts.elector x where x.electorate_id = e.id and x.objection is null)) then ${refuse('electorate_frozen')} end if;
      if exists (select 1 from added a join compacts.vote v on v.electorate_id = a.electorate_id where a.objection is not null and v.status not in ('ARMED', 'CANCELLED')) then ${refuse('electorate_frozen')} end if;
      return null; end; $$ language plpgsql;
create trigger "electorate_frozen" after insert on "compacts"."elector" referencing new table as added for each statement execute function compacts.elector_electorate_frozen_fn()`,
  })

/** Who came is noted while the meeting lasts. */
export const AttendanceOpen = () =>
  Trigger({
    name: 'attendance_open',
    timing: 'before',
    events: ['insert', 'update', 'delete'],
    body: `declare at_stage text; begin
      select status into at_stage from compacts.meeting where id = coalesce(new.meeting_id, old.meeting_id) for share;
      if at_stage not in ('NOTICED', 'OPEN') then ${refuse('attendance_open')} end if;
      return coalesce(new, old); end;`,
  })

/** Published minutes are final. */
export const MinutesFinal = () =>
  Trigger({
    name: 'minutes_final',
    timing: 'before',
    events: ['update'],
    body: `if old.status = 'PUBLISHED' and ${differ(['minutes', 'published_at', 'is_countersigned', 'starts_at', 'place', 'title'])} then ${refuse('minutes_final')} end if;
      return new;`,
  })

export const AgendaFinal = () =>
  Trigger({
    name: 'agenda_final',
    timing: 'before',
    events: ['insert', 'update', 'delete'],
    body: `if exists (select 1 from compacts.meeting m where m.id = coalesce(new.meeting_id, old.meeting_id) and m.status = 'PUBLISHED') then ${refuse('minutes_final')} end if;
      return coalesce(new, old);`,
  })

/** What is commented on, voted on and signed is one text: it changes only while being drafted. */
export const CompactText = () =>
  Trigger({
    name: 'compact_text',
    timing: 'before',
    events: ['update'],
    body: `if old.status <> 'DRAFTING' and ${differ(['text_hash', 'title', 'edition', 'kind', 'issue_id'])} then ${refuse('compact_text')} end if;
      if old.receipt is not null and new.receipt is distinct from old.receipt then ${refuse('compact_text')} end if;
      return new;`,
  })

export const ArticleText = () =>
  Trigger({
    name: 'article_text',
    timing: 'before',
    events: ['insert', 'update', 'delete'],
    body: `if not exists (select 1 from compacts.compact c where c.id = coalesce(new.compact_id, old.compact_id) and c.status = 'DRAFTING') then ${refuse('compact_text')} end if;
      return coalesce(new, old);`,
  })

/** A pledge is signed to the text as it stands, and afterwards only ends. */
export const PledgeBound = () =>
  Trigger({
    name: 'pledge_bound',
    timing: 'before',
    events: ['insert', 'update'],
    body: `declare c compacts.compact; begin
      if tg_op = 'INSERT' then
        select * into c from compacts.compact where id = new.compact_id for share;
        if new.status <> 'SIGNED' or c.status not in ('ADOPTED', 'FILED', 'IN_FORCE') or c.text_hash <> new.text_hash then ${refuse('pledge_bound')} end if;
      elsif ${differ(['compact_id', 'text_hash', 'unit', 'basis', 'resident'])} then ${refuse('pledge_bound')} end if;
      return new; end;`,
  })

/** What somebody wrote about an issue stays as they wrote it, and where. */
export const CommentBound = () =>
  Trigger({
    name: 'comment_bound',
    timing: 'before',
    events: ['update'],
    body: `if ${differ(['issue_id', 'author', 'account', 'body', 'at'])} then ${refuse('comment_bound')} end if;
      return new;`,
  })

/** What was published of the committee's affairs stays as it was; a correction stands beside it. */
export const DisclosureText = () =>
  Trigger({
    name: 'disclosure_text',
    timing: 'before',
    events: ['update'],
    body: `if old.published_at is not null and ${differ(['title', 'period', 'body', 'sums', 'category'])} then ${refuse('disclosure_text')} end if;
      return new;`,
  })
