// How many rows each view in the menu has: asked once they are known, on coming back, and every minute while somebody looks.
import { createSharedComposable, useEventListener, useIntervalFn } from '@vueuse/core'
import { reactive, watch } from 'vue'
import type { SavedView } from './views.queries.ts'
import { features } from './feature.ts'
import { here } from './session.ts'
import { pinnedViews } from './views.ts'

const EVERY = 60_000

type Count = (state: string) => Promise<number | null>
const files = import.meta.glob<{ count: Count }>('../*/*.list.ts')
const lists = new Map(
  features.flatMap(({ name, pages }) => pages.map(({ path, list }) => [path, files[`../${name}/${list}.list.ts`]] as const)),
)

export const useCounts = createSharedComposable(() => {
  const counts = reactive<Record<string, number>>({})
  let round = 0
  const look = async () => {
    const mine = (round += 1)
    const count = async ({ id, list, state }: SavedView) => {
      const n = (await (await lists.get(list)?.())?.count(state)) ?? null
      if (n !== null && mine === round) counts[id] = n
    }
    await Promise.all(pinnedViews.value.map(count))
  }
  watch([pinnedViews, () => here.value?.code], look, { immediate: true })
  useEventListener(window, 'focus', look)
  useIntervalFn(() => document.hasFocus() && look(), EVERY)
  return counts
})
