// The demo's lists: departments, and the lists of a district, a town and a committee. Departments are examples.
import { v5 as uuidv5 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { Department } from './department.entity.ts'

export const DISTRICT = '310113000000'

/** The ids of the examples are the same in every subgraph that seeds the demo. */
export const example = (kind: string, n: number) => uuidv5(`${kind}:${n}`, 'b8a2e5b6-7f0a-5b0e-9c58-6f1f5d9f0a11')

/** The example departments; the demo's accounts act for the first and the second. */
const DEPARTMENTS: readonly (readonly [code: string, name: string])[] = [
  ['WJW', '示例区卫生健康委员会'],
  ['FGJ', '示例区住房保障和房屋管理局'],
  ['MZJ', '示例区民政局'],
  ['GAJ', '示例区公安分局'],
  ['SFJ', '示例区司法局'],
  ['RSJ', '示例区人力资源和社会保障局'],
  ['JYJ', '示例区教育局'],
  ['YJJ', '示例区应急管理局'],
  ['XFJ', '示例区消防救援局'],
  ['LRJ', '示例区绿化和市容管理局'],
  ['TYJ', '示例区退役军人事务局'],
  ['CJL', '示例区残疾人联合会'],
  ['FUL', '示例区妇女联合会'],
  ['RWB', '示例区人民武装部'],
  ['TJJ', '示例区统计局'],
]

export const departmentOf = (code: string): string => example('department', DEPARTMENTS.findIndex(([c]) => c === code) + 1)

export const seed = async (ctx: Context): Promise<void> => {
  DEPARTMENTS.forEach(([code, name], i) =>
    ctx.em.create(Department, { id: example('department', i + 1), division: DISTRICT, name, code, level: 'DISTRICT' }),
  )
}
