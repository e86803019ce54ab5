// A registered organisation: in being, winding up, and the ways in which it ends. Each way is a state of its own.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import type { OrganizationFacts } from './organization.rules.ts'

export const socialOrganizationMachine = defineMachine<OrganizationFacts>()({
  name: 'SocialOrganization',
  label: text('社会组织', 'Social organisation'),
  initial: 'REGISTERED',
  states: {
    REGISTERED: { label: text('正常', 'Registered') },
    LIQUIDATING: {
      label: text('清算中', 'In liquidation'),
      says: text('清算期间不得开展清算以外的活动。', 'Nothing but the liquidation may be done.'),
    },
    DEREGISTERED: { label: text('已注销', 'Deregistered'), final: true },
    REVOKED: { label: text('已撤销登记', 'Registration revoked'), final: true },
    MERGED: {
      label: text('已合并', 'Merged'),
      says: text('由存续的组织承继。', 'Another organisation stands in its place.'),
      final: true,
    },
    DIVIDED: { label: text('已分立', 'Divided'), says: text('由分立的组织承继。', 'Others stand in its place.'), final: true },
  },
  actions: {
    LIQUIDATE: {
      label: text('登记清算', 'Enter liquidation'),
      from: ['REGISTERED'],
      to: 'LIQUIDATING',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      reason: true,
      aside: true,
    },
    RESUME: {
      label: text('终止清算', 'Stop the liquidation'),
      from: ['LIQUIDATING'],
      to: 'REGISTERED',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      reason: true,
    },
    DEREGISTER: {
      label: text('注销登记', 'Deregister'),
      from: ['LIQUIDATING'],
      to: 'DEREGISTERED',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      reason: true,
      seals: true,
    },
    REVOKE: {
      label: text('撤销登记', 'Revoke the registration'),
      from: ['REGISTERED', 'LIQUIDATING'],
      to: 'REVOKED',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      reason: true,
      seals: true,
      aside: true,
    },
    MERGE: {
      label: text('并入其他组织', 'Merge into another'),
      from: ['REGISTERED', 'LIQUIDATING'],
      to: 'MERGED',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      reason: true,
      carries: true,
      seals: true,
      aside: true,
    },
    SPIN_OFF: {
      label: text('存续分立', 'Divide, and go on'),
      from: ['REGISTERED'],
      to: 'REGISTERED',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      reason: true,
      carries: true,
      seals: true,
      aside: true,
    },
    DIVIDE: {
      label: text('解散分立', 'Divide, and end'),
      from: ['REGISTERED', 'LIQUIDATING'],
      to: 'DIVIDED',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      reason: true,
      carries: true,
      seals: true,
      aside: true,
    },
  },
})

export type OrganizationStatus = StateOf<typeof socialOrganizationMachine>
export type OrganizationAction = ActionOf<typeof socialOrganizationMachine>

/** States in which it exists no longer. */
export const ENDED = ['DEREGISTERED', 'REVOKED', 'MERGED', 'DIVIDED'] as const satisfies readonly OrganizationStatus[]
