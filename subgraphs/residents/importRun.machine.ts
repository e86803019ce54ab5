// A spreadsheet of residents on its way in: handed over in parts, checked without writing anything, then carried out.
import { defineMachine } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { COMMITTEE_STAFF } from './resident.rules.ts'

export interface ImportRunFacts {
  readonly parts: number
  readonly received: number
  /** Rows that can be entered. */
  readonly valid: number
}

const incomplete = ({ parts, received }: ImportRunFacts) =>
  received < parts
    ? text(`文件共${parts}段，已收到${received}段。`, `${received} of ${parts} parts of the file have arrived.`)
    : null

const nothingValid = ({ valid }: ImportRunFacts) =>
  valid === 0
    ? text('没有可以导入的行，请按错误原因修改后重新上传。', 'No row can be imported; correct the file and hand it over again.')
    : null

export const importRunMachine = defineMachine<ImportRunFacts>()({
  name: 'ImportRun',
  label: text('居民信息导入', 'Import of residents'),
  initial: 'UPLOADING',
  states: {
    UPLOADING: { label: text('上传中', 'Uploading') },
    CHECKING: { label: text('预检中', 'Being checked') },
    MAPPING: {
      label: text('待对应列', 'Columns to match'),
      says: text('表头与模板不一致，请逐列对应。', 'The headings differ from the form; match them column by column.'),
    },
    CHECKED: { label: text('预检完成', 'Checked'), says: text('尚未写入任何数据。', 'Nothing has been written yet.') },
    RUNNING: { label: text('导入中', 'Running') },
    DONE: { label: text('已完成', 'Done'), final: true },
    UNREADABLE: { label: text('文件无法读取', 'Unreadable'), final: true },
    DISCARDED: { label: text('已放弃', 'Discarded'), final: true },
  },
  actions: {
    CHECK: { label: text('预检', 'Check'), from: ['UPLOADING'], to: 'CHECKING', by: COMMITTEE_STAFF, unless: incomplete },
    ASK_COLUMNS: { label: text('请对应列', 'Ask for the columns'), from: ['CHECKING'], to: 'MAPPING', by: ['SYSTEM'] },
    MATCH_COLUMNS: {
      label: text('对应列并预检', 'Match the columns and check'),
      from: ['MAPPING'],
      to: 'CHECKING',
      by: COMMITTEE_STAFF,
      carries: true,
    },
    REPORT: { label: text('预检完成', 'Report'), from: ['CHECKING'], to: 'CHECKED', by: ['SYSTEM'] },
    REJECT: { label: text('无法读取', 'Reject'), from: ['CHECKING'], to: 'UNREADABLE', by: ['SYSTEM'], reason: true },
    RUN: {
      label: text('导入有效行', 'Import the valid rows'),
      from: ['CHECKED'],
      to: 'RUNNING',
      by: COMMITTEE_STAFF,
      unless: nothingValid,
    },
    FINISH: { label: text('完成', 'Finish'), from: ['RUNNING'], to: 'DONE', by: ['SYSTEM'] },
    DISCARD: {
      label: text('放弃', 'Discard'),
      from: ['UPLOADING', 'MAPPING', 'CHECKED'],
      to: 'DISCARDED',
      by: COMMITTEE_STAFF,
      aside: true,
    },
  },
})
