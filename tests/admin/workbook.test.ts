// The workbook an export writes: what stands above the table, what stands in it, and that nothing in it computes.
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { cellsOf, workbookOf, type Sheet } from '../../admin/app/work/workbook.ts'

const MASKED = '310199********1792'
const sheet: Sheet = {
  title: '居民名册',
  facts: [
    ['导出编号', 'DC2026-0001'],
    ['范围', '辖区：示例居委会；状态：在册'],
    ['导出人', '示例书记'],
    ['导出时间', '2026-11-21 14:30'],
    ['说明', '身份证号、电话等已按规则遮盖'],
  ],
  columns: ['姓名', '年龄', '证件号码', '备注'],
  rows: [
    ['示例甲', 47, MASKED, '=HYPERLINK("http://example.invalid","点击")'],
    ['+示例乙', 0, null, '-1+1'],
    ['@示例丙', 18, undefined, '第一行\n第二行\u0000\u000b'],
    ['=1+1', 5, '', '\t=2+2'],
  ],
}

const reread = async (given: Sheet) => {
  const book = new ExcelJS.Workbook()
  const file = await workbookOf(given)
  await book.xlsx.load((await file.arrayBuffer()) as never)
  return book.worksheets[0]!
}

test('says what it is above the table, then the columns, then the rows as they were', async () => {
  const { title, facts, columns, rows } = sheet
  const page = await reread(sheet)
  const read = Array.from({ length: page.rowCount }, (_, n) =>
    ((page.getRow(n + 1).values as unknown[]) ?? []).slice(1).map((value) => value ?? null),
  )
  expect(read[0]).toEqual([title])
  expect(read.slice(1, 1 + facts.length)).toEqual(facts)
  expect(read[1 + facts.length]).toEqual([])
  expect(read[2 + facts.length]).toEqual(columns)
  expect(read[3 + facts.length]).toEqual(rows[0])
  expect(page.name).toBe('居民名册')
})

test('keeps what is masked masked, and numbers numbers', async () => {
  const page = await reread(sheet)
  const first = page.getRow(sheet.facts.length + 4)
  expect([first.getCell(2).value, first.getCell(3).value]).toEqual([47, MASKED])
  expect(page.getRow(sheet.facts.length + 5).getCell(2).value).toBe(0)
})

test('no cell is a formula, whatever it begins with', async () => {
  const given = cellsOf(sheet).flat()
  expect(given.every((cell) => cell === null || (cell as { type?: unknown }).type !== 'Formula')).toBe(true)
  const page = await reread(sheet)
  const texts: unknown[] = []
  page.eachRow((row) =>
    row.eachCell((cell) => {
      expect([cell.address, cell.formula]).toEqual([cell.address, undefined])
      texts.push(cell.value)
    }),
  )
  for (const words of ['=HYPERLINK("http://example.invalid","点击")', '+示例乙', '-1+1', '@示例丙', '=1+1', '\t=2+2'])
    expect(texts).toContain(words)
})

test('leaves out signs a workbook cannot hold, and names its sheet as one may be named', async () => {
  const page = await reread({ ...sheet, title: '议题[在办]/全部:*?' + '长'.repeat(40) })
  expect(page.name).toMatch(/^议题 在办  全部   长+$/)
  expect(page.name.length).toBe(31)
  expect(page.getRow(sheet.facts.length + 6).getCell(4).value).toBe('第一行\n第二行')
})
