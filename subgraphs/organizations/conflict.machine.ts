// What another register says of an organisation against ours: kept as a task until an officer has looked into it.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'

export const registerConflictMachine = defineMachine<object>()({
  name: 'RegisterConflict',
  label: text('登记信息不一致', 'Registers disagree'),
  initial: 'OPEN',
  states: {
    OPEN: { label: text('待核实', 'To be looked into') },
    KEPT: { label: text('以本名册为准', 'Ours holds'), final: true },
    FOLLOWED: { label: text('以来源为准', 'Theirs holds'), final: true },
  },
  actions: {
    KEEP: {
      label: text('以本名册为准', 'Ours holds'),
      from: ['OPEN'],
      to: 'KEPT',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      reason: true,
    },
    FOLLOW: {
      label: text('以来源为准', 'Theirs holds'),
      from: ['OPEN'],
      to: 'FOLLOWED',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      reason: true,
    },
  },
})

export type ConflictStatus = StateOf<typeof registerConflictMachine>
export type ConflictAction = ActionOf<typeof registerConflictMachine>
