// Words for a dossier in one language: moments, sums, states, and the parts every section is made of.
import { FUND_SOURCES } from '../../subgraphs/compacts/fund.rules.ts'
import { SUBGRAPHS } from '../../subgraphs/index.ts'
import { nameActs, wordsOfState } from '../../subgraphs/shared/acts.ts'
import { say, text, type Locale, type Text } from '../../subgraphs/shared/words.ts'
import type { Step } from './dossier.data.ts'
import type { Section, Table } from './paper.ts'

for (const subgraph of SUBGRAPHS) nameActs(subgraph)

const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
export const at = (moment: string | null | undefined) => (moment ? time.format(new Date(moment)) : null)
export const yuan = (fen: number | null) => (fen === null ? null : (fen / 100).toFixed(2))
export const NOTHING = '—'

/** What stands in a detail, in its unit. */
const inWords = (value: string | null, unit: string | null): string =>
  value === null ? NOTHING : unit === 'MOMENT' ? at(value)! : unit === 'FEN' ? yuan(Number(value))! : value

/** Square metres of a number of cm². */
export const metres = (cm2: number) => (cm2 / 10_000).toFixed(2)

export type Fact = readonly [Text, string | number | null | undefined]

export const wordsIn = (locale: Locale) => {
  const t = (zh: string, en: string) => say(text(zh, en), locale)
  const state = (type: string, status: string) => {
    const words = wordsOfState(type, status)
    return words ? say(words, locale) : status
  }
  const fund = (source: string) => say(FUND_SOURCES[source as keyof typeof FUND_SOURCES], locale)
  const facts = (all: readonly Fact[]) =>
    all.flatMap(([label, value]) =>
      value === null || value === undefined || value === '' ? [] : [[say(label, locale), String(value)] as const],
    )
  /** A table with its heading; nothing where there are no rows. */
  const listed = (title: string, table: Table): Section[] => (table.rows.length ? [{ title, table }] : [])
  const history = (title: string, events: readonly Step[]): Section => ({
    title,
    table: {
      head: [t('时间', 'Time'), t('办理', 'Step'), t('办理人', 'By'), t('说明', 'Said')],
      widths: [82, 90, 90, '*'],
      rows: events.map(({ at: moment, label, by, reason, details }) => [
        at(moment)!,
        label,
        by,
        [reason, ...details.map((one) => `${one.label}${t('：', ': ')}${inWords(one.after, one.unit)}`)]
          .filter(Boolean)
          .join('\n') || NOTHING,
      ]),
    },
  })

  return { t, state, fund, facts, listed, history, say: (words: Text) => say(words, locale) }
}

export type Words = ReturnType<typeof wordsIn>
