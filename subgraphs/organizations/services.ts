// What the subgraph declares for services and the places where they are given.
import { text } from '../shared/words.ts'
import { NearestResolver } from './nearest.resolver.ts'
import type { Part } from './parts.ts'
import { ServiceAddress, ServicePlace, ServicePoint } from './place.entity.ts'
import { AddressResolver, OrganizationPlacesResolver, PlaceResolver, PointResolver } from './place.resolver.ts'
import { reopenServices } from './service.acts.ts'
import { ServiceListing } from './service.entity.ts'
import { serviceListingMachine } from './service.machine.ts'
import { ServiceResolver } from './service.resolver.ts'
import { ServiceStepResolver } from './serviceStep.resolver.ts'

export const SERVICES: Part = {
  entities: [ServiceListing, ServicePlace, ServiceAddress, ServicePoint],
  resolvers: [
    ServiceResolver,
    ServiceStepResolver,
    PlaceResolver,
    AddressResolver,
    PointResolver,
    OrganizationPlacesResolver,
    NearestResolver,
  ],
  machines: [serviceListingMachine],
  sweeps: [reopenServices],
  acts: {
    'ServiceListing.CREATE': text('录入', 'Entered'),
    HOURS: text('更新服务时间', 'Hours changed'),
    DROP_POINT: text('取消服务点', 'Place dropped'),
  },
  details: {
    description: [text('服务内容', 'What is offered')],
    audience: [text('服务对象', 'For whom')],
    costNote: [text('费用说明', 'Cost')],
    capacity: [text('服务能力', 'Capacity')],
    capacityUnit: [text('能力单位', 'Unit')],
    areas: [text('服务区域', 'Divisions served')],
    alert: [text('公告', 'Alert')],
    closedUntil: [text('暂停至', 'Closed until')],
  },
  constraints: {
    service_capacity: text('服务能力应当连同单位填写。', 'A capacity comes with its unit.'),
    service_closed: text('暂停服务应当说明原因。', 'A service closed for a time says why.'),
    service_address_once: text('地点已有地址。', 'The place has an address.'),
    service_point_once: text('该服务点刚刚已由他人录入，请刷新。', 'Somebody has just entered this place; please reload.'),
    address_position: text('经纬度应当成对填写。', 'A position has a latitude and a longitude.'),
    service_listing_kept: text(
      '服务记录不能删除，注销后不能恢复。',
      'A service is not deleted, and a defunct one not brought back.',
    ),
  },
}
