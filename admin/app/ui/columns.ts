// Which columns of a table are shown, in which order, how wide, which stand still, and how close its rows stand:
// kept per table and person.
import { computed, reactive, watch } from 'vue'
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

/** The arrangement of one table; columns added later appear in their own place. */
export const useColumns = <C extends Arrangeable>(name: string, columns: () => readonly C[]) => {
  const key = `columns.${name}`
  const standard = (): Arrangement => ({
    order: columns().map((column) => column.key),
    hidden: columns()
      .filter((column) => column.hidden)
      .map((column) => column.key),
    widths: {},
    pinned: null,
    density: 'normal',
  })
  const held = reactive<Arrangement>({ ...standard(), ...kept<Partial<Arrangement>>(key, {}) })
  watch(held, () => keep(key, held))

  const place = (column: C): number => {
    const at = held.order.indexOf(column.key)
    return at < 0 ? columns().indexOf(column) : at
  }
  const all = computed(() => [...columns()].sort((a, b) => place(a) - place(b)))
  const isShown = (column: string) => !held.hidden.includes(column)

  const shown = computed(() => all.value.filter((column) => isShown(column.key)))

  return reactive({
    all,
    shown,
    widthOf: (column: C): string | undefined => (held.widths[column.key] ? WIDTHS[held.widths[column.key]!] : column.width),
    /** How many of the shown columns stand still. */
    still: computed(() => shown.value.findIndex((column) => column.key === held.pinned) + 1),
    chosen: (column: string): Width | '' => held.widths[column] ?? '',
    setWidth: (column: string, width: Width | '') => {
      const { [column]: _, ...rest } = held.widths
      held.widths = width ? { ...rest, [column]: width } : rest
    },
    isPinned: (column: string) => held.pinned === column,
    pin: (column: string) => (held.pinned = held.pinned === column ? null : column),
    density: computed(() => held.density),
    isShown,
    toggle: (column: string) => {
      held.hidden = isShown(column) ? [...held.hidden, column] : held.hidden.filter((one) => one !== column)
    },
    move: (column: string, by: number) => {
      const order = all.value.map((one) => one.key)
      const at = order.indexOf(column)
      order.splice(at + by, 0, ...order.splice(at, 1))
      held.order = order
    },
    setDensity: (density: Density) => (held.density = density),
    reset: () => Object.assign(held, standard()),
  })
}
