import { defineDesk } from '../app/desk.ts'
import { certificateBadge } from './tasks.display.ts'
import { certificateQuery } from './certificate.queries.ts'
import CertificateDesk from './CertificateDesk.vue'

export default defineDesk({
  query: certificateQuery,
  pick: ({ certificateRequest }) => certificateRequest,
  standing: (request) => ({
    name: request.matter,
    about: [request.name, request.division.name].join(' · '),
    dueAt: request.dueAt,
    waiting: request.waiting,
    ...certificateBadge(request),
  }),
  view: CertificateDesk,
})
