// A certificate somebody asks a committee for: issued when the list in force allows it, else refused on paper.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { notListed, type CertificateFacts } from './certificate.rules.ts'

const COMMITTEE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const

export const certificateRequestMachine = defineMachine<CertificateFacts>()({
  name: 'CertificateRequest',
  label: text('证明申请', 'Certificate request'),
  initial: 'ASKED',
  states: {
    ASKED: { label: text('待核对', 'Asked for') },
    ISSUED: { label: text('已出具', 'Issued'), final: true },
    REFUSED: { label: text('不予出具', 'Refused'), final: true },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), final: true },
  },
  actions: {
    ISSUE: {
      label: text('出具证明', 'Issue'),
      from: ['ASKED'],
      to: 'ISSUED',
      by: COMMITTEE,
      carries: true,
      seals: true,
      unless: notListed,
    },
    REFUSE: { label: text('不予出具', 'Refuse'), from: ['ASKED'], to: 'REFUSED', by: COMMITTEE, carries: true, seals: true },
    WITHDRAW: {
      label: text('撤回申请', 'Withdraw'),
      from: ['ASKED'],
      to: 'WITHDRAWN',
      by: ['AUTHOR', ...COMMITTEE],
      reason: true,
      aside: true,
    },
  },
})

export type CertificateStatus = StateOf<typeof certificateRequestMachine>
export type CertificateAction = ActionOf<typeof certificateRequestMachine>
