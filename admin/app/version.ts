// Notices that the server has newer pages than the ones that are open.
import { useDocumentVisibility, useIntervalFn } from '@vueuse/core'
import { ref, watch } from 'vue'

const EVERY = 10 * 60_000

/** The script a page begins with; its name changes with every version. */
export const entryOf = (html: string): string | undefined => /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1]

const mine = entryOf(document.head.innerHTML)

export const useNewVersion = () => {
  const isNew = ref(false)
  const look = async () => {
    if (isNew.value || !mine) return
    const answer = await fetch(import.meta.env.BASE_URL, { cache: 'no-cache' }).catch(() => null)
    const theirs = answer?.ok ? entryOf(await answer.text()) : undefined
    isNew.value = theirs !== undefined && theirs !== mine
  }
  useIntervalFn(look, EVERY)
  watch(useDocumentVisibility(), (now) => void (now === 'visible' && look()))
  return isNew
}
