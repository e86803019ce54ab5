// The words of this room that are choices: stored by their name, shown and imported in Chinese.
import type { Sex } from '../shared/identifiers.ts'
import { text, type Text } from '../shared/words.ts'

export const SEXES = { MALE: text('男', 'Male'), FEMALE: text('女', 'Female') } satisfies Record<Sex, Text>

export const RESIDENCES = {
  REGISTERED: text('户籍', 'Registered here'),
  PERMANENT: text('常住', 'Living here for half a year or more'),
  MIGRANT: text('来沪人员', 'Come from elsewhere'),
} satisfies Record<string, Text>
export type Residence = keyof typeof RESIDENCES

export const RELATIONS = {
  HEAD: text('户主', 'Head'),
  SPOUSE: text('配偶', 'Spouse'),
  CHILD: text('子女', 'Child'),
  PARENT: text('父母', 'Parent'),
  GRANDCHILD: text('孙辈', 'Grandchild'),
  OTHER: text('其他', 'Other'),
} satisfies Record<string, Text>
export type Relation = keyof typeof RELATIONS

export const ENDINGS = {
  MOVED_OUT: text('迁出', 'Moved out'),
  DECEASED: text('去世', 'Deceased'),
  ERASED: text('已删除', 'Erased at their own request'),
} satisfies Record<string, Text>
export type Ending = keyof typeof ENDINGS

/** The name of a choice by its Chinese wording, as a spreadsheet gives it. */
export const namedBy = <Name extends string>(words: Record<Name, Text>, zh: string): Name | null =>
  (Object.entries<Text>(words).find(([, w]) => w.zh === zh)?.[0] as Name | undefined) ?? null

export const wordsOf = (words: Record<string, Text>): string[] => Object.values(words).map((w) => w.zh)
