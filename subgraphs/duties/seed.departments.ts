// The demo's departments. All of them are examples; the demo's accounts act for the first and the second.
import { v5 as uuidv5 } from 'uuid'

/** The ids of the examples are the same in every subgraph that seeds the demo. */
export const exampleId = (kind: string, n: number) => uuidv5(`${kind}:${n}`, 'b8a2e5b6-7f0a-5b0e-9c58-6f1f5d9f0a11')

export const DEPARTMENTS: readonly (readonly [code: string, name: string])[] = [
  ['WJW', '示例区卫生健康委员会'],
  ['FGJ', '示例区住房保障和房屋管理局'],
  ['MZJ', '示例区民政局'],
  ['GAJ', '示例区公安分局'],
  ['SFJ', '示例区司法局'],
  ['JYJ', '示例区教育局'],
  ['YJJ', '示例区应急管理局'],
  ['XFJ', '示例区消防救援局'],
  ['NYW', '示例区农业农村委员会'],
  ['FEW', '示例区妇女儿童工作委员会办公室'],
  ['XFB', '示例区信访办公室'],
]

export const departmentOf = (code: string): string =>
  exampleId('department', DEPARTMENTS.findIndex(([known]) => known === code) + 1)
