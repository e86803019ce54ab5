// One action for many records: what the server offers for each, put together by action, then taken one by one in the background.
import type { DocumentInput } from '@urql/core'
import { plainClient } from '../client.ts'
import { recordPage } from '../feature.ts'
import { t } from '../i18n.ts'
import { isOurs, mistakeOf, type Mistake } from '../mistakes.ts'
import { Failed } from './failed.ts'
import { tellChanged } from '../news.ts'
import { parts } from './source.ts'
import { advance, carryOn, isStopped, startTask, type Ending, type Line, type Task } from './tasks.ts'
import type { Offer } from '../ui/OfferButtons.vue'

/** A record with what this person may do with it now. */
export interface Judged {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly offers: readonly Omit<Offer, 'to'>[]
}

/** How a type of record is judged and acted on; each feature declares its own. */
export interface Bulk {
  readonly read: (ids: readonly string[]) => Promise<Judged[]>
  readonly act: (record: Judged, action: string, reason: string | null) => Promise<Mistake | null>
  /** What follows from actions that cannot be taken back, by action. */
  readonly weighty: () => Readonly<Record<string, string>>
}

interface Taken {
  id: string
  action: never
  expectedVersion: number
  reason: string | null
}

/** A type's `Bulk` from its list query, which is asked by ids, and its mutation. */
export const bulk = <Data, Variables extends { ids: string[] }, Done, Act extends { id: string }>(
  query: DocumentInput<Data, Variables>,
  pick: (data: Data) => { readonly edges: readonly { readonly node: Judged }[] },
  mutation: DocumentInput<Done, Act>,
  weighty: () => Readonly<Record<string, string>> = () => ({}),
): Bulk => ({
  read: async (ids) => {
    const { data, error } = await plainClient.query(query, { ids: [...ids] } as Variables).toPromise()
    if (error || !data) throw new Failed(mistakeOf(error!))
    return pick(data).edges.map(({ node }) => node)
  },
  act: async ({ id, version }, action, reason) => {
    const taken: Taken = { id, action: action as never, expectedVersion: version, reason }
    const { error } = await plainClient.mutation(mutation, taken as unknown as Act).toPromise()
    return error ? mistakeOf(error) : null
  },
  weighty,
})

export interface Blocked {
  readonly sentence: string
  readonly titles: readonly string[]
}

/** One action over all the records: for which it can be taken, and what stops it for the others. */
export interface Choice {
  readonly action: string
  readonly label: string
  readonly needsReason: boolean
  readonly can: readonly Judged[]
  readonly cannot: readonly Blocked[]
}

const whyNot = (record: Judged, action: string): string | null => {
  const offer = record.offers.find((one) => one.action === action)
  return offer ? offer.blocked : t('work.bulk.notOffered')
}

const grouped = (records: readonly Judged[], action: string): Blocked[] => {
  const groups = new Map<string, string[]>()
  for (const record of records) {
    const sentence = whyNot(record, action)
    if (sentence !== null) groups.set(sentence, [...(groups.get(sentence) ?? []), record.title])
  }
  // What the rules say stands before what was not offered at all.
  return [...groups]
    .map(([sentence, titles]) => ({ sentence, titles }))
    .sort((a, b) => Number(a.sentence === t('work.bulk.notOffered')) - Number(b.sentence === t('work.bulk.notOffered')))
}

/** What asks for data, publishes or signs is looked at record by record. */
const isApart = ({ carries, seals }: Judged['offers'][number]) => carries || seals

/** The actions offered for any of the records, those possible for most first; and what those that carry data are called. */
export const judge = (records: readonly Judged[]): { choices: Choice[]; carrying: string[] } => {
  const offers = new Map(records.flatMap((record) => record.offers.map((offer) => [offer.action, offer] as const)))
  const all = [...offers.values()]
  const choices = all
    .filter((offer) => !isApart(offer))
    .map(({ action, label, needsReason }) => ({
      action,
      label,
      needsReason,
      can: records.filter((record) => whyNot(record, action) === null),
      cannot: grouped(records, action),
    }))
  return {
    choices: choices.sort((a, b) => b.can.length - a.can.length),
    carrying: all.filter(isApart).map(({ label }) => label),
  }
}

/** Reads what may be done with the records, a hundred at a time. */
export const readAll = async ({ read }: Bulk, ids: readonly string[]): Promise<Judged[]> => {
  const judged: Judged[] = []
  for (const part of parts(ids)) judged.push(...(await read(part)))
  return judged
}

const AT_ONCE = 3

const inTurn = async <One>(all: readonly One[], work: (one: One) => Promise<void>, until: () => boolean): Promise<void> => {
  const queue = [...all]
  const one = async () => {
    for (let next = queue.shift(); next !== undefined && !until(); next = queue.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}

interface Order {
  readonly bulk: Bulk
  readonly type: string
  readonly choice: Choice
  readonly reason: string | null
}

/** May succeed when it is tried again: somebody was faster, or the connection broke. */
const isPassing = (mistake: Mistake) => mistake.code === 'VERSION_CONFLICT' || mistake.code === 'RATE_LIMITED' || isOurs(mistake)

const attempt = async (task: Task, records: readonly Judged[], order: Order): Promise<Ending> => {
  const { bulk, type, choice, reason } = order
  const stopped = new Map<string, { record: Judged; mistake: Mistake }>()
  const tell = ({ id, title }: Judged, mistake: Mistake | null) => {
    const line: Line = { id, title, to: recordPage(type, id), isDone: !mistake, says: mistake?.sentence ?? t('work.bulk.done') }
    task.lines = [...task.lines.filter((one) => one.id !== id), line]
    advance(task)
  }
  await inTurn(
    records,
    async (record) => {
      const mistake = await bulk.act(record, choice.action, reason)
      if (mistake) stopped.set(record.id, { record, mistake })
      tell(record, mistake)
    },
    () => isStopped(task),
  )
  tellChanged()
  const passing = [...stopped.values()].filter(({ mistake }) => isPassing(mistake))
  if (passing.length)
    task.next = {
      label: t('work.bulk.again', { n: passing.length }),
      run: () => void carryOn(task, () => again(task, passing, order)),
    }
  return summary(task)
}

const summary = ({ lines, total }: Task): Ending => {
  const done = lines.filter((line) => line.isDone).length
  const [failed, left] = [lines.length - done, total - lines.length]
  const says = [
    t('work.bulk.ended', { n: done }),
    ...(failed ? [t('work.bulk.failed', { n: failed })] : []),
    ...(left ? [t('work.bulk.left', { n: left })] : []),
  ]
  return { says: says.join(t('work.bulk.and')), isGood: !failed && !left }
}

/**
 * Where somebody was faster the record is read and judged again; where the connection broke the same request is sent
 * again, under the same key, so that it happens once.
 */
const again = async (
  task: Task,
  passing: readonly { readonly record: Judged; readonly mistake: Mistake }[],
  order: Order,
): Promise<Ending> => {
  task.done -= passing.length
  const overtaken = passing.filter(({ mistake }) => mistake.code === 'VERSION_CONFLICT').map(({ record }) => record)
  const now = new Map(
    (
      await readAll(
        order.bulk,
        overtaken.map(({ id }) => id),
      )
    ).map((record) => [record.id, record]),
  )
  const fresh = passing.map(({ record }) => now.get(record.id) ?? record)
  const isJudgedAgain = (record: Judged) => now.has(record.id)
  const blocked = fresh.filter((record) => isJudgedAgain(record) && whyNot(record, order.choice.action) !== null)
  task.lines = task.lines.map((line) => {
    const record = blocked.find((one) => one.id === line.id)
    return record ? { ...line, says: whyNot(record, order.choice.action)! } : line
  })
  advance(task, blocked.length)
  return attempt(
    task,
    fresh.filter((record) => !blocked.includes(record)),
    order,
  )
}

/** Takes the action for all records for which it can be taken, in the background. */
export const takeAll = (order: Order): void =>
  startTask({ title: order.choice.label, about: order.reason ?? '', total: order.choice.can.length }, (task) =>
    attempt(task, order.choice.can, order),
  )
