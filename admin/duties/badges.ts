// The badge of a version of a list: its state, or the state it is about to be in.
import { t } from '../app/i18n.ts'
import { pendingOf } from '../app/pending.ts'
import { versionTones } from './lists.display.ts'
import type { VersionStatus } from './list.queries.ts'

export const listBadge = ({ id, status }: { readonly id: string; readonly status: VersionStatus }) => {
  const next = pendingOf(id)?.to as VersionStatus | undefined
  const shown = next ?? status
  return { tone: versionTones[shown], label: t(`duties.versionStatus.${shown}`), pending: next !== undefined }
}
