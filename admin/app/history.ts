// The words of what happened to a record: the workflow's own where it has one, else ours for entries without a workflow.
import { i18n } from './i18n.ts'

const { t, te } = i18n.global

/** What a step of a history is called; the API gives its label in the reader's language, or only the action's name. */
export const stepLabel = ({ action, label = action }: { readonly action: string; readonly label?: string }): string =>
  te(`event.${label}`) ? t(`event.${label}`) : label

/** What a role or relation is called. */
export const roleLabel = (role: string): string => (te(`role.${role}`) ? t(`role.${role}`) : role)
