// What the guards of an application ask about it; one statement, however many applications are asked about.
import type { Relation } from '../shared/actor.ts'
import type { TimeLimit } from '../shared/calendar.ts'
import { many, rule, type Context } from '../shared/context.ts'
import { text, type Text } from '../shared/words.ts'
import type { AdmissionApplication } from './admission.entity.ts'
import type { AdmissionFacts, Share } from './admission.rules.ts'
import { relationsOf } from './rights.ts'
import { uuids } from './transaction.ts'

interface Around {
  commitments: number
  opinions: number
  votes: number
  votes_for: number
  votes_against: number
  voters: string[]
  open_objections: number
  is_list_pending: boolean
  is_listed: boolean
}

export const aroundOf = (ctx: Context, id: string): Promise<Around | null> =>
  many(ctx, 'admission.around', id, async (ids) => {
    const rows = await ctx.em.execute<(Around & { id: string })[]>(
      `select a.id,
              (select count(*)::int from duties.funding_commitment f where f.application = a.id and f.status <> 'LAPSED') as commitments,
              (select count(*)::int from duties.opinion o where o.application_id = a.id and o.stance is not null) as opinions,
              v.votes, v.votes_for, v.votes_against, v.voters,
              (select count(*)::int from duties.admission_objection b where b.application_id = a.id and b.answer is null) as open_objections,
              (select coalesce(bool_or(p.status in ('SOLICITING', 'DELIBERATED', 'PUBLISHED')) and not bool_or(p.status = 'COMPILING'), false)
                 from duties.duty_list_version p join duties.duty_list l on l.id = p.list_id where l.division = a.division and l.type = a.list_type) as is_list_pending,
              exists (select 1 from duties.duty_list_version f join duties.duty_list_version c on c.id = a.list_version_id
                       where f.list_id = a.list_id and f.status = 'IN_FORCE' and f.number >= c.number
                         and exists (select 1 from duties.duty_item i where i.list_version_id = f.id and i.code = a.item_code)) as is_listed
         from duties.admission_application a
         cross join lateral (select count(*)::int as votes, count(*) filter (where j.choice = 'FOR')::int as votes_for,
              count(*) filter (where j.choice = 'AGAINST')::int as votes_against,
              coalesce(json_agg(j.account), '[]') as voters from duties.joint_vote j where j.application_id = a.id) v
        where a.id = any(?::uuid[])`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

/** What must be filled in before it is submitted. */
const REQUIRED: readonly (readonly [keyof AdmissionApplication, Text])[] = [
  ['name', text('事项名称', 'Name')],
  ['content', text('工作内容', 'What is to be done')],
  ['standard', text('工作标准', 'Standard')],
  ['frequency', text('工作频次', 'Frequency')],
  ['timeLimit', text('办理时限', 'Time limit')],
  ['validFrom', text('开始日期', 'Start')],
]

/** The columns the guards read, and with them the offers. */
export const ADMISSION_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'organization',
  'name',
  'content',
  'standard',
  'frequency',
  'timeLimit',
  'validFrom',
  'validTo',
  'bases',
  'submittedAt',
  'returnedAt',
  'correctedAt',
  'members',
  'publicityBegunAt',
  'publicityDays',
] as const satisfies readonly (keyof AdmissionApplication)[]

export type Asked = Pick<AdmissionApplication, (typeof ADMISSION_FACTS)[number]>

export const admissionFacts = async (
  ctx: Context,
  application: Asked,
  supplied: Partial<AdmissionFacts> = {},
): Promise<AdmissionFacts & { relations: Relation[] }> => {
  const around = await aroundOf(ctx, application.id)
  const { division, returnedAt, correctedAt } = application
  return {
    relations: relationsOf(ctx.actor, application),
    missing: REQUIRED.flatMap(([key, words]) => (String(application[key as keyof Asked] ?? '').trim() ? [] : [words])),
    bases: application.bases.length,
    commitments: around?.commitments ?? 0,
    validFrom: application.validFrom,
    validTo: application.validTo,
    submittedAt: application.submittedAt,
    leadDays: rule<TimeLimit>(ctx, 'ADMISSION_LEAD', division).value.value,
    isReturned: returnedAt !== null,
    isCorrected: correctedAt !== null,
    passed: [],
    opinions: around?.opinions ?? 0,
    leastOpinions: rule<number>(ctx, 'ADMISSION_OPINIONS', division).value,
    members: application.members ?? 0,
    votes: around?.votes ?? 0,
    votesFor: around?.votes_for ?? 0,
    hasVoted: ctx.actor.id !== null && (around?.voters ?? []).includes(ctx.actor.id),
    quorum: rule<Share>(ctx, 'JOINT_MEETING_QUORUM', division).value,
    majority: rule<Share>(ctx, 'JOINT_MEETING_MAJORITY', division).value,
    publicityBegunAt: application.publicityBegunAt,
    publicityDays: application.publicityDays ?? 0,
    openObjections: around?.open_objections ?? 0,
    isListPending: around?.is_list_pending ?? false,
    isListed: around?.is_listed ?? false,
    ...supplied,
  }
}
