// The papers a person may be registered with, and the shapes of their numbers.
import { checkResidentId, ok, plain, wrong, type Checked } from '../shared/identifiers.ts'
import { text, type Text } from '../shared/words.ts'

/** Papers a person may be registered with. */
export const PAPERS = {
  RESIDENT_ID: text('居民身份证', 'Resident ID card'),
  RESIDENCE_PERMIT: text('港澳台居民居住证', 'Residence permit for Hong Kong, Macao and Taiwan residents'),
  HK_MACAO_PERMIT: text('港澳居民来往内地通行证', 'Mainland travel permit for Hong Kong and Macao residents'),
  TAIWAN_PERMIT: text('台湾居民来往大陆通行证', 'Mainland travel permit for Taiwan residents'),
  FOREIGN_PERMANENT: text('外国人永久居留身份证', 'Foreign permanent resident ID card'),
  PASSPORT: text('护照', 'Passport'),
} satisfies Record<string, Text>

export type Paper = keyof typeof PAPERS

const SHAPES: Record<Exclude<Paper, 'RESIDENT_ID'>, RegExp> = {
  RESIDENCE_PERMIT: /^8[123]0000\d{11}[\dX]$/,
  HK_MACAO_PERMIT: /^[HM](\d{8}|\d{10})$/,
  TAIWAN_PERMIT: /^(\d{8}|\d{10})$/,
  FOREIGN_PERMANENT: /^(9\d{16}[\dX]|[A-Z]{3}\d{12})$/,
  PASSPORT: /^[A-Z0-9]{5,17}$/,
}

/** Checks the number of any paper a person may show. */
export const checkPaper = (paper: Paper, typed: string, now: Date): Checked => {
  if (paper === 'RESIDENT_ID') return checkResidentId(typed, now)
  const number = plain(typed)
  if (!SHAPES[paper].test(number))
    return wrong(number, text(`${PAPERS[paper].zh}号码格式不正确。`, `Not the shape of this number: ${PAPERS[paper].en}.`))
  return paper === 'RESIDENCE_PERMIT' ? checkResidentId(number, now) : ok(number)
}
