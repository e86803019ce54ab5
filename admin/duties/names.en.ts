// How the states and kinds of lists are called in English, by their names in the API.
import type zh from './names.zh.ts'

const en: typeof zh = {
  listType: {
    SELF_GOVERNANCE: 'Own duties by law',
    ASSIST_GOVERNMENT: 'Assistance to government by law',
    CERTIFICATE: 'Certificates that may be issued',
    NEGATIVE: 'Matters that may not be passed down',
    TOWN_BASIC: 'Basic duties of the town',
    TOWN_COOPERATE: 'Duties the town cooperates in',
    TOWN_WITHDRAWN: 'Matters taken back by departments',
  },
  versionStatus: {
    COMPILING: 'Compiling',
    SOLICITING: 'Soliciting opinions',
    DELIBERATED: 'Deliberated',
    PUBLISHED: 'Published',
    IN_FORCE: 'In force',
    SUPERSEDED: 'Superseded',
    REPEALED: 'Repealed',
  },
  itemStatus: { LISTED: 'Listed', SUSPENDED: 'Suspended', ADJUSTING: 'Adjusting', WITHDRAWN: 'Withdrawn' },
  category: {
    SELF_GOVERNANCE: 'Self-governance',
    PUBLIC_SERVICE: 'Public service',
    PUBLIC_MANAGEMENT: 'Public management',
    PUBLIC_SAFETY: 'Public safety',
    RIGHTS_PROTECTION: 'Protection of rights',
    CERTIFICATION: 'Certification',
  },
  performer: {
    RESIDENTS_COMMITTEE: "Residents' committee",
    VILLAGERS_COMMITTEE: "Villagers' committee",
    EITHER: "Residents' or villagers' committee",
    TOWN: 'Subdistrict office or town government',
  },
  basisLevel: {
    LAW: 'Law',
    ADMIN_REGULATION: 'Administrative regulation',
    LOCAL_REGULATION: 'Local regulation',
    RULE: 'Rule of a ministry or local government',
    NORMATIVE: 'Normative document',
    STANDARD: 'Standard',
  },
  departmentLevel: { CITY: 'City', DISTRICT: 'District', TOWN: 'Subdistrict or town' },
  sheetEffect: { ADD: 'Adds', REVISE: 'Revises', NONE: 'Wrong' },
}

export default en
