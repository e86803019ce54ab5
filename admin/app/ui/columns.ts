// Which columns of a table are shown, in which order, how wide, which stand still, and how close its rows stand:
// kept per table and person.
import { computed, reactive, watch } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import { keep, kept } from '../kept.ts'

export type Density = 'compact' | 'normal' | 'loose'
export const WIDTHS = { narrow: '6rem', middle: '12rem', wide: '20rem' } as const
export type Width = keyof typeof WIDTHS

interface Arrangement {
  order: string[]
  hidden: string[]
  /** Chosen in place of its own width. */
  widths: Record<string, Width>
  /** Columns up to this one stand still while the others are scrolled sideways. */
  pinned: string | null
  density: Density
}

export interface Arrangeable {
  readonly key: string
  readonly title: string
  readonly hidden?: true
  readonly width?: string
  readonly align?: 'right' | 'center'
  readonly sort?: { readonly up: string; readonly down?: string }
}

/** The columns an address names, in their order; null when it leaves them to whoever looks. */
const named = (query: LocationQuery): string[] | null =>
  typeof query['columns'] === 'string' && query['columns'] ? query['columns'].split(',') : null

/** The arrangement of one table; columns added later appear in their own place. A link says which columns it shows. */
export const useColumns = <C extends Arrangeable>(name: string, columns: () => readonly C[]) => {
  const key = `columns.${name}`
  const route = useRoute()
  const router = useRouter()
  const { path } = route
  const keysOf = (some: readonly C[]) => some.map((column) => column.key)
  const standard = (): Arrangement => ({
    order: keysOf(columns()),
    hidden: keysOf(columns().filter((column) => column.hidden)),
    widths: {},
    pinned: null,
    density: 'normal',
  })
  const held = reactive<Arrangement>({ ...standard(), ...kept<Partial<Arrangement>>(key, {}) })

  const place = (column: C): number => {
    const at = held.order.indexOf(column.key)
    return at < 0 ? columns().indexOf(column) : at
  }
  const all = computed(() => [...columns()].sort((a, b) => place(a) - place(b)))
  const isShown = (column: string) => !held.hidden.includes(column)
  const shown = computed(() => all.value.filter((column) => isShown(column.key)))

  /** What a link names is shown, and kept only once somebody changes it; else what was kept. */
  const follow = () => {
    if (route.path !== path) return
    const wanted = named(route.query)?.filter((one) => held.order.includes(one))
    if (!wanted?.length) return Object.assign(held, standard(), kept<Partial<Arrangement>>(key, {}))
    const rest = keysOf(all.value).filter((one) => !wanted.includes(one))
    Object.assign(held, { order: [...wanted, ...rest], hidden: rest })
  }
  follow()
  watch(() => route.query['columns'], follow)

  const change = (to: Partial<Arrangement>) => {
    Object.assign(held, to)
    keep(key, held)
    const usual = keysOf(columns().filter((column) => !column.hidden))
    const now = keysOf(shown.value).join()
    const { columns: _, ...rest } = route.query
    void router.replace({ path, query: now === usual.join() ? rest : { ...rest, columns: now } })
  }

  return reactive({
    all,
    shown,
    widthOf: (column: C): string | undefined => (held.widths[column.key] ? WIDTHS[held.widths[column.key]!] : column.width),
    /** How many of the shown columns stand still. */
    still: computed(() => shown.value.findIndex((column) => column.key === held.pinned) + 1),
    density: computed(() => held.density),
    isShown,
    toggle: (column: string) =>
      change({ hidden: isShown(column) ? [...held.hidden, column] : held.hidden.filter((one) => one !== column) }),
    move: (column: string, by: number) => {
      const order = keysOf(all.value)
      const at = order.indexOf(column)
      order.splice(at + by, 0, ...order.splice(at, 1))
      change({ order })
    },
    chosen: (column: string): Width | '' => held.widths[column] ?? '',
    setWidth: (column: string, width: Width | '') => {
      const { [column]: _, ...rest } = held.widths
      change({ widths: width ? { ...rest, [column]: width } : rest })
    },
    isPinned: (column: string) => held.pinned === column,
    pin: (column: string) => change({ pinned: held.pinned === column ? null : column }),
    setDensity: (density: Density) => change({ density }),
    reset: () => change(standard()),
  })
}
