// The way of a matter as a list of tasks: what each stage has brought, and where on the page it is found.
import type { Step } from '../app/ui/Stepper.vue'
import { ADMISSION_STAGES, admissionStageOf } from './admission.display.ts'
import type { AdmissionWhole } from './admission.queries.ts'

type Stage = (typeof ADMISSION_STAGES)[number]
type Say = (key: string, values?: Record<string, unknown>) => string

const OVER = new Set(['REJECTED', 'WITHDRAWN'])
const HALTED = new Set(['RETURNED', 'SUSPENDED', 'ADJUSTING'])

/** What is known of a stage, in a few words; nothing as long as nothing is. */
const notes: Record<Stage, (application: AdmissionWhole, t: Say) => string | null | undefined> = {
  apply: ({ submittedAt }) => submittedAt?.slice(0, 10),
  review: ({ reviewedBy }) => reviewedBy,
  consult: ({ opinions }, t) =>
    opinions.length
      ? t('duties.consult.given', { n: opinions.filter(({ stance }) => stance).length, all: opinions.length })
      : null,
  decide: ({ tally }, t) => tally && t('duties.tally.short', { n: tally.votesFor, all: tally.members }),
  show: ({ notice }, t) => notice && t('duties.admission.until', { day: notice.until }),
  admit: ({ documentNumber }) => documentNumber,
  force: ({ itemCode, status }) => (status === 'ADMITTED' ? null : itemCode),
}

const targets: Record<Stage, string> = {
  apply: 'admission-facts',
  review: 'admission-review',
  consult: 'admission-opinions',
  decide: 'admission-meeting',
  show: 'admission-publicity',
  admit: 'admission-facts',
  force: 'admission-facts',
}

/** How far it got before it ended. */
const reached = ({ legalOpinion, opinions, tally, publicityBegunAt, documentNumber }: AdmissionWhole): number =>
  [legalOpinion, opinions.length, tally, publicityBegunAt, documentNumber].filter(Boolean).length

export const admissionWay = (application: AdmissionWhole, t: Say): Step[] => {
  const { status } = application
  const isOver = OVER.has(status)
  const behind = isOver ? reached(application) : admissionStageOf[status]
  const stateOf = (at: number): Step['state'] => {
    if (HALTED.has(status) && at === Math.min(behind, 6)) return 'stopped'
    if (at !== behind) return at < behind ? 'done' : 'later'
    return isOver ? 'stopped' : 'now'
  }
  return ADMISSION_STAGES.map((stage, at) => {
    const note = at <= behind ? notes[stage](application, t) : null
    return {
      key: stage,
      label: t(`duties.admissionWay.${stage}`),
      state: stateOf(at),
      target: targets[stage],
      ...(note && { note }),
    }
  })
}
