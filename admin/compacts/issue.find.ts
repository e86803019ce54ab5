// Issues looked for while one is raised or merged: those that say much the same, and those another may go on in.
import { defineAsyncComponent, h, type FunctionalComponent } from 'vue'
import { client } from '../app/client.ts'
import type { FieldValue } from '../app/step.ts'
import { findTargetsQuery } from './issueFind.queries.ts'

const SimilarIssues = defineAsyncComponent(() => import('./SimilarIssues.vue'))

/** What stands under a title while it is typed. */
export const similarBeside =
  (division: string): FunctionalComponent<{ value: FieldValue | undefined }> =>
  ({ value }) =>
    h(SimilarIssues, { division, title: typeof value === 'string' ? value : '' })

/** Issues of the committee being screened or deliberated on, this one left out. */
export const findTargets = async (text: string, division: string, except: string) => {
  const { data } = await client.query(findTargetsQuery, { text, division }).toPromise()
  return (data?.issues.edges ?? [])
    .filter(({ node }) => node.id !== except)
    .map(({ node: { id, number, title } }) => ({ value: id, label: [number, title].filter(Boolean).join(' · ') }))
}
