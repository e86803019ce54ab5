// The way of a version of a list: what each stage still lacks or has brought, and where on the page it is found.
import { day } from '../app/format.ts'
import type { Step } from '../app/ui/Stepper.vue'
import type { ListWhole } from './list.queries.ts'
import { VERSION_STAGES, versionStageOf } from './lists.display.ts'

type Stage = (typeof VERSION_STAGES)[number]
type Say = (key: string, values?: Record<string, unknown>) => string

const notes: Record<Stage, (list: ListWhole, t: Say) => string | null> = {
  compile: ({ items }, t) => t('duties.way.items', { n: items.length }),
  solicit: ({ solicitedAt, opinions }, t) =>
    solicitedAt && t('duties.way.answered', { n: opinions.filter(({ answer }) => answer).length, all: opinions.length }),
  deliberate: ({ deliberatedAt }) => deliberatedAt && day(deliberatedAt),
  publish: ({ documentNumber }) => documentNumber,
  force: ({ inForceAt, effectiveOn }) => (inForceAt ? day(inForceAt) : effectiveOn),
}

const targets: Record<Stage, string> = {
  compile: 'list-items',
  solicit: 'list-opinions',
  deliberate: 'list-facts',
  publish: 'list-facts',
  force: 'list-facts',
}

export const listWay = (list: ListWhole, t: Say): Step[] => {
  const behind = versionStageOf[list.status]
  return VERSION_STAGES.map((stage, at) => {
    const note = at <= behind ? notes[stage](list, t) : null
    const state: Step['state'] = list.status === 'REPEALED' ? 'stopped' : at < behind ? 'done' : at === behind ? 'now' : 'later'
    return { key: stage, label: t(`duties.way.${stage}`), state, target: targets[stage], ...(note && { note }) }
  })
}
