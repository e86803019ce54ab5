// Reads for a page: what is known at once, what is new when it comes, and again when somebody comes back to it.
import { useQuery, type AnyVariables, type DocumentInput } from '@urql/vue'
import { useDocumentVisibility } from '@vueuse/core'
import { computed, onActivated, onDeactivated, toRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { changes } from './news.ts'

/** A page left for this long is read again when it is looked at. */
const STALE = 30_000

export const useRead = <Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: MaybeRefOrGetter<Variables>,
  pause: MaybeRefOrGetter<boolean> = false,
) => {
  const asked = useQuery<Data, Variables>({
    query,
    variables: toRef(variables) as never,
    pause: toRef(pause) as never,
    requestPolicy: 'cache-and-network',
  })
  const refresh = () => void asked.executeQuery({ requestPolicy: 'network-only' })

  let leftAt = Date.now()
  let isShown = true
  const comeBack = () => {
    if (isShown && !toValue(pause) && Date.now() - leftAt > STALE) refresh()
  }
  watch(changes, () => {
    leftAt = 0
    comeBack()
  })
  onActivated(() => {
    isShown = true
    comeBack()
  })
  onDeactivated(() => {
    isShown = false
    leftAt = Date.now()
  })
  watch(useDocumentVisibility(), (now) => {
    if (now === 'visible') comeBack()
    else if (isShown) leftAt = Date.now()
  })

  return {
    data: asked.data,
    /** An error counts only where nothing is left to show. */
    error: computed(() => (asked.data.value ? undefined : asked.error.value)),
    fetching: computed(() => asked.fetching.value && !asked.data.value),
    busy: computed(() => asked.fetching.value || asked.stale.value),
    refresh,
  }
}
