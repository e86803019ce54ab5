// D4, indicators of a month by subdistrict: counted live of the month that runs, and as kept of the last that ended.
import { STAY_COUNTS } from '../../../subgraphs/compacts/monthFigures.count.ts'
import { lastEnded, monthsLater, spanOfMonth } from '../../../subgraphs/compacts/monthFigures.rules.ts'
import { ENOUGH, once, type Asking, type Case, type Question } from './question.ts'

interface Town {
  readonly account: string
  readonly district: string
  readonly code: string
}

/** Officers of a district ask about all its towns but a few, so that hardly two requests are alike. */
const asked = async ({ owner }: Asking, month: string): Promise<Case[]> => {
  const { rows } = await owner.query<Town>(
    `select o.id as account, d.district, d.town as code from (select distinct district, town from load.committee) d
      join load.officer o on o.username = 'district.' || d.district order by d.district, d.town`,
  )
  return [...new Set(rows.map(({ district }) => district))].flatMap((district) => {
    const towns = rows.filter((row) => row.district === district)
    const spare = towns.slice(1, 11)
    const [from, to] = spanOfMonth(month)
    return Array.from({ length: Math.min(2 ** spare.length, ENOUGH) }, (_, way) => {
      const codes = towns.filter((one) => !((way >> spare.indexOf(one)) & 1)).map(({ code }) => code)
      const last = codes.map((code) => code.replace(/000$/, '999'))
      return once(towns[0]!.account, { district, month, towns: codes }, [codes, last, from, to])
    })
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
          select i.* from own cross join lateral (select i.division, count(*) as raised, 0 as decided, 0 as due, 0 as on_time, 0 as evaluated, 0 as satisfied
            from compacts.issue i where i.division between own.first and own.last and i.submitted_at >= $3 and i.submitted_at < $4 group by 1) i
          union all
          select s.* from own cross join lateral (select s.division, 0, ${Object.values(STAY_COUNTS)
            .map((is) => `count(*) filter (where ${is})`)
            .join(', ')}
            from compacts.issue_stay s where s.division between own.first and own.last and s.left_at >= $3 and s.left_at < $4 group by 1) s) x
       group by 1 having sum(raised + decided + due + evaluated) > 0)
    select json_build_object('data', json_build_object('monthFigures', (select coalesce(json_agg(json_build_object('division', json_build_object('id', town),
      'raised', raised, 'decided', decided, 'due', due, 'onTime', on_time, 'evaluated', evaluated, 'satisfied', satisfied) order by town), '[]') from counted)))::text as json`,
}

export const d4: Question = {
  ...live,
  name: 'D4',
  says: 'indicators of the month that runs',
  cases: async (asking) => {
    const month = monthsLater(lastEnded(new Date()), 1)
    const { rowCount } = await asking.owner.query('select 1 from compacts.issue where submitted_at >= $1 limit 1', [
      spanOfMonth(month)[0],
    ])
    if (!rowCount) throw new Error('D4 asks about the month that runs, and this database was seeded before it: seed another.')
    return asked(asking, month)
  },
}

export const d4kept: Question = {
  ...live,
  name: 'D4s',
  says: 'indicators of the month kept last',
  cases: async (asking) => {
    const { rows } = await asking.owner.query<{ month: string }>('select max(month) as month from compacts.month_figures')
    return asked(asking, rows[0]!.month)
  },
}
