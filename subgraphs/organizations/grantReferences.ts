// What becomes of grants when an organisation is merged into another: all of it goes on under the surviving id.
import { text } from '../shared/words.ts'
import type { Reference } from './organization.references.ts'

export const GRANT_REFERENCES: readonly Reference[] = [
  {
    table: 'grant_application',
    words: text('创投申报', 'Grant applications'),
    // Of one round the survivor keeps its own application.
    stays: `exists (select 1 from organizations.grant_application o where o.organization = ? and o.round_id = r.round_id and o.status <> 'WITHDRAWN')`,
  },
  { table: 'grant_agreement', words: text('创投协议', 'Grant agreements') },
  { table: 'grant_instalment', words: text('创投拨款', 'Grant instalments') },
  { table: 'grant_change', words: text('项目变更', 'Changes of projects') },
  { table: 'grant_bar', words: text('禁止申报', 'Bars') },
  { table: 'grant_tie', words: text('利害关系', 'Ties') },
  { table: 'grant_reviewer', words: text('评审专家所在单位', 'Employers of reviewers') },
]
