// Issues for the palette, by number or title.
import { client } from '../app/client.ts'
import type { Hit } from '../app/feature.ts'
import { findIssuesQuery } from './issue.queries.ts'

export const find = async (text: string): Promise<Hit[]> => {
  const { data } = await client.query(findIssuesQuery, { text }).toPromise()
  return (data?.issues.edges ?? []).map(({ node: { id, number, title, division } }) => ({
    title,
    hint: [number, division.name].filter(Boolean).join(' · '),
    to: { name: 'issue', params: { id } },
    desk: { type: 'Issue', id },
  }))
}
