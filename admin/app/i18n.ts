// The words of the admin in two languages. Chinese of the shell is always there; features bring theirs with their pages.
import { createI18n } from 'vue-i18n'
import zh from './zh.ts'

export type Locale = 'zh' | 'en'

export interface Text {
  readonly zh: string
  readonly en: string
}

type Messages = Record<string, unknown>

/** A sentence with names in braces, `共 {n} 条`, as a function that fills them in. */
const messageCompiler = (message: unknown) => {
  const parts = String(message).split(/\{(\w+)\}/)
  return ({ values }: { values: Record<string, unknown> }) =>
    parts.map((part, at) => (at % 2 ? String(values[part] ?? '') : part)).join('')
}

export const i18n = createI18n<false>({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  messages: { zh },
  messageCompiler,
})

/** Pairs the Chinese wording with the English one, where a key would be further away than the words. */
export const text = (zh: string, en: string): Text => ({ zh, en })

export const locale = (): Locale => i18n.global.locale.value as Locale

/** The wording in the reader's language; reactive inside a render. */
export const say = (words: Text): string => words[locale()]

export const t = i18n.global.t

const sources = import.meta.glob<{ default: Messages }>([
  '../*/zh.ts',
  '../*/en.ts',
  './work/zh.ts',
  './work/en.ts',
  '!../app/*.ts',
])
const loaded = new Set<string>(['app zh'])

const loadShell = async (wanted: Locale) => {
  if (loaded.has(`app ${wanted}`)) return
  i18n.global.mergeLocaleMessage('en', (await import('./en.ts')).default)
  loaded.add(`app ${wanted}`)
}

const features = new Set<string>()

/** Brings the words of a feature in the current language; a page waits for it before it is shown. */
export const loadWords = async (feature: string, wanted: Locale = locale()) => {
  features.add(feature)
  const source = sources[`../${feature}/${wanted}.ts`] ?? sources[`./${feature}/${wanted}.ts`]
  if (!source || loaded.has(`${feature} ${wanted}`)) return
  i18n.global.mergeLocaleMessage(wanted, { [feature]: (await source()).default })
  loaded.add(`${feature} ${wanted}`)
}

/** Switches the language of everything, including Element Plus and the lang of the document. */
export const setLocale = async (wanted: Locale) => {
  await loadShell(wanted)
  await Promise.all([...features].map((feature) => loadWords(feature, wanted)))
  i18n.global.locale.value = wanted
  document.documentElement.lang = wanted === 'zh' ? 'zh-CN' : 'en'
}
