import type zh from './zh.ts'

const en: typeof zh = {
  hello: 'Hello, {name}',
  workbench: 'Workbench',
  yes: 'Yes',
  no: 'No',
  do: 'Actions',
  recent: 'Last visited',
  due: { all: 'All to-dos', overdue: 'Overdue', soon: 'Due within two days' },
  todo: { title: 'Matter', type: 'Type', division: 'Division', since: 'Waiting since', due: 'Deadline', none: 'Nothing waits for you.', noneDue: 'Nothing of this kind waits for you.', noneNext: 'What you have to act on will appear here, and you will get a message.' },
  message: {
    centre: 'Messages', unread: 'Unread', all: 'All {n}', none: 'No new messages.', title: 'Message', at: 'Time', state: 'State', isRead: 'Read', isNew: 'Unread',
    read: 'Mark as read', readAll: 'Mark all as read', showAll: 'Show all', showUnread: 'Only unread',
  },
  account: {
    all: 'Accounts and roles', about: 'The system administrator opens and disables accounts, the security administrator grants and ends roles, the auditor looks on; nobody is two of these.', add: 'New account', none: 'No account matches; change the filters.', gone: 'No such account, or not within your scope.',
    find: 'Account or name', findHint: 'Part of either', name: 'Name', username: 'Account', unit: 'Unit', role: 'Role', roles: 'Roles', divisionCode: 'Division code', status: 'Status', locked: 'Locked',
    lastSignIn: 'Last sign-in', secondFactor: 'Second factor', lockedUntil: 'Locked until', createdAt: 'Opened', facts: 'Account', firstPassword: 'First password',
    usernameHint: '3 to 32 small letters, digits, dots or dashes.', passwordHint: 'At least 10 characters, of three kinds: capitals, small letters, digits, signs.', state: { ACTIVE: 'Active', DISABLED: 'Disabled' },
  },
  grant: {
    all: 'Roles', add: 'Grant a role', addTo: 'Grant a role to {name}', role: 'Role', division: 'Division', divisionHint: 'It holds for this division and everything below.', period: 'Period', open: 'open', reason: 'Reason', until: 'Until', untilHint: 'Open-ended when left empty.', revoke: 'Revoke',
    none: 'No roles yet; the account can sign in but not act.',
  },
  client: {
    all: 'API clients', about: 'Programs of partner organisations sign in with a client id and a secret, and may do what their scopes say.', add: 'New client', name: 'Name', id: 'Client id', secret: 'Secret', division: 'Division', scopes: 'Scopes',
    scopesHint: 'As few as will do; read reads, write writes.', createdAt: 'Opened', active: 'Active', revoked: 'Revoked', revoke: 'Revoke', once: 'The secret is shown only now; hand it over and keep it safe.', kept: 'Kept; close',
  },
  audit: { all: 'Audit', about: 'Every act is on record; it can be read, not changed or removed.', text: 'Matter or person', textHint: 'Part of the title or of who acted', at: 'Time', by: 'By', action: 'Action', title: 'Matter', change: 'Change', stream: 'Record id', none: 'No entry matches; change the filters.' },
  password: { title: 'Change password', about: 'Afterwards you are signed out everywhere else.', current: 'Current password', next: 'New password', again: 'New password again', differs: 'The two new passwords differ.' },
}

export default en
