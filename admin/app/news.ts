// Asks quietly, while somebody looks, whether a list has grown; rows never move under the cursor by themselves.
import type { AnyVariables, DocumentInput } from '@urql/core'
import { onActivated, onBeforeUnmount, onDeactivated, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'
import { client } from './client.ts'

const EVERY = 60_000

export const changes = ref(0)

/** Says that work in the background has changed records: what is shown is read again now, the rest when it is looked at. */
export const tellChanged = () => (changes.value += 1)

/** How many rows there are beyond those that were counted when the list was read. */
export const useNews = <Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: MaybeRefOrGetter<Variables>,
  data: Ref<Data | undefined>,
  totalOf: (data: Data) => number,
) => {
  const fresh = ref(0)
  const look = async () => {
    const before = data.value
    if (!before || !document.hasFocus()) return
    const asked = { ...toValue(variables), first: 1, after: null } as Variables
    const { data: now } = await client.query(query, asked, { requestPolicy: 'network-only' }).toPromise()
    if (now && data.value === before) fresh.value = Math.max(0, totalOf(now) - totalOf(before))
  }
  let ticking: ReturnType<typeof setInterval>
  const rest = () => clearInterval(ticking)
  onActivated(() => {
    rest()
    ticking = setInterval(look, EVERY)
  })
  onDeactivated(rest)
  onBeforeUnmount(rest)
  watch(data, () => (fresh.value = 0))
  return fresh
}
