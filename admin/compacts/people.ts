// People on the roll of a division, to choose one by name.
import { client } from '../app/client.ts'
import { findAuthorsQuery } from './issueFind.queries.ts'

export const findPeople = async (name: string, division: string) => {
  const { data } = await client.query(findAuthorsQuery, { name, division }).toPromise()
  return (data?.residents.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: [node.name, node.address].filter(Boolean).join(' · '),
  }))
}
