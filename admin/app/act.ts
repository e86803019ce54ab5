// Takes an action through a mutation, and tells what came of it: done, refused with its sentence, or overtaken by another.
import { useMutation, type AnyVariables, type DocumentInput } from '@urql/vue'
import { ref } from 'vue'
import { showConflict } from './confirm.ts'
import { t } from './i18n.ts'
import { mistakeOf, type Mistake } from './mistakes.ts'
import { tellBad, tellGood } from './toast.ts'

export type Outcome<Data> = { readonly data: Data; readonly mistake: null } | { readonly data: null; readonly mistake: Mistake }

interface About {
  /** What is being done, as its button says. */
  readonly title: string
  /** The record's name. */
  readonly about: string
  /** Loads the record again after a conflict. */
  readonly reload?: () => void
}

/** `busy` while it runs; `act` gives the data, or the mistake for a form to show beside its fields. */
export const useAct = <Data, Variables extends AnyVariables>(document: DocumentInput<Data, Variables>) => {
  const { executeMutation } = useMutation<Data, Variables>(document)
  const busy = ref(false)

  const act = async (variables: Variables, { title, about, reload }: About): Promise<Outcome<Data>> => {
    busy.value = true
    try {
      const { data, error } = await executeMutation(variables)
      if (data && !error) {
        tellGood(t('act.done', { what: title }))
        return { data, mistake: null }
      }
      const mistake = error
        ? mistakeOf(error)
        : { code: 'UNKNOWN' as const, sentence: t('mistake.unknown'), field: null, requestId: null, changes: [] }
      if (mistake.code === 'VERSION_CONFLICT') {
        if (await showConflict(title, about, mistake)) reload?.()
      } else if (mistake.code !== 'BAD_USER_INPUT' || !mistake.field) tellBad(mistake.sentence, mistake.requestId)
      return { data: null, mistake }
    } finally {
      busy.value = false
    }
  }

  return { act, busy }
}
