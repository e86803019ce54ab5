// Named states of a list that somebody keeps for themselves, here and on the server; one of them may open the list.
import { computed, reactive, watch } from 'vue'
import { keep, kept } from './kept.ts'
import type { FilterValues, ListAddress } from './list.ts'

export interface SavedView {
  readonly name: string
  readonly values: FilterValues
  readonly order: string | null
}

interface Kept {
  views: SavedView[]
  /** The name of the view the list opens with. */
  opening: string | null
}

const MOST = 12
const nothing = (): Kept => ({ views: [], opening: null })
const signOf = (values: FilterValues, order: string | null | undefined) =>
  JSON.stringify([Object.entries(values).sort(([a], [b]) => a.localeCompare(b)), order ?? null])

export const useViews = (address: ListAddress) => {
  const key = `views.${address.path}`
  const held = reactive<Kept>({ ...nothing(), ...kept<Partial<Kept>>(key, {}) })
  watch(held, () => keep(key, held))

  const current = computed(() => signOf(address.values, address.order))
  const isShown = (view: SavedView) => signOf(view.values, view.order) === current.value
  const open = (view: SavedView) => address.show(view.values, view.order)
  const isPlain = () => !address.order && !Object.keys(address.values).length

  const opening = held.views.find((view) => view.name === held.opening)
  if (opening && isPlain() && address.page === 1) address.show(opening.values, opening.order, true)

  return {
    held,
    isShown,
    open,
    isKept: computed(() => held.views.some(isShown)),
    save: (name: string) => {
      const view = { name, values: { ...address.values }, order: address.order ?? null }
      held.views = [...held.views.filter((one) => one.name !== name), view].slice(-MOST)
    },
    drop: (name: string) => {
      held.views = held.views.filter((one) => one.name !== name)
      if (held.opening === name) held.opening = null
    },
    toggleOpening: (name: string) => (held.opening = held.opening === name ? null : name),
  }
}
