// Issues that say much the same as what is being written.
import { client } from '../app/client.ts'
import { similarIssuesQuery } from './issueFind.queries.ts'

export const findSimilar = async (division: string, title: string) => {
  const { data } = await client.query(similarIssuesQuery, { division, title }).toPromise()
  return data?.similarIssues ?? []
}
