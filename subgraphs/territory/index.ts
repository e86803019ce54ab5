// Territory: divisions, town-managed communities, grids, neighbourhood cells, buildings and the codes on their doors.
import { fileURLToPath } from 'node:url'
import type { Subgraph } from '../shared/subgraph.ts'
import { text } from '../shared/words.ts'
import { Building } from './building.entity.ts'
import { BuildingResolver } from './building.resolver.ts'
import { TownManagedCommunity } from './community.entity.ts'
import { Division } from './division.entity.ts'
import { loadDivisions } from './division.load.ts'
import { DivisionResolver } from './division.resolver.ts'
import { Grid, NeighbourhoodCell } from './grid.entity.ts'
import { CommunityResolver, DivisionGridsResolver } from './grid.resolver.ts'
import { seed } from './seed.ts'

export const territory: Subgraph = {
  name: 'territory',
  entities: [Division, TownManagedCommunity, Grid, NeighbourhoodCell, Building],
  resolvers: [DivisionResolver, DivisionGridsResolver, CommunityResolver, BuildingResolver],
  acts: { RENEW_CODE: text('更换门牌码', 'Door code renewed') },
  migrations: fileURLToPath(new URL('migrations', import.meta.url)),
  constraints: {
    division_code_unique: text('这个区划代码已经录入。', 'This division code is entered already.'),
    grid_code_unique: text('这个网格编码已经使用。', 'This grid code is taken.'),
    cell_name_unique: text('该居村已有同名邻里。', 'This committee has a cell of that name already.'),
    building_address_unique: text('该居村已有这个地址的楼栋。', 'This committee has a building at that address already.'),
  },
  first: async (ctx) => [`${await loadDivisions(ctx)} 个区划 divisions`],
  seed,
}
