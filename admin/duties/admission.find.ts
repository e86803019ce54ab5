// Applications for the palette, by name or document number.
import { client } from '../app/client.ts'
import type { Hit } from '../app/feature.ts'
import { findAdmissionsQuery } from './admission.queries.ts'

export const find = async (text: string): Promise<Hit[]> => {
  const { data } = await client.query(findAdmissionsQuery, { text }).toPromise()
  return (data?.admissionApplications.edges ?? []).map(({ node: { id, name, documentNumber, department } }) => ({
    title: name,
    hint: [documentNumber, department?.name].filter(Boolean).join(' · '),
    to: { name: 'admission', params: { id } },
    desk: { type: 'AdmissionApplication', id },
  }))
}
