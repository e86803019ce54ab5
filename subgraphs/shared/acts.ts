// What acts and states are called: learnt from the machines, and from what a subgraph records beside them.
import type { Subgraph } from './subgraph.ts'
import { text, type Text } from './words.ts'

const acts = new Map<string, Text>(
  Object.entries({
    CREATE: text('建立', 'Created'),
    REVISE: text('修改', 'Revised'),
    REVOKE: text('撤销', 'Revoked'),
    IMPORT: text('导入', 'Imported'),
  }),
)
const states = new Map<string, Text>()

export type Unit = 'FEN' | 'MOMENT'
/** What a detail is called, and how its value is to be read when it is not text. */
export type DetailWords = readonly [Text, Unit?]
const details = new Map<string, DetailWords>()

type Named = Pick<Subgraph, 'name' | 'machines' | 'acts' | 'details'>

/** Makes the words of a subgraph known, so that every event can say what it was. */
export const nameActs = ({ name: subgraph, machines = [], acts: more = {}, details: told = {} }: Named): void => {
  for (const { name, actions, states: rows } of machines) {
    for (const [action, row] of Object.entries(actions)) acts.set(`${name}.${action}`, row.label)
    for (const [state, row] of Object.entries(rows)) states.set(`${name}.${state}`, row.label)
  }
  for (const [action, words] of Object.entries(more)) acts.set(action, words)
  for (const [key, words] of Object.entries(told)) details.set(`${subgraph}.${key}`, words)
}

/** What an act is called, or null when nobody named it. */
export const wordsOf = (type: string, action: string): Text | null => acts.get(`${type}.${action}`) ?? acts.get(action) ?? null

/** What a state of a machine is called. */
export const wordsOfState = (type: string, state: string): Text | null => states.get(`${type}.${state}`) ?? null

/** What something in the data of an event is called; null when it is not for readers. */
export const wordsOfDetail = (subgraph: string, key: string): DetailWords | null => details.get(`${subgraph}.${key}`) ?? null
