// The errors a caller may see: a code, and a sentence fit to show. Everything else is a bug and is masked.
import { GraphQLError } from 'graphql'
import { say, text, type Locale, type Text } from './words.ts'

export type Code =
  | 'REFUSED'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNAUTHENTICATED'
  | 'VERSION_CONFLICT'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'

/** An error for people. `rule` names the guard or article that speaks, `changes` what others did meanwhile. */
export class Told extends Error {
  readonly code: Code
  readonly words: Text
  readonly more: Record<string, unknown>

  constructor(code: Code, words: Text, more: Record<string, unknown> = {}) {
    super(words.en)
    this.code = code
    this.words = words
    this.more = more
  }

  toGraphQL(locale: Locale): GraphQLError {
    return new GraphQLError(say(this.words, locale), { extensions: { code: this.code, ...this.more } })
  }
}

export const refused = (words: Text, more?: Record<string, unknown>) => new Told('REFUSED', words, more)
export const badInput = (words: Text, more?: Record<string, unknown>) => new Told('BAD_USER_INPUT', words, more)
export const forbidden = (words: Text = text('您没有这项权限。', 'You may not do this.')) => new Told('FORBIDDEN', words)
export const unauthenticated = () => new Told('UNAUTHENTICATED', text('请先登录。', 'Please sign in first.'))
export const notFound = (what: Text) =>
  new Told(
    'NOT_FOUND',
    text(`没有找到该${what.zh}，或不在您的管理范围内。`, `No such ${what.en.toLowerCase()}, or not within your scope.`),
  )
export const versionConflict = (current: number, changes: unknown[]) =>
  new Told(
    'VERSION_CONFLICT',
    text(
      '这条记录刚刚被他人更新，请查看变化后再操作。',
      'Someone has just changed this record; look at the changes and try again.',
    ),
    { currentVersion: current, changes },
  )
