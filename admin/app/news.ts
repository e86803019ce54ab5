// Asks quietly, while somebody looks, whether a list has grown; rows never move under the cursor by themselves.
import type { AnyVariables, DocumentInput } from '@urql/core'
import { onActivated, onBeforeUnmount, onDeactivated, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'
import { askTotal, totalIn } from './totals.ts'

const EVERY = 60_000

export const changes = ref(0)

/** Says that records were changed from elsewhere than their page: what is shown is read again now, the rest when it is looked at. */
export const tellChanged = () => (changes.value += 1)

/** How many rows there are beyond those that were counted when the list was read. */
export const useNews = <Data extends object, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: MaybeRefOrGetter<Variables>,
  data: Ref<Data | undefined>,
) => {
  const fresh = ref(0)
  const look = async () => {
    const before = data.value
    if (!before || !document.hasFocus()) return
    const now = await askTotal(query, toValue(variables))
    if (now !== null && data.value === before) fresh.value = Math.max(0, now - (totalIn(before) ?? now))
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
