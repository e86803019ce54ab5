// The public list of all grants as a 360Giving 1.4 package: awards of ours, whose money came and went as transactions, and history as told.
// No persons, and nothing of those who got none.
import type { Context } from '../shared/context.ts'
import { PastGrant } from './grantPast.entity.ts'
import { GRANT_FIELDS, type GrantField } from './grantRound.rules.ts'
import { grantsPrefix } from './surroundings.ts'

interface Award {
  number: string
  title: string
  status: string
  result: string | null
  field: GrantField
  award: number
  asked: number
  awardedOn: string
  startsOn: string
  endsOn: string
  place: string | null
  code: string
  name: string
  round: string
  roundTitle: string
  division: string
  paid: number
  modified: string
  payments: { id: string; amount: number; on: string }[]
  returns: { id: string; amount: number; on: string }[]
}

/** Yuan with two decimals at most. */
const money = (fen: number) => fen / 100
const present = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as T

const awardsOf = (ctx: Context): Promise<Award[]> =>
  ctx.em.execute<Award[]>(
    `select g.number, g.title, g.status, g.result, g.field, g.award, a.amount as asked, to_char(g.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "awardedOn",
            g.starts_on::text as "startsOn", g.ends_on::text as "endsOn", g.place, o.code, o.name, r.code as round, r.title as "roundTitle", g.division,
            (select coalesce(sum(i.amount), 0)::int from organizations.grant_instalment i where i.agreement_id = g.id and i.status = 'PAID') as paid,
            (select to_char(max(e."at") at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from organizations.event e where e.stream = g.id) as modified,
            coalesce((select json_agg(json_build_object('id', i.number, 'amount', i.amount, 'on', i.paid_on) order by i.number)
              from organizations.grant_instalment i where i.agreement_id = g.id and i.status = 'PAID'), '[]') as payments,
            coalesce((select json_agg(json_build_object('id', t.voucher, 'amount', t.amount, 'on', t.returned_on) order by t.at)
              from organizations.grant_return t where t.agreement_id = g.id), '[]') as returns
       from organizations.grant_agreement g join organizations.grant_application a on a.id = g.application_id
       join organizations.micro_grant_round r on r.id = g.round_id join organizations.social_organization o on o.id = g.organization
      where g.status not in ('DRAFT', 'DECLINED') order by g.number`,
  )

const ours = (grant: Award) => {
  const id = `${grantsPrefix()}-${grant.number}`
  const funder = { id: `CN-GOV-${grant.division}`, name: `民政部门（${grant.division}）` }
  const recipient = { id: `CN-USCI-${grant.code}`, name: grant.name }
  const transaction = (kind: string, { id: n, amount, on }: Award['payments'][number], returned = false) => ({
    id: `${id}-${kind}-${n}`,
    currency: 'CNY',
    value: money(returned ? -amount : amount),
    transactionDate: on,
    ...(returned && { description: '退回 returned' }),
  })
  return present({
    id,
    title: grant.title,
    description: `${grant.roundTitle}：${grant.title}`,
    currency: 'CNY',
    amountAppliedFor: money(grant.asked),
    amountAwarded: money(grant.award),
    amountDisbursed: money(grant.paid),
    awardDate: grant.awardedOn,
    plannedDates: [{ startDate: grant.startsOn, endDate: grant.endsOn }],
    fundingOrganization: [funder],
    recipientOrganization: [recipient],
    grantProgramme: [{ code: grant.round, title: grant.roundTitle }],
    fromOpenCall: 'Yes',
    beneficiaryLocation: grant.place ? [{ countryCode: 'CN', geoCode: grant.place, geoCodeType: 'CN-MCA' }] : null,
    classifications: [{ vocabulary: 'linli-grant-field', code: grant.field, title: GRANT_FIELDS[grant.field].zh }],
    commitmentTransaction: [
      { id: `${id}-commitment`, currency: 'CNY', value: money(grant.award), transactionDate: grant.awardedOn },
    ],
    disbursementTransaction: [
      ...grant.payments.map((one) => transaction('payment', one)),
      ...grant.returns.map((one) => transaction('return', one, true)),
    ],
    dateModified: grant.modified,
  })
}

/** A grant of the history in the words of the standard. */
export const told = (grant: Omit<PastGrant, 'id' | 'at'>) =>
  present({
    id: grant.grantId,
    title: grant.title,
    description: grant.description,
    currency: grant.currency,
    amountAwarded: money(grant.amountAwarded),
    awardDate: grant.awardDate,
    fromOpenCall: grant.fromOpenCall,
    regrantType: grant.regrantType,
    dataSource: grant.dataSource,
    fundingOrganization: grant.funders.map(present),
    recipientOrganization: grant.recipients.map(present),
    grantProgramme: grant.programmes.map(present),
    beneficiaryLocation: grant.places?.map(present) ?? null,
  })

/** The package as text; the same rows give the same text. The standard knows no package without a grant: then there is none. */
export const grantPackage = async (ctx: Context): Promise<string | null> => {
  const awards = (await awardsOf(ctx)).map(ours)
  const past = await ctx.em.find(PastGrant, {}, { orderBy: { grantId: 'asc' } })
  if (!awards.length && !past.length) return null
  const modified = awards
    .map(({ dateModified }) => dateModified)
    .sort()
    .at(-1)
  return JSON.stringify({
    version: '1.4',
    title: '公益微创投资助 Micro-venture grants',
    publisher: { name: '邻里 Linli' },
    license: 'https://creativecommons.org/licenses/by/4.0/',
    ...(modified && { modified }),
    grants: [...awards, ...past.map(told)],
  })
}
