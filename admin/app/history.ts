// The words of who acted in a history.
import { i18n } from './i18n.ts'

const { t, te } = i18n.global

/** What a role or relation is called. */
export const roleLabel = (role: string): string => (te(`role.${role}`) ? t(`role.${role}`) : role)

/** Who acted, as the API names them. */
export const actorName = (by: string): string => (by === 'SYSTEM' ? t('role.SYSTEM') : by)
