// Keeps how far something is scrolled while its page rests in a tab, and puts it back when the page is shown again.
import { nextTick, onActivated, onMounted, type Ref } from 'vue'

export const useKeptScroll = (box: Ref<HTMLElement | undefined>) => {
  let top = 0
  let left = 0
  onMounted(() =>
    box.value?.addEventListener(
      'scroll',
      () => {
        top = box.value?.scrollTop ?? 0
        left = box.value?.scrollLeft ?? 0
      },
      { passive: true },
    ),
  )
  onActivated(async () => {
    await nextTick()
    box.value?.scrollTo({ top, left })
  })
}
