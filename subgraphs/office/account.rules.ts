// What a password and an account name must be, and when repeated failures lock. Pure.
import { text, type Text } from '../shared/words.ts'

export const LOCK_AFTER = 5
export const LOCK_MINUTES = 15

/** Why a password is not good enough, or null. */
export const weakness = (password: string, username: string): Text | null => {
  if (password.length < 10) return text('密码至少 10 位。', 'A password has at least 10 characters.')
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((k) => k.test(password)).length
  if (kinds < 3)
    return text('密码须含大写、小写、数字、符号中的三类。', 'A password mixes three of: capitals, small letters, digits, signs.')
  if (password.toLowerCase().includes(username.toLowerCase()))
    return text('密码不能包含账号名。', 'A password does not contain the account name.')
  return null
}

/** Account names: 3 to 32 small letters, digits, dot, dash. */
export const misnamed = (username: string): Text | null =>
  /^[a-z][a-z0-9.-]{2,31}$/.test(username)
    ? null
    : text(
        '账号名为 3–32 位小写字母、数字、点或横线，以字母开头。',
        'An account name has 3 to 32 small letters, digits, dots or dashes and begins with a letter.',
      )

/** Until when an account is locked after one more failure; null while it is not. */
export const lockAfter = (failures: number, now: Date): Date | null =>
  failures > 0 && failures % LOCK_AFTER === 0
    ? new Date(now.getTime() + LOCK_MINUTES * 60_000 * 2 ** (failures / LOCK_AFTER - 1))
    : null
