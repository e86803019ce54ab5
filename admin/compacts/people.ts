// People on the roll of a division, and departments, to choose one by name.
import { client } from '../app/client.ts'
import { findAuthorsQuery } from './issueFind.queries.ts'
import { ownersToChooseQuery } from './project.queries.ts'

export const findPeople = async (name: string, division: string) => {
  const { data } = await client.query(findAuthorsQuery, { name, division }).toPromise()
  return (data?.residents.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: [node.name, node.address].filter(Boolean).join(' · '),
  }))
}

/** Departments with an account of their own, by a part of their name. */
export const findDepartments = async (words: string) => {
  const { data } = await client.query(ownersToChooseQuery, {}).toPromise()
  return (data?.departments.edges ?? [])
    .filter(({ node }) => node.name.includes(words.trim()))
    .map(({ node }) => ({ value: node.id, label: node.name }))
}
