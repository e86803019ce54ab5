import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { COLUMNS, missingColumns, readRow, repeated, type ColumnName } from '../../subgraphs/residents/import.rules.ts'
import { errorBook, readSheet, templateBook, Unreadable } from '../../subgraphs/residents/sheet.ts'

const NOW = new Date('2026-03-02T01:00:00Z')
const GOOD: Partial<Record<ColumnName, string>> = {
  姓名: '王示安',
  证件号码: '310199198802290027',
  手机号码: '14000000001',
  居住类型: '户籍',
  与户主关系: '户主',
  楼栋地址: '示例路88弄4号',
  室号: '301室',
}
const read = (cells: Partial<Record<ColumnName, string>>, lossy: string[] = []) =>
  readRow({ line: 2, cells: { ...GOOD, ...cells }, lossy }, 14, NOW)
const reasons = (cells: Partial<Record<ColumnName, string>>, lossy?: string[]) =>
  read(cells, lossy).errors.map((e) => `${e.column}：${e.reason.zh}`)

describe('a row', () => {
  test('that is right is read whole, with what the number says', () => {
    expect(read({})).toEqual({
      errors: [],
      entry: {
        name: '王示安',
        paper: 'RESIDENT_ID',
        idNumber: '310199198802290027',
        birthDate: '1988-02-29',
        sex: 'FEMALE',
        phone: '14000000001',
        residence: 'REGISTERED',
        relation: 'HEAD',
        address: '示例路88弄4号',
        room: '301室',
        guardian: null,
      },
    })
  })

  test.each<[string, Partial<Record<ColumnName, string>>, string[]]>([
    ['no name', { 姓名: ' ' }, ['姓名：不能为空']],
    ['a wrong check character', { 证件号码: '310199198802290028' }, ['证件号码：身份证号校验码不符，请核对。']],
    ['an old number', { 证件号码: '310199880229002' }, ['证件号码：请填写18位身份证号，15位旧号已停用。']],
    ['an unknown choice', { 居住类型: '暂住' }, ['居住类型：只能填：户籍、常住、来沪人员']],
    ['a birth date that contradicts the number', { 出生日期: '1988-03-01' }, ['出生日期：与证件号码不符']],
    ['a phone that is none', { 手机号码: '1234567' }, ['手机号码：电话号码格式不正确，请填写手机号或带区号的座机号。']],
    ['a passport without a birth date', { 证件类型: '护照', 证件号码: 'E12345678' }, ['出生日期：该类证件需填写出生日期']],
    [
      'a child without a guardian',
      { 证件号码: '320699201403150047', 与户主关系: '子女' },
      ['监护人姓名：未满14周岁须填写监护人', '监护人电话：未满14周岁须填写监护人电话'],
    ],
    [
      'a child as head',
      { 证件号码: '320699201403150047', 监护人姓名: '王示宁', 监护人电话: '14000000002' },
      ['与户主关系：未成年人不能为户主'],
    ],
    [
      'everything at once',
      { 姓名: '', 证件号码: 'x', 居住类型: '', 室号: '' },
      ['姓名：不能为空', '居住类型：不能为空', '室号：不能为空', '证件号码：身份证号应为18位，前17位为数字。'],
    ],
  ])('with %s names every wrong cell', (_, cells, expected) => expect(reasons(cells)).toEqual(expected))

  test('whose number was kept as a number says how to mend it', () => {
    expect(reasons({ 证件号码: '310199198802290000' }, ['证件号码'])).toEqual([
      '证件号码：该单元格是数字格式，末几位已丢失，请改为文本格式后重新填写',
    ])
  })

  test('in full-width letters and other spellings of a date is read all the same', () => {
    const { entry } = read({
      证件类型: '护照',
      证件号码: 'Ｅ１２３４５６７８',
      出生日期: '1990年3月5日',
      楼栋地址: '示例路８８弄４号',
    })
    expect(entry).toMatchObject({ idNumber: 'E12345678', birthDate: '1990-03-05', address: '示例路88弄4号', sex: null })
  })

  test('repeated in the file is named with the line it repeats', () => {
    const { entry } = read({})
    expect([
      ...repeated([
        { line: 2, entry },
        { line: 5, entry },
        { line: 6, entry: null },
        { line: 9, entry },
      ]),
    ]).toEqual([
      [5, 2],
      [9, 2],
    ])
  })
})

const HEADINGS = COLUMNS.map((c) => c.name)
const LINE = ['王示安', '', '310199198802290027', '', '14000000001', '户籍', '户主', '示例路88弄4号', '301室', '', '']
const book = async (rows: unknown[][]): Promise<Buffer> => {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('x')
  for (const [at, row] of rows.entries()) sheet.getRow(at + 1).values = row as exceljs.CellValue[]
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

describe('a file', () => {
  test('of Excel keeps the line numbers the officer sees, blank rows and all', async () => {
    const sheet = await readSheet(await book([HEADINGS, [], LINE, ['', ' ', ''], [], LINE]))
    expect(sheet.rows.map((r) => r.line)).toEqual([3, 6])
    expect(sheet.rows[0]!.cells).toMatchObject({ 姓名: '王示安', 证件号码: '310199198802290027', 室号: '301室' })
  })

  test('with a number where a text should stand shows that digits are lost', async () => {
    const sheet = await readSheet(
      await book([HEADINGS, [...LINE.slice(0, 2), Number('310199198802290027'), '', 14000000001, ...LINE.slice(5)]]),
    )
    expect(sheet.rows[0]!.lossy).toEqual(['证件号码'])
    expect(sheet.rows[0]!.cells.手机号码).toBe('14000000001')
  })

  test('with rich text, formulas, links and dates is read as it looks', async () => {
    const sheet = await readSheet(
      await book([
        HEADINGS,
        [
          { richText: [{ text: '王示' }, { text: '安' }] },
          '',
          { formula: 'A1', result: '310199198802290027' },
          new Date('1988-02-29T00:00:00Z'),
          { text: '14000000001', hyperlink: 'tel:1' },
          ...LINE.slice(5),
        ],
      ]),
    )
    expect(sheet.rows[0]!.cells).toMatchObject({
      姓名: '王示安',
      证件号码: '310199198802290027',
      出生日期: '1988-02-29',
      手机号码: '14000000001',
    })
  })

  const CSV = `${HEADINGS.join(',')}\r\n"王""示""安",,310199198802290027,,14000000001,户籍,户主,"示例路88弄,4号",301室,,\r\n\r\n`
  test.each([
    ['UTF-8', Buffer.from(CSV)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${CSV}`)],
    ['semicolons', Buffer.from(CSV.replaceAll(',', ';'))],
    ['tabs', Buffer.from(CSV.replaceAll(',', '\t'))],
  ])('of CSV in %s is read', async (name, file) => {
    const sheet = await readSheet(file)
    expect(missingColumns(sheet.headings)).toEqual([])
    expect(sheet.rows.map((r) => [r.line, r.cells.姓名, r.cells.证件号码])).toEqual([[2, '王"示"安', '310199198802290027']])
    if (name.startsWith('UTF-8')) expect(sheet.rows[0]!.cells.楼栋地址).toBe('示例路88弄,4号')
  })

  test('of CSV from a Chinese Windows is read', async () => {
    // 姓名,室号 / 王示安,301室 in GB 18030.
    const sheet = await readSheet(Buffer.from('d0d5c3fb2ccad2bac50d0acdf5cabeb0b22c333031cad2', 'hex'))
    expect(sheet.headings).toEqual(['姓名', '室号'])
    expect(sheet.rows[0]!.cells).toEqual({ 姓名: '王示安', 室号: '301室' })
  })

  test('that is none is refused with a sentence', async () => {
    for (const [file, why] of [
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '另存为'],
      [Buffer.from('PK\x03\x04 not a zip'), '不是有效'],
      [Buffer.alloc(0), '没有内容'],
      [Buffer.from('a\u0000b'), '不是有效'],
    ] as const)
      await expect(readSheet(file)).rejects.toThrow(expect.objectContaining({ message: expect.stringContaining(why) }))
    await expect(readSheet(Buffer.alloc(0))).rejects.toBeInstanceOf(Unreadable)
  })

  test('that would unpack to something enormous is not unpacked', async () => {
    const file = await book([HEADINGS, LINE])
    const at = file.indexOf('PK\x01\x02')
    file.writeUInt32LE(0xfffffff0, at + 24)
    await expect(readSheet(file)).rejects.toThrow('文件展开后过大')
  })

  test('with other columns, in another order, is matched by its headings', async () => {
    const sheet = await readSheet(
      await book([
        ['备注', '室号 *', '姓名*'],
        ['新搬来', '301室', '王示安'],
      ]),
    )
    expect(sheet.rows[0]!.cells).toEqual({ 姓名: '王示安', 室号: '301室' })
    expect(missingColumns(['姓名', '室号', '备注'])).toEqual(['证件号码', '居住类型', '与户主关系', '楼栋地址'])
  })
})

test('the template is empty, text all over, and drops down its choices', async () => {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await templateBook()) as never)
  const sheet = workbook.getWorksheet('居民信息')!
  expect(sheet.actualRowCount).toBe(1)
  expect(sheet.getColumn(3).numFmt).toBe('@')
  expect(sheet.getCell('F2').dataValidation).toMatchObject({ type: 'list', formulae: ['"户籍,常住,来沪人员"'] })
  expect((await readSheet(await templateBook())).rows).toEqual([])
})

test('the workbook of errors has the columns as they stood and the reasons last, and can be handed over again', async () => {
  const file = await errorBook(
    [...HEADINGS, '备注'],
    [
      {
        values: [...LINE, '=1+1'],
        errors: [
          { column: '姓名', reason: '不能为空' },
          { column: '室号', reason: '不能为空' },
        ],
      },
    ],
  )
  const sheet = await readSheet(file)
  expect(sheet.headings).toEqual([...HEADINGS, '备注', '错误原因'])
  expect(sheet.rows[0]!.values).toEqual([...LINE, '=1+1', '姓名：不能为空；室号：不能为空'])
  expect(sheet.rows[0]!.lossy).toEqual([])
})
