// Text for people, in the two languages of the product. Chinese is the one that always exists.

export interface Text {
  readonly zh: string
  readonly en: string
}

export type Locale = keyof Text

/** Pairs the Chinese wording with the English one. */
export const text = (zh: string, en: string): Text => ({ zh, en })

/** The wording in the reader's language. */
export const say = (words: Text, locale: Locale): string => words[locale]

/** Picks the language from an Accept-Language header; Chinese unless English is asked for first. */
export const localeOf = (header: string | null | undefined): Locale =>
  header?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh'
