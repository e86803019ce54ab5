// What went wrong, as the page needs it: the code, a sentence to show, and what helps to mend it. Knows no component.
import type { CombinedError } from '@urql/core'
import { t } from './i18n.ts'

export type Code =
  | 'REFUSED'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNAUTHENTICATED'
  | 'VERSION_CONFLICT'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'OFFLINE'
  | 'UNKNOWN'

export interface Change {
  readonly label: string
  readonly by: string
  readonly at: string
  readonly reason?: string | null
}

export interface Mistake {
  readonly code: Code
  readonly sentence: string
  /** The field of the form that is wrong. */
  readonly field: string | null
  readonly requestId: string | null
  /** What others did meanwhile, when the version was old. */
  readonly changes: readonly Change[]
}

const CODES: readonly string[] = [
  'REFUSED',
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'VERSION_CONFLICT',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
] satisfies Code[]

/** True when the platform failed, so that somebody has to look it up; false when it said no. */
export const isOurs = ({ code }: Mistake): boolean => code === 'UNKNOWN' || code === 'OFFLINE'

const isCode = (code: unknown): code is Code => typeof code === 'string' && CODES.includes(code)
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Reads an error of the API; an unknown one keeps its request id, so that it can be looked up. */
export const mistakeOf = (error: CombinedError): Mistake => {
  const first = error.graphQLErrors[0]
  const more = first?.extensions ?? {}
  const headers = (error.response as Response | undefined)?.headers
  const requestId = textOf(more.requestId) ?? headers?.get('x-request-id') ?? null
  const none = { field: null, changes: [], requestId }
  if (first && isCode(more.code))
    return {
      code: more.code,
      sentence: first.message,
      field: textOf(more.field),
      changes: Array.isArray(more.changes) ? (more.changes as Change[]) : [],
      requestId,
    }
  if (first) return { ...none, code: 'UNKNOWN', sentence: t('mistake.unknown') }
  const status = (error.response as Response | undefined)?.status
  if (status === 429) return { ...none, code: 'RATE_LIMITED', sentence: t('mistake.busy') }
  return { ...none, code: 'OFFLINE', sentence: navigator.onLine ? t('mistake.unreachable') : t('mistake.offline') }
}
