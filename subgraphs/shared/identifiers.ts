// Numbers that people and bodies are known by: what makes them well-formed, and what they say. Knows no record.
import { text, type Text } from './words.ts'

/** A number after normalising, with the sentence that is wrong with it; a WARNING may be overridden with a reason. */
export interface Checked {
  readonly value: string
  readonly verdict: 'OK' | 'WARNING' | 'ERROR'
  readonly problem: Text | null
}

export type Sex = 'MALE' | 'FEMALE'

export const ok = (value: string): Checked => ({ value, verdict: 'OK', problem: null })
export const wrong = (value: string, problem: Text): Checked => ({ value, verdict: 'ERROR', problem })
const doubtful = (value: string, problem: Text): Checked => ({ value, verdict: 'WARNING', problem })

/** Full-width letters and digits made half-width, spaces and invisible marks dropped, letters upper-case. */
export const plain = (typed: string): string => {
  const once = typed
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, '')
    .toUpperCase()
  // Some capitals fall apart into marks that are normalised in turn.
  return once === typed ? once : plain(once)
}

// GB 11643-1999: six digits of place, eight of birth date, three of sequence, one check (ISO 7064 MOD 11-2).
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'
// The place must lie in a province that exists; its district may have been abolished since. 81-83: residence permits.
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const OLDEST = 130

const idCheck = (first17: string): string =>
  ID_CHECKS[ID_WEIGHTS.reduce((sum, weight, i) => sum + Number(first17[i]) * weight, 0) % 11]!

/** The day as YYYY-MM-DD when year, month and day make a real one, else null. */
const realDay = (year: string, month: string, day: string): string | null => {
  const iso = `${year}-${month}-${day}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** The birth date a resident ID number carries, YYYY-MM-DD. */
export const birthDateOf = (id: string): string | null => realDay(id.slice(6, 10), id.slice(10, 12), id.slice(12, 14))

/** The sex a resident ID number carries. */
export const sexOf = (id: string): Sex => (Number(id[16]) % 2 ? 'MALE' : 'FEMALE')

/** Checks a resident ID number of 18 characters. */
export const checkResidentId = (typed: string, now: Date): Checked => {
  const id = plain(typed)
  if (/^\d{15}$/.test(id))
    return wrong(
      id,
      text('请填写18位身份证号，15位旧号已停用。', 'Give the 18-character number; the old 15-digit one is no longer valid.'),
    )
  if (!/^\d{17}[\dX]$/.test(id))
    return wrong(id, text('身份证号应为18位，前17位为数字。', 'A resident ID number has 18 characters, the first 17 digits.'))
  if (!PROVINCES.has(id.slice(0, 2)))
    return wrong(id, text('身份证号前两位不是有效的省级代码。', 'The first two digits name no province.'))
  const born = birthDateOf(id)
  if (!born) return wrong(id, text('身份证号中的出生日期不存在。', 'The birth date in the number does not exist.'))
  if (new Date(`${born}T00:00:00+08:00`) > now)
    return wrong(id, text('身份证号中的出生日期晚于今天。', 'The birth date in the number lies in the future.'))
  if (now.getUTCFullYear() - Number(born.slice(0, 4)) > OLDEST)
    return wrong(id, text('身份证号中的出生日期过早，请核对。', 'The birth date in the number is too long ago.'))
  if (idCheck(id) !== id[17]) return wrong(id, text('身份证号校验码不符，请核对。', 'The check character does not match.'))
  return ok(id)
}

// GB 32100-2015. The outer "mod 31" matters: a remainder of 0 gives the check character 0, not a 32nd one.
const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
// GB 11714, the organisation code in characters 9 to 17.
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

const usccCheck = (code: string): string =>
  USCC[(31 - (USCC_WEIGHTS.reduce((sum, weight, i) => sum + USCC.indexOf(code[i]!) * weight, 0) % 31)) % 31]!

const orgCheck = (org: string): string => {
  const rest = 11 - (ORG_WEIGHTS.reduce((sum, weight, i) => sum + Number.parseInt(org[i]!, 36) * weight, 0) % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

/** Checks a unified social credit code. Codes that fail the check are in real use, so that is a warning. */
export const checkUscc = (typed: string): Checked => {
  const code = plain(typed)
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code))
    return wrong(
      code,
      text(
        '统一社会信用代码应为18位，不含字母I、O、Z、S、V。',
        'A unified social credit code has 18 characters, without I, O, Z, S and V.',
      ),
    )
  if (usccCheck(code) !== code[17])
    return doubtful(
      code,
      text(
        '统一社会信用代码校验码不符，请核对；确认无误可注明理由后保留。',
        'The check character does not match; keep it only with a reason.',
      ),
    )
  if (orgCheck(code.slice(8)) !== code[16])
    return doubtful(
      code,
      text(
        '统一社会信用代码中的组织机构代码校验码不符，请核对；确认无误可注明理由后保留。',
        'The inner organisation code does not match its check; keep it only with a reason.',
      ),
    )
  return ok(code)
}

export type PhoneKind = 'MOBILE' | 'LANDLINE' | 'HOTLINE'

const PHONES: Record<PhoneKind, RegExp> = {
  MOBILE: /^1[3-9]\d{9}$/,
  LANDLINE: /^0\d{2,3}-?\d{7,8}$/,
  HOTLINE: /^(1\d{2,4}|9[56]\d{3,4}|[48]00\d{7})$/,
}

const PHONE = text(
  '电话号码格式不正确，请填写手机号或带区号的座机号。',
  'Give a mobile number, or a landline with its area code.',
)

// Area codes of Beijing and of 02x have three digits, all others four.
const withArea = (digits: string): string => digits.replace(/^(010|02\d|0\d{3})/, '$1-')

/** A phone number normalised (no +86, landlines as 021-56781234, others without dashes) and what it is; null when it is none. */
export const phoneKindOf = (typed: string): { readonly value: string; readonly kind: PhoneKind } | null => {
  const number = plain(typed)
    .replace(/^(\+86|0086|86(?=1\d{10}$))-?/, '')
    .replace(/[()‐-―]/gu, (mark) => (/[()]/.test(mark) ? '' : '-'))
  const digits = number.replaceAll('-', '')
  const kind = (['MOBILE', 'HOTLINE', 'LANDLINE'] as const).find((k) => PHONES[k].test(k === 'LANDLINE' ? number : digits))
  return kind ? { value: kind === 'LANDLINE' ? withArea(digits) : digits, kind } : null
}

/** Checks a phone number of a person: a mobile, or a landline with its area code. */
export const checkPhone = (typed: string): Checked => {
  const phone = phoneKindOf(typed)
  return phone && phone.kind !== 'HOTLINE' ? ok(phone.value) : wrong(plain(typed), PHONE)
}
