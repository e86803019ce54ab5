// The demo's territory: the real divisions, and one community drawn down to its doors. Streets are examples (示例).
import type { Context } from '../shared/context.ts'
import { record, recordAll } from '../shared/event.ts'
import { Building } from './building.entity.ts'
import { TownManagedCommunity } from './community.entity.ts'
import { loadDivisions, seedId } from './division.load.ts'
import { Grid, NeighbourhoodCell } from './grid.entity.ts'

/** Committees with buildings: how many, and the lane of the example street they stand in. */
const DRAWN = [
  {
    division: '310113109043',
    buildings: 12,
    lane: 88,
    grids: ['东区网格', '中区网格', '西区网格'],
    cells: ['和睦邻里', '同心邻里'],
  },
  { division: '310113109044', buildings: 2, lane: 166, grids: ['南区网格'], cells: [] },
  { division: '310113109057', buildings: 2, lane: 208, grids: ['北区网格'], cells: [] },
]

const XINJIAYUAN = ['043', '044', '057', '058', '059', '060', '061', '062', '063'].map((c) => `310113109${c}`)

export const seed = async (ctx: Context): Promise<void> => {
  const at = { version: 0, createdAt: ctx.now }
  await loadDivisions(ctx)
  const community = ctx.em.create(TownManagedCommunity, {
    id: seedId('community:馨佳园'),
    version: 0,
    division: '310113109000',
    name: '馨佳园社区',
    committees: XINJIAYUAN,
    createdAt: ctx.now,
  })
  await record(ctx, community, { type: 'TownManagedCommunity', action: 'CREATE', title: community.name })
  for (const { division, buildings, lane, grids, cells } of DRAWN) {
    const gridRows = grids.map((name, i) => {
      const code = division + String(i + 1).padStart(3, '0')
      return { ...at, id: seedId(`grid:${code}`), division, code, name }
    })
    await recordAll(
      ctx,
      gridRows.map((g) => [g, { type: 'Grid', action: 'CREATE', title: g.name }]),
    )
    await ctx.em.insertMany(Grid, gridRows)
    const cellRows = cells.map((name, i) => ({
      ...at,
      id: seedId(`cell:${division}:${name}`),
      division,
      gridId: gridRows[i]!.id,
      name,
    }))
    await recordAll(
      ctx,
      cellRows.map((c) => [c, { type: 'NeighbourhoodCell', action: 'CREATE', title: c.name }]),
    )
    if (cellRows.length) await ctx.em.insertMany(NeighbourhoodCell, cellRows)
    const buildingRows = Array.from({ length: buildings }, (_, i) => {
      const address = `示例路${lane}弄${i + 1}号`
      return {
        ...at,
        id: seedId(`building:${address}`),
        division,
        address,
        codeEpoch: 1,
        gridId: gridRows[Math.floor((i * gridRows.length) / buildings)]!.id,
        cellId: cellRows.length ? cellRows[Math.floor((i * cellRows.length) / buildings)]!.id : null,
      }
    })
    await recordAll(
      ctx,
      buildingRows.map((b) => [b, { type: 'Building', action: 'CREATE', title: b.address }]),
    )
    await ctx.em.insertMany(Building, buildingRows)
  }
}
