// The state of a list, all of it in the address: filters, order, page size and place. Back and reload bring it back.
import { computed, reactive } from 'vue'
import { parseQuery, stringifyQuery, useRoute, useRouter, type LocationQuery, type LocationQueryRaw } from 'vue-router'
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

/** What decides which rows a list shows. */
export interface ListState {
  readonly first: number
  readonly after: string | undefined
  readonly order: string | undefined
  readonly one: (key: string) => string | undefined
  readonly many: (key: string) => string[] | undefined
}

/** The place in a list, and what is open over it: part of its address, but not of a view of it. */
const PLACE = new Set(['first', 'after', 'page', 'desk', 'add'])
/** How a list is looked at: part of a view of it, but no filter. */
const LOOKS = new Set(['order', 'view', 'columns'])
const SIZE_KEY = 'linli.pageSize'

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '')

const valuesOf = (query: LocationQuery): FilterValues =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([key]) => !PLACE.has(key) && !LOOKS.has(key))
      .map(([key, value]) => [key, listOf(value)]),
  )

const readers = (values: () => FilterValues) => ({
  one: (key: string): string | undefined => values()[key]?.[0],
  many: (key: string): string[] | undefined => (values()[key]?.length ? [...values()[key]!] : undefined),
})

/** The filters and the order of an address in one spelling. */
export const stateOf = (query: LocationQuery): string =>
  stringifyQuery(
    Object.fromEntries(
      Object.entries(query)
        .filter(([key]) => !PLACE.has(key))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  )

/** A state as its list reads it; one row will do. */
export const readState = (state: string): ListState => {
  const query = parseQuery(state)
  const values = valuesOf(query)
  return { first: 1, after: undefined, order: listOf(query['order'])[0], ...readers(() => values) }
}

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

  const values = computed(() => valuesOf(query.value))
  const first = computed(() => Number(query.value.first) || recall<number>(SIZE_KEY, SIZES[0]))
  const after = computed(() => listOf(query.value.after)[0])
  const page = computed(() => Number(query.value.page) || 1)
  const look = computed(() => listOf(query.value.view)[0])
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
    /** How the list is looked at, where there is more than one way. */
    look,
    state: computed(() => stateOf(query.value)),
    ...readers(() => values.value),
    filter: (next: FilterValues) => {
      const clean = Object.entries(next)
        .map(([key, all]): [string, string[]] => [key, all.map((one) => halfWidth(one).trim()).filter(Boolean)])
        .filter(([, all]) => all.length)
      const rest = Object.fromEntries(Object.entries(query.value).filter(([key]) => key === 'first' || LOOKS.has(key)))
      return restart({ ...rest, ...Object.fromEntries(clean) })
    },
    /** Shows a state kept earlier; in place of the present one when the list is only just being opened. */
    show: (state: string, isOpening = false) =>
      isOpening ? router.replace({ path, query: parseQuery(state) }) : restart(parseQuery(state)),
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

/** A form that is open or not, named in the address, so that it can be opened from elsewhere and closed by going back. */
export const useFlag = (key: string) => {
  const route = useRoute()
  const router = useRouter()
  const { path } = route
  return computed({
    get: () => route.path === path && route.query[key] !== undefined,
    set: (on: boolean) => {
      const { [key]: _, ...rest } = route.query
      void (on ? router.push({ path, query: { ...rest, [key]: 'yes' } }) : router.replace({ path, query: rest }))
    },
  })
}
