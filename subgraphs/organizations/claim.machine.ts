// A claim on an opportunity: asked for, taken, carried out; or refused, or given back. A place is held from the moment it is asked for.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { closed, type ClaimFacts } from './opportunity.rules.ts'

const KEEPERS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER'] as const

export const opportunityClaimMachine = defineMachine<ClaimFacts>()({
  name: 'OpportunityClaim',
  label: text('项目申领', 'Claim'),
  initial: 'REQUESTED',
  states: {
    REQUESTED: { label: text('待答复', 'Asked for') },
    ACCEPTED: { label: text('已接受', 'Accepted') },
    CONFIRMED: { label: text('已落实', 'Carried out'), final: true },
    REJECTED: { label: text('未接受', 'Refused'), final: true },
    RELEASED: { label: text('已放弃', 'Given back'), final: true },
  },
  actions: {
    ACCEPT: { label: text('接受申领', 'Accept'), from: ['REQUESTED'], to: 'ACCEPTED', by: ['OWNER', ...KEEPERS], unless: closed },
    REJECT: { label: text('不接受', 'Refuse'), from: ['REQUESTED'], to: 'REJECTED', by: ['OWNER', ...KEEPERS], reason: true },
    CONFIRM: { label: text('确认落实', 'Confirm'), from: ['ACCEPTED'], to: 'CONFIRMED', by: ['OWNER', ...KEEPERS] },
    RELEASE: {
      label: text('放弃申领', 'Give back'),
      from: ['REQUESTED', 'ACCEPTED'],
      to: 'RELEASED',
      by: ['AUTHOR', 'OWNER', 'SYSTEM'],
      reason: true,
      aside: true,
    },
  },
})

export type ClaimStatus = StateOf<typeof opportunityClaimMachine>
export type ClaimAction = ActionOf<typeof opportunityClaimMachine>

/** States in which a place is held. */
export const HELD = ['REQUESTED', 'ACCEPTED', 'CONFIRMED'] as const satisfies readonly ClaimStatus[]
