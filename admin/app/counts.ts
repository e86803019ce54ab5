// How many rows each view in the menu has: asked once they are known, on coming back, and every minute while somebody looks.
import { useEventListener, useIntervalFn } from '@vueuse/core'
import { reactive, watch } from 'vue'
import { features } from './feature.ts'
import { here } from './session.ts'
import { pinnedViews } from './views.ts'

const EVERY = 60_000
const pages = new Map(features.flatMap((feature) => feature.pages.map((page) => [page.path, page])))

export const counts = reactive<Record<string, number>>({})
let round = 0

const look = async () => {
  const mine = (round += 1)
  const count = async ({ id, list, state }: (typeof pinnedViews.value)[number]) => {
    const n = (await pages.get(list)?.count?.(state)) ?? null
    if (n !== null && mine === round) counts[id] = n
  }
  await Promise.all(pinnedViews.value.map(count))
}

export const useCounts = () => {
  watch([pinnedViews, () => here.value?.code], look, { immediate: true })
  useEventListener(window, 'focus', look)
  useIntervalFn(() => document.hasFocus() && look(), EVERY)
}
