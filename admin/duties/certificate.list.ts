// The list of requests for certificates: what its address asks for, and how many that is.
import type { ListState } from '../app/list.ts'
import { counter } from '../app/totals.ts'
import { certificatesQuery, type CertificateStatus } from './certificate.queries.ts'

export const certificatesAsked = (list: ListState, division: string | null) => ({
  filter: {
    status: (list.many('status') as CertificateStatus[] | undefined) ?? null,
    number: list.one('number') ?? null,
    division,
  },
  first: list.first,
  after: list.after ?? null,
})

export const count = counter(certificatesQuery, certificatesAsked)
