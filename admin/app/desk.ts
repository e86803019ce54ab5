// The desk of a record: what can be done with it now. It stands on the page of the record, and in a drawer over any list,
// board or workbench. The address names the record, so that back closes the drawer and a reload opens it again.
import type { DocumentInput } from '@urql/core'
import type { Component } from 'vue'
import { shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import { recordDesk } from './feature.ts'
import { router } from './router.ts'
import type { Tone } from './ui/StatusBadge.vue'

export interface Waiting {
  readonly for: readonly string[]
  readonly since: string
}

/** A record in a few words. */
export interface Standing {
  readonly name: string
  readonly about: string
  readonly tone: Tone
  readonly label: string
  readonly dueAt: string | null
  /** Null for a record nobody waits on. */
  readonly waiting: Waiting | null
}

export interface Desk<Data, Row> {
  readonly query: DocumentInput<Data, { id: string }>
  readonly pick: (data: Data) => Row | null
  readonly standing: (row: Row) => Standing
  /** Takes `record`, `reload`, and `start`: an action to begin with. */
  readonly view: Component
}

/** The desk of one type of record, as the drawer takes it. */
export type AnyDesk = Desk<unknown, unknown>

export const defineDesk = <Data, Row>(desk: Desk<Data, Row>): AnyDesk => desk as unknown as AnyDesk

export interface DeskShown {
  readonly type: string
  readonly id: string
  readonly start: string | undefined
  readonly desk: AnyDesk
}

/** Puts a record on the desk, with an action to begin with. */
export const openDesk = (type: string, id: string, action?: string) => {
  const { path, query } = router.currentRoute.value
  return router.push({ path, query: { ...query, desk: [type, id, action].filter(Boolean).join(':') } })
}

export const closeDesk = () => {
  const { path, query } = router.currentRoute.value
  const { desk: _, ...rest } = query
  return router.replace({ path, query: rest })
}

/** What the address says is on the desk. */
export const useDeskShown = () => {
  const route = useRoute()
  const shown = shallowRef<DeskShown | null>(null)
  watch(
    () => route.query.desk,
    async (said) => {
      const [type = '', id = '', start] = typeof said === 'string' ? said.split(':') : []
      const desk = id ? await recordDesk(type) : undefined
      shown.value = desk && route.query.desk === said ? { type, id, start, desk } : null
    },
    { immediate: true },
  )
  return shown
}
