// A workflow is one table. Everything that depends on it is derived: guard, offers, enums, to-dos, diagrams, matrix.
// Knows no database and no GraphQL.
import { partyWords, rolesAt, type Actor, type Party, type Relation } from './actor.ts'
import { badInput, forbidden, refused } from './errors.ts'
import { say, text, type Text } from './words.ts'

export interface StateRow {
  readonly label: Text
  readonly says?: Text
  /** No action leaves it; its to-do is done. */
  readonly final?: true
}

export interface ActionRow<State extends string, Facts> {
  readonly label: Text
  readonly from: readonly State[]
  /** A state, or PREVIOUS: the one the record was in before (resume, undo). */
  readonly to: State | 'PREVIOUS'
  readonly by: readonly Party[]
  /** The actor must say why. */
  readonly reason?: true
  /** Carries data of its own, so it has its own mutation. */
  readonly carries?: true
  /** Publishes or signs: whoever takes it checks first what goes out, and types the word. */
  readonly seals?: true
  /** Possible at any time, but nobody is waited for. */
  readonly aside?: true
  /** Code of the time limit that starts when the action is taken. */
  readonly starts?: string
  /** The sentence that blocks it now, or null. */
  readonly unless?: (facts: Facts, now: Date) => Text | null
  /** The same for what the data it carries must supply: asked when it is taken, not while it is only offered. */
  readonly lacks?: (facts: Facts, now: Date) => Text | null
}

/** What every guard may know of a record: where it stands, and what ties the actor to it. */
export interface Subject {
  readonly status: string
  readonly division: string
  readonly previousStatus?: string | null
  readonly relations?: readonly Relation[]
}

export interface Offered<State extends string, Action extends string> {
  readonly action: Action
  readonly label: string
  readonly to: State
  readonly needsReason: boolean
  readonly carries: boolean
  readonly seals: boolean
  /** Why it cannot be done now; null when it can. */
  readonly blocked: string | null
}

export const defineMachine =
  <Facts extends object>() =>
  <const State extends string, const Action extends string>(table: {
    readonly name: string
    readonly label: Text
    readonly initial: NoInfer<State>
    readonly states: Record<State, StateRow>
    readonly actions: Record<Action, ActionRow<NoInfer<State>, Facts & Subject>>
  }) => {
    type Case = Facts & Subject
    const actionNames = Object.keys(table.actions) as Action[]
    const row = (action: Action): ActionRow<State, Case> => table.actions[action]
    const parties = (subject: Case, actor: Actor): Party[] =>
      actor.kind === 'SYSTEM' ? ['SYSTEM'] : [...rolesAt(actor, subject.division), ...(subject.relations ?? [])]
    const party = (action: Action, subject: Case, actor: Actor): Party | undefined =>
      parties(subject, actor).find((held) => row(action).by.includes(held))
    const target = (action: Action, subject: Case): State => {
      const { to } = row(action)
      return to === 'PREVIOUS' ? ((subject.previousStatus ?? table.initial) as State) : to
    }
    const isFrom = (action: Action, status: string) => (row(action).from as readonly string[]).includes(status)
    const stateNames = Object.keys(table.states) as State[]
    const leaving = new Map<string, Action[]>(stateNames.map((s) => [s, actionNames.filter((a) => isFrom(a, s))]))

    /** The sentence that stops this actor from taking the action now, or null. */
    const refusal = (action: Action, subject: Case, actor: Actor, now: Date): Text | null => {
      const { label, by, unless, lacks } = row(action)
      if (!isFrom(action, subject.status)) {
        const at = table.states[subject.status as State].label
        return text(`“${at.zh}”状态下不能${label.zh}。`, `Not possible while ${at.en.toLowerCase()}: ${label.en.toLowerCase()}.`)
      }
      if (!party(action, subject, actor)) {
        const zh = by.map((p) => partyWords(p).zh).join('、')
        const en = by.map((p) => partyWords(p).en).join(' or ')
        return text(`“${label.zh}”由${zh}办理。`, `${label.en}: only for ${en}.`)
      }
      return unless?.(subject, now) ?? lacks?.(subject, now) ?? null
    }

    /** What this actor may do from here, and what blocks it; actions of other parties are left out. */
    const offers = (subject: Case, actor: Actor, now: Date): Offered<State, Action>[] => {
      const held = parties(subject, actor)
      const open = leaving.get(subject.status)!.filter((action) => held.some((one) => row(action).by.includes(one)))
      return open.map((action) => {
        const blocked = row(action).unless?.(subject, now) ?? null
        return {
          action,
          label: say(row(action).label, actor.locale),
          to: target(action, subject),
          needsReason: row(action).reason ?? false,
          carries: row(action).carries ?? false,
          seals: row(action).seals ?? false,
          blocked: blocked && say(blocked, actor.locale),
        }
      })
    }

    /** The state the action leads to, and as which party it is taken; throws the refusal. */
    const next = (action: Action, subject: Case, actor: Actor, now: Date, reason?: string | null) => {
      const why = refusal(action, subject, actor, now)
      if (why)
        throw party(action, subject, actor) || !isFrom(action, subject.status)
          ? refused(why, { rule: `${table.name}.${action}` })
          : forbidden(why)
      if (row(action).reason && !reason?.trim())
        throw badInput(text('请填写理由。', 'Please give a reason.'), { field: 'reason' })
      return { to: target(action, subject), as: party(action, subject, actor)! }
    }

    /** Who is waited for in a state: the parties of the actions that lead on from it. */
    const awaits = (status: State): Party[] => [
      ...new Set(actionNames.filter((a) => isFrom(a, status) && !row(a).aside).flatMap((a) => row(a).by)),
    ]

    return { ...table, actionNames, stateNames, row, refusal, offers, next, awaits }
  }

/** Any machine, when only its table matters. */
export interface AnyMachine {
  readonly name: string
  readonly label: Text
  readonly initial: string
  readonly states: Record<string, StateRow>
  readonly actions: Record<string, ActionRow<string, never>>
  readonly actionNames: readonly string[]
  readonly stateNames: readonly string[]
  readonly awaits: (status: never) => Party[]
}

export type StateOf<M extends { stateNames: readonly string[] }> = M['stateNames'][number]
export type ActionOf<M extends { actionNames: readonly string[] }> = M['actionNames'][number]
