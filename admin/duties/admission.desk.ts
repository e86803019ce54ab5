import { defineDesk } from '../app/desk.ts'
import { admissionBadge } from './admission.display.ts'
import { admissionQuery } from './admission.queries.ts'
import AdmissionDesk from './AdmissionDesk.vue'

export default defineDesk({
  query: admissionQuery,
  pick: ({ admissionApplication }) => admissionApplication,
  standing: (application) => ({
    name: application.name,
    about: application.department?.name ?? '',
    dueAt: application.dueAt,
    waiting: application.waiting,
    ...admissionBadge(application),
  }),
  view: AdmissionDesk,
})
