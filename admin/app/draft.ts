// Keeps on the server what somebody is writing in a form, and brings it back when the form is opened again.
import { useDebounceFn } from '@vueuse/core'
import { onBeforeUnmount, reactive, ref, watch } from 'vue'
import { draftQuery, dropDraftMutation, keepDraftMutation } from './app.queries.ts'
import { client } from './client.ts'

const QUIET = 1200

export interface DraftOf {
  /** The form, and the record it is about. */
  readonly key: string
  /** The version of the record that is being changed. */
  readonly version?: number
}

interface Kept<Given> {
  readonly version: number | null
  readonly given: Given
}

export const useDraft = <Given>(of: DraftOf | undefined, read: () => Given, write: (kept: Given) => void) => {
  const key = of?.key
  const version = of?.version ?? null
  /** When it was kept last; null as long as nothing is. */
  const savedAt = ref<string | null>(null)
  /** True when the form was filled with what had been kept. */
  const isRestored = ref(false)
  /** True when others changed the record since it was kept. */
  const isBehind = ref(false)
  const fresh = JSON.stringify(read())
  let known = fresh
  let isOver = false

  const save = async () => {
    const value = JSON.stringify(read())
    if (!key || isOver || value === known) return
    known = value
    const kept = JSON.stringify({ version, given: read() } satisfies Kept<Given>)
    const { data } = await client.mutation(keepDraftMutation, { key, value: kept }).toPromise()
    if (data && !isOver) savedAt.value = data.keepDraft.savedAt
  }
  const drop = () => key && client.mutation(dropDraftMutation, { key }).toPromise()

  const restore = async () => {
    if (!key) return
    const { data } = await client.query(draftQuery, { key }, { requestPolicy: 'network-only' }).toPromise()
    // What was typed meanwhile is newer.
    if (!data?.draft || JSON.stringify(read()) !== fresh) return
    try {
      const kept = JSON.parse(data.draft.value) as Kept<Given>
      write(kept.given)
      isBehind.value = kept.version !== version
    } catch {
      return
    }
    known = JSON.stringify(read())
    savedAt.value = data.draft.savedAt
    isRestored.value = true
  }

  void restore()
  watch(read, useDebounceFn(save, QUIET), { deep: true })
  onBeforeUnmount(save)

  return reactive({
    savedAt,
    isRestored,
    isBehind,
    /** It was sent: nothing is left to keep. */
    sent: () => {
      isOver = true
      if (savedAt.value) void drop()
    },
    /** Begins afresh. */
    clear: () => {
      write(JSON.parse(fresh) as Given)
      known = fresh
      savedAt.value = null
      isRestored.value = false
      void drop()
    },
  })
}

export type Drafting = ReturnType<typeof useDraft>
