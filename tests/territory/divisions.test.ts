import { expect, test } from 'vitest'
import { parentCodeOf, readDivisions } from '../../subgraphs/territory/divisions.ts'

const divisions = readDivisions()
const named = new Map(divisions.map((d) => [d.code, d]))
const count = (prefix: string, kind: string) => divisions.filter((d) => d.code.startsWith(prefix) && d.kind === kind).length

test('Baoshan has 13 towns and subdistricts, 464 residents’ and 103 villagers’ committees', () => {
  expect(count('310113', 'RESIDENTS_COMMITTEE')).toBe(464)
  expect(count('310113', 'VILLAGERS_COMMITTEE')).toBe(103)
  expect(count('310113', 'TOWN') + count('310113', 'SUBDISTRICT') + count('310113', 'SPECIAL_AREA')).toBe(13)
})

test.each([
  ['310113109', 67, 16],
  ['310114106', 42, 12],
  ['310115105', 65, 9],
  ['310116101', 19, 11],
  ['320585', 88, 72],
  ['320613', 164, 15],
])('under %s lie %d residents’ and %d villagers’ committees', (prefix, residents, villagers) =>
  expect([count(prefix, 'RESIDENTS_COMMITTEE'), count(prefix, 'VILLAGERS_COMMITTEE')]).toEqual([residents, villagers]),
)

test.each([
  ['310113109043', '上海市宝山区顾村镇上海馨佳园第九居委会'],
  ['310113112017', '上海市宝山区庙行镇共康雅苑第二居委会'],
  ['310113113010', '上海市宝山区淞南镇淞南十村居委会'],
  ['310116101023', '上海市金山区朱泾镇金汇居委会'],
])('%s is %s', (code, path) => expect(named.get(code)?.path).toBe(path))

test('the county-level city of Taicang lies in Suzhou in Jiangsu', () => {
  expect(named.get('320585100203')?.path).toMatch(/^江苏省苏州市太仓市城厢镇电站/)
  expect(named.get('320585000000')?.kind).toBe('DISTRICT')
})

test('every division but the provinces has its parent, listed before it', () => {
  const seen = new Set<string>()
  const orphans = divisions.filter((d) => {
    seen.add(d.code)
    return d.parent ? !seen.has(d.parent) : d.kind !== 'PROVINCE'
  })
  expect(orphans).toEqual([])
  expect(seen.size).toBe(divisions.length)
})

test('rows made for counting only are left out', () => {
  expect(divisions.filter((d) => d.name.includes('虚拟'))).toEqual([])
})

test('names are spelt as they are spoken', () => {
  const spelt = (code: string) => [named.get(code)!.pinyin, named.get(code)!.initials]
  expect(spelt('310113112000')).toEqual(['miaohangzhen', 'mhz'])
  expect(spelt('310113103000')).toEqual(['yanghangzhen', 'yhz'])
  expect(spelt('310116101000')).toEqual(['zhujingzhen', 'zjz'])
  expect(divisions.filter((d) => !/^[a-z0-9()（）、·-]+$/i.test(d.pinyin)).map((d) => d.name)).toEqual([])
})

test('the code one level up is read from the code', () => {
  expect(['310000000000', '310100000000', '310113000000', '310113109000', '310113109043'].map(parentCodeOf)).toEqual([
    null,
    '310000000000',
    '310100000000',
    '310113000000',
    '310113109000',
  ])
})
