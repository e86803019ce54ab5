// The services of the demo: what they are, where and when. Streets and numbers are examples.
import type { Hours } from './hours.rules.ts'
import type { Cost, Language, PlaceAccess, PlaceKind, ServiceField } from './service.rules.ts'

export interface ServiceExample {
  /** Number of the example organisation. */
  readonly of: number
  readonly name: string
  readonly description: string
  readonly field: ServiceField
  readonly audience: string
  readonly languages: Language[]
  readonly cost: Cost
  readonly costNote: string | null
  readonly capacity: number | null
  readonly capacityUnit: string | null
  readonly areas: string[]
  readonly phone: string
  readonly place: {
    readonly name: string
    readonly line: string | null
    readonly kind: PlaceKind
    readonly isConfidential: boolean
    readonly access: PlaceAccess[]
  }
  readonly hours: {
    intervals: Hours['intervals'][number][]
    exceptions: Hours['exceptions'][number][]
    holidays: Hours['holidays']
  }
  readonly isPublished: boolean
  /** Days since it was published, or last looked at. */
  readonly assuredAgo: number
}

const week = (days: readonly number[], ...spans: readonly (readonly [string, string])[]): ServiceExample['hours'] => ({
  intervals: days.flatMap((weekday) => spans.map(([opens, closes]) => ({ weekday, opens, closes }))),
  exceptions: [],
  holidays: 'CLOSED',
})
const WORKDAYS = [1, 2, 3, 4, 5]
const TOWN = '310113109000'
const DISTRICT = '310113000000'

export const SERVICES: readonly ServiceExample[] = [
  {
    of: 1,
    name: '社区老年助餐',
    description: '为辖区六十周岁以上老人提供午餐堂食和送餐。',
    field: 'ELDERLY',
    audience: '六十周岁以上老人',
    languages: ['zh', 'wuu'],
    cost: 'REDUCED',
    costNote: '按年龄补贴',
    capacity: 120,
    capacityUnit: '客/日',
    areas: [TOWN],
    phone: '021-56780001',
    place: {
      name: '示例助餐点',
      line: '示例路88弄1号',
      kind: 'PHYSICAL',
      isConfidential: false,
      access: ['STEP_FREE', 'TOILET'],
    },
    hours: week(WORKDAYS, ['08:30', '11:00'], ['11:30', '13:30']),
    isPublished: true,
    assuredAgo: 60,
  },
  {
    of: 2,
    name: '小学生课后照护',
    description: '放学后看护、作业辅导和兴趣活动。',
    field: 'CHILDREN',
    audience: '小学生',
    languages: ['zh'],
    cost: 'PAID',
    costNote: '按月收费，困难家庭减免',
    capacity: 40,
    capacityUnit: '名儿童',
    areas: [TOWN],
    phone: '021-56780002',
    place: {
      name: '示例青少年活动室',
      line: '示例路166弄2号',
      kind: 'PHYSICAL',
      isConfidential: false,
      access: ['STEP_FREE', 'LIFT'],
    },
    hours: week(WORKDAYS, ['15:30', '18:30']),
    isPublished: true,
    assuredAgo: 200,
  },
  {
    of: 4,
    name: '心理咨询热线',
    description: '心理支持和转介，通话保密。',
    field: 'HEALTH',
    audience: '居民',
    languages: ['zh'],
    cost: 'FREE',
    costNote: null,
    capacity: null,
    capacityUnit: null,
    areas: [DISTRICT],
    phone: '021-56780004',
    place: { name: '热线', line: null, kind: 'VIRTUAL', isConfidential: false, access: [] },
    hours: { ...week([1, 2, 3, 4, 5, 6, 7], ['09:00', '21:00']), holidays: 'AS_USUAL' },
    isPublished: true,
    assuredAgo: 20,
  },
  {
    of: 7,
    name: '受助妇女临时庇护',
    description: '紧急情况下的临时住所和陪伴，须经街镇或公安转介。',
    field: 'FAMILY',
    audience: '遭受家庭暴力的妇女和儿童',
    languages: ['zh'],
    cost: 'FREE',
    costNote: null,
    capacity: 6,
    capacityUnit: '床位',
    areas: [DISTRICT],
    phone: '021-56780007',
    place: { name: '示例庇护所', line: '示例路401号', kind: 'PHYSICAL', isConfidential: true, access: ['NURSING'] },
    hours: { ...week([1, 2, 3, 4, 5, 6, 7], ['00:00', '24:00']), holidays: 'AS_USUAL' },
    isPublished: true,
    assuredAgo: 15,
  },
  {
    of: 12,
    name: '社区纠纷调解',
    description: '邻里、物业和家庭纠纷的调解。',
    field: 'LEGAL',
    audience: '居民',
    languages: ['zh', 'wuu'],
    cost: 'FREE',
    costNote: null,
    capacity: null,
    capacityUnit: null,
    areas: [TOWN],
    phone: '021-56780012',
    place: { name: '示例调解室', line: '示例路208弄', kind: 'PHYSICAL', isConfidential: false, access: ['STEP_FREE'] },
    hours: week(WORKDAYS, ['09:00', '11:30'], ['13:00', '17:00']),
    isPublished: false,
    assuredAgo: 2,
  },
]
