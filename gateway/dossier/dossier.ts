// The dossier of an issue, taken out in one go: its whole history as a paper (PDF) or as data with the files in it (JSON).
// A client of the graph: it asks as whoever takes it out, and maps.
import { createHash } from 'node:crypto'
import type { Locale } from '../../subgraphs/shared/words.ts'
import { paperOf } from './dossier.paper.ts'
import { COMPACTS, ISSUE, MEETINGS, VOTES, WORKS } from './dossier.query.ts'
import type { CompactData, Dossier, File, IssueData, MeetingData, VoteData, WorksData } from './dossier.data.ts'
import { setPaper } from './paper.ts'

interface Refusal {
  readonly message: string
  readonly extensions?: { readonly code?: string }
}

export type AskGraph = (query: string, variables: object) => Promise<{ data?: unknown; errors?: readonly Refusal[] }>

/** What the graph did not give, in its own words. */
export class NotGiven extends Error {
  readonly code: string
  constructor({ message, extensions }: Refusal) {
    super(message)
    this.code = extensions?.code ?? 'INTERNAL_SERVER_ERROR'
  }
}

const filesOf = (attachments: IssueData['attachments'], origin: string): Promise<File[]> =>
  Promise.all(
    attachments.flatMap(({ id, name, type, size, url }) =>
      url === null
        ? []
        : [
            fetch(new URL(url, origin), { signal: AbortSignal.timeout(30_000) }).then(async (answer) => {
              if (!answer.ok) throw new Error(`the file ${id} cannot be read (${answer.status})`)
              const bytes = Buffer.from(await answer.arrayBuffer())
              const sha256 = createHash('sha256').update(bytes).digest('hex')
              return { id, name, type, size, sha256, content: bytes.toString('base64') }
            }),
          ],
    ),
  )

/** Everything about an issue the caller may read; null where there is none for them. */
const gather = async (ask: AskGraph, id: string, origin: string, now: Date): Promise<Dossier | null> => {
  const read = async <T>(query: string): Promise<T | null> => {
    const { data, errors } = await ask(query, { id })
    if (errors?.length) throw new NotGiven(errors[0]!)
    return (data as { issue: T | null }).issue
  }
  const issue = await read<IssueData>(ISSUE)
  if (!issue) return null
  const [meetings, votes, works, compacts, attachments] = await Promise.all([
    read<{ meetings: MeetingData[] }>(MEETINGS),
    read<{ votes: VoteData[] }>(VOTES),
    read<WorksData>(WORKS),
    read<{ compact: { editions: CompactData[] } | null }>(COMPACTS),
    filesOf(issue.attachments, origin),
  ])
  // A link ends in a quarter of an hour; the files themselves are beside.
  const kept = issue.attachments.map((one) => ({ ...one, url: null }))
  return {
    exportedAt: now.toISOString(),
    issue: { ...issue, attachments: kept },
    meetings: meetings!.meetings,
    votes: votes!.votes,
    works: works!,
    compacts: compacts!.compact?.editions.toReversed() ?? [],
    attachments,
  }
}

export interface Taken {
  readonly type: string
  readonly name: string
  readonly body: Buffer
}

interface Wish {
  readonly id: string
  readonly form: 'pdf' | 'json'
  readonly locale: Locale
  readonly origin: string
  readonly now: Date
}

export const takeDossier = async (ask: AskGraph, { id, form, locale, origin, now }: Wish): Promise<Taken | null> => {
  const dossier = await gather(ask, id, origin, now)
  if (!dossier) return null
  const name = `${dossier.issue.number ?? id}.${form}`
  return form === 'json'
    ? { type: 'application/json; charset=utf-8', name, body: Buffer.from(JSON.stringify(dossier, null, 1)) }
    : { type: 'application/pdf', name, body: await setPaper(paperOf(dossier, locale)) }
}
