// The badges of a version of a list and of its items: their state, or the state they are about to be in.
import { t } from '../app/i18n.ts'
import { pendingOf } from '../app/pending.ts'
import { itemTones, versionTones } from './lists.display.ts'
import type { ItemStatus, VersionStatus } from './list.queries.ts'

export const listBadge = ({ id, status }: { readonly id: string; readonly status: VersionStatus }) => {
  const next = pendingOf(id)?.to as VersionStatus | undefined
  const shown = next ?? status
  return { tone: versionTones[shown], label: t(`duties.versionStatus.${shown}`), pending: next !== undefined }
}

/** The badge of an item: whether it holds now, or where it stands instead. */
export const itemBadge = ({
  id,
  status,
  isInForce,
}: {
  readonly id: string
  readonly status: ItemStatus
  readonly isInForce: boolean
}) => {
  const next = pendingOf(id)?.to as ItemStatus | undefined
  const shown = next ?? status
  const isPending = next !== undefined
  if (shown !== 'LISTED') return { tone: itemTones[shown], label: t(`duties.itemStatus.${shown}`), pending: isPending }
  return isInForce
    ? { tone: 'good' as const, label: t('duties.item.inForce'), pending: isPending }
    : { tone: 'neutral' as const, label: t('duties.item.notInForce'), pending: isPending }
}
