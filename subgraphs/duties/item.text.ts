// What an item and its legal basis say: the columns that are copied from version to version, revised, and compared.
import { columnsIn } from './changes.ts'
import type { LegalBasis } from './basis.entity.ts'
import type { DutyItem } from './item.entity.ts'

const ITEM = [
  'code',
  'name',
  'category',
  'performer',
  'partners',
  'content',
  'standard',
  'frequency',
  'timeLimit',
  'materials',
  'fundingSource',
  'funding',
  'accountingUnit',
  'staffing',
  'validFrom',
  'validTo',
  'admissionDocument',
  'remark',
] as const satisfies readonly (keyof DutyItem)[]

const BASIS = ['law', 'article', 'level', 'inForceFrom', 'inForceTo', 'link'] as const satisfies readonly (keyof LegalBasis)[]

const textOf = <Row extends object, Key extends keyof Row>(keys: readonly Key[]) => ({
  keys,
  of: (row: Row): Pick<Row, Key> => columnsIn(row, keys),
})

export const ITEM_TEXT = textOf<DutyItem, (typeof ITEM)[number]>(ITEM)
export const BASIS_TEXT = textOf<LegalBasis, (typeof BASIS)[number]>(BASIS)
