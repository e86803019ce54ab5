// The server's time: deadlines are judged by it, whatever the clock of this machine says.
import { useIntervalFn, useNow } from '@vueuse/core'
import { computed, ref } from 'vue'

/** Dates in headers are whole seconds, and an answer is under way for a while: a smaller difference is none. */
const COARSE = 2_000

/** How far the server's clock is ahead of this machine's, in milliseconds. */
const ahead = ref(0)

/** Learns from the Date header of an answer that was asked for and heard at these moments of this machine. */
export const learnTime = (date: string | null, askedAt: number, heardAt: number) => {
  const told = Date.parse(date ?? '')
  if (Number.isNaN(told)) return
  // The header's second began before it was written, and it was written between asking and hearing.
  const earliest = told - heardAt
  const latest = told + 1_000 - askedAt
  if (ahead.value < earliest - COARSE || ahead.value > latest + COARSE)
    ahead.value = earliest - COARSE < 0 && latest + COARSE > 0 ? 0 : Math.round((earliest + latest) / 2)
}

/** The present moment of the server. */
export const now = (): number => Date.now() + ahead.value

/** The same as a date, for a calendar to open at. */
export const today = (): Date => new Date(now())

/** The same for a component, kept going. */
export const useMoment = () => {
  const here = useNow({ scheduler: (tick) => useIntervalFn(tick, 30_000) })
  return computed(() => here.value.getTime() + ahead.value)
}
