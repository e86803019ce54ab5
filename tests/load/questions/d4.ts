// D4, indicators of a month by subdistrict: counted live of the month that runs, and as kept of months that have ended.
import { STAY_COUNTS } from '../../../subgraphs/compacts/monthFigures.count.ts'
import { lastEnded, monthsLater, spanOfMonth } from '../../../subgraphs/compacts/monthFigures.rules.ts'
import { ENOUGH, once, type Asking, type Case, type Question } from './question.ts'

interface Town {
  readonly account: string
  readonly district: string
  readonly code: string
}

/** Officers of a district ask about all its towns but a few, so that hardly two requests are alike. */
const asked = async ({ owner }: Asking, months: readonly string[]): Promise<Case[]> => {
  const { rows } = await owner.query<Town>(
    `select o.id as account, d.district, d.town as code from (select distinct district, town from load.committee) d
      join load.officer o on o.username = 'district.' || d.district order by d.district, d.town`,
  )
  return [...new Set(rows.map(({ district }) => district))].flatMap((district) => {
    const towns = rows.filter((row) => row.district === district)
    const spare = towns.slice(1, 11)
    const ways = Math.min(2 ** spare.length, Math.ceil(ENOUGH / months.length))
    return months.flatMap((month) =>
      Array.from({ length: ways }, (_, way) => {
        const codes = towns.filter((one) => !((way >> spare.indexOf(one)) & 1)).map(({ code }) => code)
        const [from, to] = spanOfMonth(month)
        const last = codes.map((code) => code.replace(/000$/, '999'))
        return once(towns[0]!.account, { district, month, towns: codes }, [codes, last, from, to])
      }),
    )
  })
}

const live: Omit<Question, 'name' | 'says' | 'cases'> = {
  writes: false,
  query: `query Indicators($district: ID!, $month: String!, $towns: [ID!]) {
    monthFigures(division: $district, month: $month, subdistricts: $towns) { division { id: code } raised decided due onTime evaluated satisfied }
  }`,
  sql: `with own as materialized (select * from unnest($1::text[], $2::text[]) as own(first, last)),
    counted as (
      select left(division, 9) || '000' as town, sum(raised)::int as raised, sum(decided)::int as decided, sum(due)::int as due, sum(on_time)::int as on_time,
             sum(evaluated)::int as evaluated, sum(satisfied)::int as satisfied
        from (
          select i.division, count(*) as raised, 0 as decided, 0 as due, 0 as on_time, 0 as evaluated, 0 as satisfied
            from compacts.issue i join own on i.division between own.first and own.last where i.submitted_at >= $3 and i.submitted_at < $4 group by 1
          union all
          select s.division, 0, ${Object.values(STAY_COUNTS)
            .map((is) => `count(*) filter (where ${is})`)
            .join(', ')}
            from compacts.issue_stay s join own on s.division between own.first and own.last where s.left_at >= $3 and s.left_at < $4 group by 1) x
       group by 1)
    select json_build_object('data', json_build_object('monthFigures', (select coalesce(json_agg(json_build_object('division', json_build_object('id', town),
      'raised', raised, 'decided', decided, 'due', due, 'onTime', on_time, 'evaluated', evaluated, 'satisfied', satisfied) order by town), '[]') from counted)))::text as json`,
}

const dayOf = async ({ owner }: Asking): Promise<Date> => {
  const { rows } = await owner.query<{ day: string }>(`select settings ->> 'day' as day from load.run`)
  return new Date(`${rows[0]!.day}T02:00:00Z`)
}

export const d4: Question = {
  ...live,
  name: 'D4',
  says: 'indicators of the month that runs',
  cases: async (asking) => asked(asking, [monthsLater(lastEnded(await dayOf(asking)), 1)]),
}

export const d4kept: Question = {
  ...live,
  name: 'D4s',
  says: 'indicators of a month that has ended',
  cases: async (asking) => {
    const last = lastEnded(await dayOf(asking))
    return asked(
      asking,
      Array.from({ length: 12 }, (_, ago) => monthsLater(last, -ago)),
    )
  },
}
