// Takes an action through a mutation, and tells what came of it: done, refused with its sentence, or overtaken by another.
import type { AnyVariables, DocumentInput } from '@urql/core'
import { ref } from 'vue'
import { client } from './client.ts'
import { showConflict } from './confirm.ts'
import { t } from './i18n.ts'
import { isOurs, mistakeOf, type Mistake } from './mistakes.ts'
import { tellBad, tellGood } from './toast.ts'

export type Outcome<Data> = { readonly data: Data; readonly mistake: null } | { readonly data: null; readonly mistake: Mistake }

export interface About {
  /** What is being done, as its button says. */
  readonly title: string
  /** The record's name. */
  readonly about: string
  /** A form that tells itself what is wrong; else it is told at the edge of the page. */
  readonly inForm?: true
  /** Must arrive even when its window closes. */
  readonly keepalive?: boolean
  /** Loads the record again after a conflict. */
  readonly reload?: () => void
}

const nothing = (): Mistake => ({ code: 'UNKNOWN', sentence: t('mistake.unknown'), field: null, requestId: null, changes: [] })

/** Sends the mutation; gives its data, or the mistake for a form to show beside its fields. */
export const carryOut = async <Data, Variables extends AnyVariables>(
  document: DocumentInput<Data, Variables>,
  variables: Variables,
  { title, about, reload, inForm, keepalive = false }: About,
): Promise<Outcome<Data>> => {
  const { data, error } = await client.mutation(document, variables, { fetchOptions: { keepalive } }).toPromise()
  if (data && !error) {
    tellGood(t('act.done', { what: title }))
    return { data, mistake: null }
  }
  const mistake = error ? mistakeOf(error) : nothing()
  if (mistake.code === 'VERSION_CONFLICT') {
    if (await showConflict(title, about, mistake)) reload?.()
  } else if (!inForm) tellBad(mistake.sentence, isOurs(mistake) ? mistake.requestId : null)
  return { data: null, mistake }
}

/** The same for one mutation of a component, which also shows that it is busy. */
export const useAct = <Data, Variables extends AnyVariables>(document: DocumentInput<Data, Variables>) => {
  const busy = ref(false)
  const act = async (variables: Variables, about: About): Promise<Outcome<Data>> => {
    busy.value = true
    try {
      return await carryOut(document, variables, about)
    } finally {
      busy.value = false
    }
  }
  return { act, busy }
}
