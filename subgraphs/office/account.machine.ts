// An account is active, locked out for a while by the clock (not by a state), or disabled by a system administrator.
import { defineMachine } from '../shared/machine.ts'
import { text } from '../shared/words.ts'

export interface AccountFacts {
  /** The actor is the holder. */
  readonly isOwn: boolean
}

const notOneself = ({ isOwn }: AccountFacts) =>
  isOwn ? text('不能停用自己的账号。', 'You cannot disable your own account.') : null

export const accountMachine = defineMachine<AccountFacts>()({
  name: 'Account',
  label: text('账号', 'Account'),
  initial: 'ACTIVE',
  states: {
    ACTIVE: { label: text('在用', 'Active') },
    DISABLED: { label: text('停用', 'Disabled'), says: text('不能登录，历史保留。', 'Cannot sign in; its history stays.') },
  },
  actions: {
    DISABLE: {
      label: text('停用', 'Disable'),
      from: ['ACTIVE'],
      to: 'DISABLED',
      by: ['SYS_ADMIN'],
      reason: true,
      aside: true,
      unless: notOneself,
    },
    ENABLE: { label: text('启用', 'Enable'), from: ['DISABLED'], to: 'ACTIVE', by: ['SYS_ADMIN'], reason: true, aside: true },
    UNLOCK: { label: text('解除锁定', 'Unlock'), from: ['ACTIVE'], to: 'ACTIVE', by: ['SYS_ADMIN'], reason: true, aside: true },
    END_SESSIONS: {
      label: text('强制下线', 'End its sessions'),
      from: ['ACTIVE'],
      to: 'ACTIVE',
      by: ['SEC_ADMIN'],
      reason: true,
      aside: true,
    },
  },
})
