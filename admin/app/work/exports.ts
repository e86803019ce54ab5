// Takes a list out as a sheet, in the background: recorded first, then read page by page, then written here in the browser.
import { recordExportMutation } from './work.queries.ts'
import { plainClient } from '../client.ts'
import { dateTime } from '../format.ts'
import { t } from '../i18n.ts'
import { mistakeOf } from '../mistakes.ts'
import { Failed } from './failed.ts'
import { download } from '../save.ts'
import { here } from '../session.ts'
import type { Source } from './source.ts'
import { advance, isStopped, startTask, type Ending, type Task } from './tasks.ts'
import { workbookOf, type Value } from './workbook.ts'

/** As many rows as one sheet may hold. */
export const MOST_ROWS = 10_000

export interface Exported {
  /** The name under which the server knows the list. */
  readonly list: string
  readonly title: string
  readonly filters: readonly string[]
  readonly fields: readonly { readonly title: string; readonly text: (row: never) => Value }[]
  readonly rows: number
  readonly purpose: string | null
  readonly pages: ReturnType<Source<unknown>>
}

/** Reads all pages; null when somebody has stopped it. */
const readRows = async (task: Task, { pages, fields }: Exported): Promise<Value[][] | null> => {
  const rows: Value[][] = []
  for await (const page of pages) {
    if (isStopped(task)) return null
    rows.push(...page.map((row) => fields.map(({ text }) => text(row as never))))
    advance(task, page.length)
    if (rows.length >= MOST_ROWS) break
  }
  return rows.slice(0, MOST_ROWS)
}

const carry = async (task: Task, wanted: Exported): Promise<Ending> => {
  const { list, title, fields, rows: expected, purpose } = wanted
  const filters = [...wanted.filters]
  const columns = fields.map((field) => field.title)
  const division = here.value?.code ?? null
  const input = { list, title, division, filters, fields: columns, rows: expected, purpose }
  const { data, error } = await plainClient.mutation(recordExportMutation, { input }).toPromise()
  if (error || !data) throw new Failed(mistakeOf(error!))
  const { number, by, at } = data.recordExport
  const rows = await readRows(task, wanted)
  if (!rows) return { says: t('work.exports.stopped', { number }), isGood: false }
  const file = await workbookOf({
    title,
    facts: [
      [t('work.exports.number'), number],
      [t('work.exports.scope'), filters.join(t('work.exports.and')) || t('work.exports.everything')],
      [t('work.exports.by'), by],
      [t('work.exports.at'), dateTime(at)],
      [t('work.exports.rows'), t('work.exports.n', { n: rows.length })],
      ...(purpose ? [[t('work.exports.purpose'), purpose] as const] : []),
      [t('work.exports.note'), t('work.exports.masked')],
    ],
    columns,
    rows,
  })
  const save = () => download(file, `${title}-${number}.xlsx`)
  task.next = { label: t('work.exports.save'), run: save }
  save()
  return { says: t('work.exports.ended', { n: rows.length, number }), isGood: true }
}

/** Begins the export. */
export const startExport = (wanted: Exported): void =>
  startTask(
    {
      title: t('work.exports.task', { title: wanted.title }),
      about: wanted.filters.join(t('work.exports.and')),
      total: wanted.rows,
    },
    (task) => carry(task, wanted),
  )
