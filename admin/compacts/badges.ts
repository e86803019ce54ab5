// The badge of a record: its state, or the state it is about to be in.
import { t } from '../app/i18n.ts'
import { pendingOf } from '../app/pending.ts'
import type { Tone } from '../app/ui/StatusBadge.vue'
import {
  buildingTones,
  compactTones,
  conveningTones,
  issueTones,
  meetingTones,
  projectTones,
  rollObjectionTones,
  amendmentTones,
  pledgePaperTones,
  surveyTones,
  voteTones,
} from './compacts.display.ts'

export const badgeOf =
  <Status extends string>(words: string, tones: Record<Status, Tone>) =>
  ({ id, status }: { readonly id: string; readonly status: Status }) => {
    const next = pendingOf(id)?.to as Status | undefined
    const shown = next ?? status
    return { tone: tones[shown], label: t(`compacts.${words}.${shown}`), pending: next !== undefined }
  }

export const issueBadge = badgeOf('issueStatus', issueTones)
export const meetingBadge = badgeOf('meetingStatus', meetingTones)
export const voteBadge = badgeOf('voteStatus', voteTones)
export const projectBadge = badgeOf('projectStatus', projectTones)
export const buildingBadge = badgeOf('buildingStatus', buildingTones)
export const rollObjectionBadge = badgeOf('rollObjectionStatus', rollObjectionTones)
export const conveningBadge = badgeOf('conveningStatus', conveningTones)
export const compactBadge = badgeOf('compactStatus', compactTones)
export const surveyBadge = badgeOf('surveyStatus', surveyTones)
export const amendmentBadge = badgeOf('amendmentStatus', amendmentTones)
export const pledgePaperBadge = badgeOf('pledgePaperStatus', pledgePaperTones)
