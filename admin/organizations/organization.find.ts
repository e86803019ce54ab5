// Organisations found by name or code, for the palette.
import { client } from '../app/client.ts'
import type { Hit } from '../app/feature.ts'
import { findOrganizationsQuery } from './organization.queries.ts'

export const find = async (search: string): Promise<Hit[]> => {
  const { data } = await client.query(findOrganizationsQuery, { search, division: null }).toPromise()
  return (data?.socialOrganizations.edges ?? []).map(({ node }) => ({
    title: node.name,
    hint: node.code,
    to: { name: 'organization', params: { id: node.id } },
    desk: { type: 'SocialOrganization', id: node.id },
  }))
}
