// What the subgraph declares for the directory of qualified organisations.
import { text } from '../shared/words.ts'
import { expireEntries, liftSuspensions, suspendUnconfirmed } from './entry.acts.ts'
import { EntryObjection, QualifiedEntry } from './entry.entity.ts'
import { qualifiedEntryMachine } from './entry.machine.ts'
import { EntryObjectionResolver, EntryResolver } from './entry.resolver.ts'
import { EntryStepResolver } from './entryStep.resolver.ts'
import { LIMITS, QUALIFICATION } from './limits.rules.ts'
import type { Part } from './parts.ts'

export const DIRECTORY: Part = {
  entities: [QualifiedEntry, EntryObjection],
  resolvers: [EntryResolver, EntryObjectionResolver, EntryStepResolver],
  machines: [qualifiedEntryMachine],
  rules: [...LIMITS, QUALIFICATION],
  sweeps: [liftSuspensions, expireEntries, suspendUnconfirmed],
  acts: {
    'QualifiedEntry.CREATE': text('申报', 'Applied for'),
    ANSWER_OBJECTION: text('答复异议', 'Objection answered'),
  },
  details: {
    report: [text('审核报告', 'Report')],
    statement: [text('情况说明', 'Statement')],
    upheld: [text('异议', 'Objection')],
    suspendedUntil: [text('暂停至', 'Suspended until'), 'MOMENT'],
    barredUntil: [text('再次申报限制至', 'Barred until')],
  },
  constraints: {
    entry_live_once: text('该组织已有一项承接资质在办或在库。', 'The organisation has a live entry already.'),
    entry_listed: text('入库应当有审核报告和有效期。', 'What is listed has a report and a term.'),
    entry_suspended: text('暂停应当有期限。', 'A suspension has an end.'),
    entry_objection_answered: text('答复应当说明异议是否成立。', 'An answer says whether the objection was right.'),
    qualified_entry_kept: text('承接资质记录不能删除或恢复。', 'An entry is neither deleted nor brought back.'),
  },
}
