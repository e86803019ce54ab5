// How the states and kinds of organisations are called in English, by their names in the API.
export default {
  organizationStatus: {
    REGISTERED: 'Registered',
    LIQUIDATING: 'In liquidation',
    DEREGISTERED: 'Deregistered',
    REVOKED: 'Registration revoked',
    MERGED: 'Merged',
    DIVIDED: 'Divided',
  },
  kind: { ASSOCIATION: 'Association', SERVICE_AGENCY: 'Social service agency', FOUNDATION: 'Foundation', OTHER: 'Other' },
  grade: { A1: '1A', A2: '2A', A3: '3A', A4: '4A', A5: '5A' },
}
