// Residents who raise issues in the tests, and who was told of what.
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { DIVISION } from './actors.ts'
import { act, headOf, M, residentOf, type Step, type World } from './world.ts'

let last = 0
/** Another resident each time, as long as there are any. */
export const someone = (): Actor => residentOf(headOf((last += 1) % 38), { name: `示例姓名${last}` })
export const neighbour = residentOf(headOf(39), { name: '示例旁人' })

export const draft = (w: World, author: Actor, more: object = {}): Promise<Step> =>
  w.run<Step>(author, M.createIssue, {
    input: { division: DIVISION, title: '二号楼门前积水', body: '下雨天二号楼门前积水很深，老人出行不便。', ...more },
  })
export const submit = async (w: World, author: Actor, more: object = {}): Promise<Step> =>
  act(w, 'Issue', author, await draft(w, author, more), 'SUBMIT')

interface Told {
  readonly stream: string
  readonly residents: string[]
  readonly roles: string[]
  readonly words: { readonly zh: string }
}

/** What people were told of a cause, oldest first. */
export const told = async (w: World, cause: string): Promise<Told[]> =>
  (
    await w.sql<{ data: Told }>(
      `select data from jobs.job where name = 'office.PeopleTold' and data ->> 'cause' like $1 order by created_on`,
      [cause],
    )
  ).map(({ data }) => data)
