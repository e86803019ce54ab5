// Which tables name an organisation, and what becomes of their rows when it is merged into another. A table that names one in a
// column `organization` and is not listed here stops every merger, so that no reference is ever lost.
import { LIVE } from './entry.machine.ts'
import { GRANT_REFERENCES } from './grantReferences.ts'
import { listed } from './guards.ts'
import { text, type Text } from '../shared/words.ts'

export interface Reference {
  readonly table: string
  /** The column, when it is not called `organization`. */
  readonly column?: string
  readonly words: Text
  /** Rows stay with the old id where this holds of them (`r`) and the surviving organisation (`?`): what it has of its own wins. */
  readonly stays?: string
  /** What else is set in rows that move; the surviving organisation is its parameter (`?`). */
  readonly also?: string
  /** A merger is refused where this gives a row; both ids are its parameters. */
  readonly clash?: { readonly sql: string; readonly words: Text }
}

export const REFERENCES: readonly Reference[] = [
  { table: 'organization_person', words: text('人员', 'People') },
  { table: 'organization_branch', words: text('分支机构', 'Branches') },
  {
    table: 'register_conflict',
    words: text('登记信息不一致', 'Disagreements of registers'),
    stays:
      "r.status = 'OPEN' and exists (select 1 from organizations.register_conflict o where o.organization = ? and o.status = 'OPEN')",
  },
  { table: 'organization_mark', words: text('名录和处罚记录', 'Entries on lists') },
  {
    table: 'qualified_entry',
    words: text('承接资质', 'Entries of the directory'),
    // One live entry for each code, and no way round a bar: both go by the code of the survivor from now on.
    also: 'code = (select s.code from organizations.social_organization s where s.id = ?)',
    clash: {
      sql: `select 1 from organizations.qualified_entry a join organizations.qualified_entry b on a.organization = ? and b.organization = ?
             where a.status in ${listed(LIVE)} and b.status in ${listed(LIVE)}`,
      words: text(
        '两个组织都有承接资质在办或在库，请先终止其中一项。',
        'Both have a live entry in the directory; end one of them first.',
      ),
    },
  },
  { table: 'service_listing', words: text('服务', 'Services') },
  { table: 'service_place', words: text('地点', 'Places') },
  { table: 'service_address', words: text('地址', 'Addresses') },
  { table: 'service_shop', words: text('服务店铺', 'Service shops') },
  { table: 'opportunity', words: text('项目信息', 'Opportunities') },
  { table: 'opportunity_claim', words: text('收到的申领', 'Claims received') },
  {
    table: 'opportunity_claim',
    column: 'claimant',
    words: text('提出的申领', 'Claims made'),
    stays: 'exists (select 1 from organizations.opportunity_claim o where o.claimant = ? and o.opportunity = r.opportunity)',
  },
  {
    table: 'annual_report',
    words: text('年度报告', 'Annual reports'),
    stays: 'exists (select 1 from organizations.annual_report o where o.organization = ? and o.year = r.year)',
  },
  ...GRANT_REFERENCES,
]
