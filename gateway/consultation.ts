// npm run consultation -- <folder> --author <resident> [--division <code>]: takes over a Pol.is export (summary.csv, comments.csv,
// votes.csv) as an issue with its statements and their answers, through the same graph everybody uses. Running it again changes nothing.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const BATCH = 1_000
const CHOICES: Readonly<Record<string, string>> = { '1': 'AGREE', '-1': 'DISAGREE', '0': 'ABSTAIN' }

/** The rows of a CSV file (RFC 4180): quoted fields may hold commas, quotes and line ends. */
export const rowsOf = (csv: string): string[][] => {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.length > 1 || row[0])
}

const recordsOf = (csv: string): Record<string, string>[] => {
  const [names = [], ...rows] = rowsOf(csv)
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])))
}

const moment = (ms: string | undefined) => new Date(Number(ms)).toISOString()

export interface Import {
  readonly url: string
  readonly token: string
  readonly folder: string
  readonly division: string
  readonly author: string
}

export interface Imported {
  readonly issue: string
  readonly statements: { readonly read: number; readonly added: number }
  readonly ballots: { readonly read: number; readonly added: number }
  readonly seconds: number
}

export const importConsultation = async ({ url, token, folder, division, author }: Import): Promise<Imported> => {
  const read = (name: string) => readFile(join(folder, `${name}.csv`), 'utf8')
  const [summary, comments, votes] = await Promise.all([read('summary'), read('comments'), read('votes')])
  const about = Object.fromEntries(rowsOf(summary).map(([key, value]) => [key, value]))
  const statements = recordsOf(comments).map((row) => ({
    number: Number(row['comment-id']),
    body: row['comment-body']!,
    isShown: row['moderated'] !== '-1',
    at: moment(row['timestamp']),
  }))
  const ballots = recordsOf(votes).map((row) => ({
    statement: Number(row['comment-id']),
    voter: row['voter-id']!,
    choice: CHOICES[row['vote']!] ?? fail(`votes.csv: ${row['vote']}`),
    at: moment(row['timestamp']),
  }))

  const ask = async <T>(query: string, variables: object): Promise<T> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-linli-csrf': '1', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as { data?: Record<string, T>; errors?: { message: string }[] }
    return data && !errors ? Object.values(data)[0]! : fail(errors?.[0]?.message ?? `${response.status}`)
  }
  const inBatches = async (rows: readonly unknown[], query: string, issue: string): Promise<number> => {
    let added = 0
    for (let at = 0; at < rows.length; at += BATCH) added += await ask<number>(query, { issue, rows: rows.slice(at, at + BATCH) })
    return added
  }

  const began = performance.now()
  const { id } = await ask<{ id: string }>('mutation ($input: ConsultationInput!) { importConsultation(input: $input) { id } }', {
    input: { division, author, source: about['url'], title: about['topic'], body: about['conversation-description'] },
  })
  const said = await inBatches(
    statements,
    'mutation ($issue: ID!, $rows: [StatementInput!]!) { importStatements(issue: $issue, statements: $rows) }',
    id,
  )
  const cast = await inBatches(
    ballots,
    'mutation ($issue: ID!, $rows: [StatementBallotInput!]!) { importStatementBallots(issue: $issue, ballots: $rows) }',
    id,
  )
  return {
    issue: id,
    statements: { read: statements.length, added: said },
    ballots: { read: ballots.length, added: cast },
    seconds: (performance.now() - began) / 1000,
  }
}

const fail = (sentence: string): never => {
  throw new Error(sentence)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { author: { type: 'string' }, division: { type: 'string', default: '310113109043' } },
  })
  const [folder] = positionals
  const { TOKEN: token, ORIGIN, PORT } = process.env
  const { author, division } = values
  if (!folder || !token || !author) {
    console.error('用法 usage: TOKEN=… npm run consultation -- <folder> --author <resident> [--division <code>]')
    process.exit(1)
  }
  const url = ORIGIN || `http://127.0.0.1:${PORT || 4000}`
  await importConsultation({ url, token, folder, division, author }).then(
    ({ issue, statements, ballots, seconds }) =>
      console.log(
        `${issue}: ${statements.read} statements (${statements.added} new), ${ballots.read} ballots (${ballots.added} new) in ${seconds.toFixed(1)} s, ${Math.round(ballots.read / seconds)} ballots/s`,
      ),
    (error: Error) => {
      console.error(error.message)
      process.exit(1)
    },
  )
}
