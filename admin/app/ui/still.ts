// Columns that stand still while the others are scrolled sideways: how far from the left each of them stops.
import { useEventListener } from '@vueuse/core'
import { nextTick, ref, watch, type Ref } from 'vue'

/** `count` of them from the left, those that number and pick rows included; none when it is zero. */
export const useStill = (region: Ref<HTMLElement | undefined>, count: () => number, arrangement: () => unknown) => {
  const lefts = ref<number[]>([])
  const measure = async () => {
    await nextTick()
    const heads = Array.from(region.value?.querySelectorAll<HTMLElement>('thead th') ?? []).slice(0, count())
    let left = 0
    lefts.value = heads.map((head) => {
      const at = left
      left += head.offsetWidth
      return at
    })
  }
  watch([region, count, arrangement], measure, { deep: true, immediate: true })
  useEventListener('resize', measure)

  /** Class and style of the cell at a place in its row. */
  return (place: number) => (place < lefts.value.length ? { class: 'still', style: { left: `${lefts.value[place]}px` } } : {})
}
