// Enters the committed divisions into an empty territory: real codes and names, for the demo and for production alike.
import { v5 as uuidv5 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { recordAll } from '../shared/event.ts'
import { Division } from './division.entity.ts'
import { readDivisions } from './divisions.ts'

/** The same id for the same name, in every run and every subgraph of the demo. */
export const seedId = (name: string): string => uuidv5(name, 'b8a2e5b6-7f0a-5b0e-9c58-6f1f5d9f0a11')

/** The first day of the edition the codes come from. */
const EDITION = '2023-06-30'

const predecessorsOf = (code: string): string[] => (code === '320613000000' ? ['320602000000', '320611000000'] : [])

/** Loads them unless there are any; says how many. */
export const loadDivisions = async (ctx: Context): Promise<number> => {
  if (await ctx.em.count(Division, {})) return 0
  const divisions = readDivisions().map(({ parent, ...row }) => ({
    ...row,
    id: seedId(`division:${row.code}`),
    version: 0,
    parentCode: parent,
    validFrom: EDITION,
    validTo: null,
    predecessors: predecessorsOf(row.code),
  }))
  const places = divisions.map((d) => ({ id: d.id, version: 0, division: d.code }))
  await recordAll(
    ctx,
    divisions.map((d, i) => [places[i]!, { type: 'Division', action: 'CREATE', title: d.name }]),
  )
  for (const d of divisions) d.version = 1
  for (let from = 0; from < divisions.length; from += 500) await ctx.em.insertMany(Division, divisions.slice(from, from + 500))
  return divisions.length
}
