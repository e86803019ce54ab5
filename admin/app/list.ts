// The state of a list, all of it in the address: filters, order, page size and place. Back and reload bring it back.
import { computed, reactive } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { halfWidth } from './format.ts'
import { recall, remember } from './preferences.ts'

export interface FilterField {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'choice' | 'choices' | 'dates'
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly placeholder?: string
  /** Set elsewhere on the page: shown as a chip, not as a field. */
  readonly quiet?: true
}

export type FilterValues = Readonly<Record<string, readonly string[]>>

export const SIZES = [20, 50, 100] as const

const RESERVED = new Set(['first', 'after', 'page', 'order'])
const SIZE_KEY = 'linli.pageSize'

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '')

/** Reads and writes the list state of the page it is called in. */
export const useListAddress = () => {
  const route = useRoute()
  const router = useRouter()
  const { path } = route
  // A page kept alive in a tab must not follow the address of another page.
  const held = reactive({ query: route.query })
  const query = computed(() => {
    if (route.path === path) held.query = route.query
    return held.query
  })
  const trail = new Map<number, string | undefined>([[1, undefined]])

  const go = (next: LocationQueryRaw) => router.push({ path, query: next })
  const kept = (keys: readonly string[]): LocationQueryRaw =>
    Object.fromEntries(Object.entries(query.value).filter(([key]) => !keys.includes(key)))

  const values = computed<FilterValues>(() =>
    Object.fromEntries(
      Object.entries(query.value)
        .filter(([key]) => !RESERVED.has(key))
        .map(([key, value]) => [key, listOf(value)]),
    ),
  )
  const first = computed(() => Number(query.value.first) || recall<number>(SIZE_KEY, SIZES[0]))
  const after = computed(() => listOf(query.value.after)[0])
  const page = computed(() => Number(query.value.page) || 1)
  const order = computed(() => listOf(query.value.order)[0])

  const restart = (next: LocationQueryRaw) => {
    trail.clear()
    trail.set(1, undefined)
    return go(next)
  }

  return reactive({
    path,
    values,
    first,
    after,
    page,
    order,
    one: (key: string): string | undefined => values.value[key]?.[0],
    many: (key: string): string[] | undefined => (values.value[key]?.length ? [...values.value[key]] : undefined),
    filter: (next: FilterValues) => {
      const clean = Object.entries(next)
        .map(([key, all]): [string, string[]] => [key, all.map((one) => halfWidth(one).trim()).filter(Boolean)])
        .filter(([, all]) => all.length)
      const rest = Object.fromEntries(Object.entries(query.value).filter(([key]) => key === 'first' || key === 'order'))
      return restart({ ...rest, ...Object.fromEntries(clean) })
    },
    /** Shows a state kept earlier; in place of the present one when the list is only just being opened. */
    show: (next: FilterValues, by: string | null, isOpening = false) => {
      trail.clear()
      trail.set(1, undefined)
      const state: LocationQueryRaw = {
        ...Object.fromEntries(Object.entries(next).map(([key, all]) => [key, [...all]])),
        ...(by && { order: by }),
      }
      return isOpening ? router.replace({ path, query: state }) : go(state)
    },
    sort: (next: string | undefined) => restart({ ...kept(['order', 'after', 'page']), ...(next && { order: next }) }),
    size: (next: number) => {
      remember(SIZE_KEY, next)
      return restart({ ...kept(['first', 'after', 'page']), first: String(next) })
    },
    next: (cursor: string) => {
      trail.set(page.value, after.value)
      return go({ ...kept([]), after: cursor, page: String(page.value + 1) })
    },
    /** Back by one page where the way is known, else to the first. */
    previous: () => {
      const to = trail.has(page.value - 1) ? page.value - 1 : 1
      const cursor = trail.get(to)
      return go({ ...kept(['after', 'page']), ...(to > 1 && cursor && { after: cursor, page: String(to) }) })
    },
  })
}

export type ListAddress = ReturnType<typeof useListAddress>
