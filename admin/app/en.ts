// Words of the shell and its parts in English.
import type zh from './zh.ts'

const en: typeof zh = {
  brand: { name: 'Linli', says: 'Community services and self-governance' },
  nav: { label: 'Main menu', crumbs: 'You are here', toggle: 'Open or close the menu', skip: 'Skip to the page' },
  tabs: { label: 'Open pages', close: 'Close “{name}”', menu: 'Tabs', closeOthers: 'Close others', closeAll: 'Close all' },
  place: { label: 'Change division', none: 'All divisions', find: 'Name, pinyin or code', all: 'All my divisions', nothing: 'Nothing found; try another name or code.' },
  palette: { open: 'Search', label: 'Find anything', placeholder: 'Page, number, name…', recent: 'Recently open', pages: 'Pages', records: 'Records', none: 'No page or record matches.', busy: 'Looking…' },
  look: { large: 'Large type', theme: 'Appearance', light: 'Light', dark: 'Dark', system: 'As the system' },
  account: { label: 'My account', signOut: 'Sign out' },
  signIn: { go: 'Sign in', failed: 'The sign-in did not finish; please try again.' },
  notFound: { title: 'No such page', says: 'The address may be wrong, or the page has moved.', home: 'Back to the workbench' },
  keys: { palette: 'Find anything', help: 'Keyboard shortcuts', search: 'Go to the filters', down: 'Next row', up: 'Previous row', open: 'Open the row', close: 'Close the window', note: 'Shortcuts rest while you type or use an input method.' },
  act: { retry: 'Try again', refresh: 'Refresh', close: 'Close', cancel: 'Cancel', save: 'Save', done: 'Done: {what}.' },
  state: {
    loading: 'Loading', failed: 'This could not be loaded', forbidden: 'Not permitted', forbiddenNext: 'If your work needs it, ask the security administrator for the role.',
    empty: 'Nothing here yet.', requestId: 'Request', offline: 'You are offline; what you see may be out of date.',
  },
  mistake: { unknown: 'Something went wrong. Try again; if it stays, give the request id to the administrator.', busy: 'Too many requests; please wait a moment.', offline: 'You are offline; check the network and try again.', unreachable: 'The server cannot be reached; try again in a moment.' },
  role: {
    DISTRICT_CIVIL_AFFAIRS: 'District civil affairs', SUBDISTRICT_LEAD: 'Subdistrict lead', SUBDISTRICT_OFFICER: 'Subdistrict officer', COMMUNITY_MANAGER: 'Community manager', COMMITTEE_SECRETARY: 'Committee secretary',
    COMMITTEE_MEMBER: 'Committee member', PARTY_BRANCH: 'Community Party organisation', MEETING_CHAIR: 'Meeting chair', SUPERVISION_MEMBER: 'Supervision member', LEGAL_SPECIALIST: 'Rule-of-law specialist', GRID_WORKER: 'Grid worker',
    RESIDENT: 'Resident', PARTNER_ORGANIZATION: 'Partner organisation', SYS_ADMIN: 'System administrator', SEC_ADMIN: 'Security administrator', AUDITOR: 'Auditor', AUTHOR: 'Author', OWNER: 'Owner', SYSTEM: 'System',
  },
  event: {
    CREATE: 'Created', REVISE: 'Revised', GRANT: 'Role granted', REVOKE: 'Revoked', CHANGE_PASSWORD: 'Password changed', RENEW_CODE: 'Door code renewed', REVEAL: 'Shown in full', DISABLE: 'Disabled', ENABLE: 'Enabled', UNLOCK: 'Unlocked', END_SESSIONS: 'Sessions ended',
  },
  toast: { label: 'News' },
  timeline: { title: 'History', count: '{n} entries', whole: 'Show all', fewer: 'Show fewer', hash: 'Check value' },
  stepper: { done: 'done', now: 'in progress', later: 'not begun', stopped: 'stopped' },
  offers: { label: 'What you can do', none: 'Nothing for you to do at the moment.', colon: ': ' },
  deadline: { late: '{span} late', left: '{span} left', paused: 'Clock paused' },
  span: { days: '{n} d', hours: '{n} h', minutes: '{n} min' },
  masked: { show: 'Show', hide: 'Hide ({n} s)', shown: 'Shown in full for one minute; this has been logged.' },
  form: { wrong: '{n} to correct', missing: 'Fill in “{label}”.', choose: 'Choose' },
  reason: {
    label: 'Reason', hint: 'The reason is written into the history.', missing: 'Please give a reason.', common: 'Common phrases',
    phrases: ['Verified; agreed.', 'Incomplete; please add what is missing.', 'Not a matter of this committee.', 'Already raised elsewhere.', 'Decided at the meeting.'],
  },
  confirm: { type: 'Type “{word}” to confirm', mistyped: 'That is not “{word}”.' },
  conflict: { stay: 'Stay here', reload: 'Show the latest' },
  filter: {
    label: 'Filters', search: 'Search', reset: 'Reset', more: 'More', less: 'Fewer', all: 'All', text: 'Type here', from: 'From', to: 'To',
    on: 'Active filters', chip: '{field}: {value}', drop: 'Remove the filter “{what}”', dropAll: 'Clear all', week: 'This week', month: 'This month', quarter: 'This quarter', year: 'This year',
  },
  table: {
    total: '{n} in total', selected: '{n} selected', index: 'No.', all: 'Select the whole page', pick: 'Select “{name}”', size: 'Per page', range: '{from}–{to} of {n}',
    pages: 'Pages', previous: 'Previous', next: 'Next', page: '{n} / {all}',
  },
  columns: { label: 'Columns', up: 'Move “{name}” forward', down: 'Move “{name}” back', density: 'Density', compact: 'Compact', normal: 'Normal', loose: 'Loose', reset: 'Back to standard' },
}

export default en
