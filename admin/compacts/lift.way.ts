// The way of a lift retrofit: what lies behind it and what is still to come.
import type { Step } from '../app/ui/Stepper.vue'
import type { BuildingStatus, LiftWhole } from './lift.queries.ts'

const WAY: readonly BuildingStatus[] = [
  'INTENT',
  'FEASIBILITY',
  'SURVEY',
  'AGREEMENT',
  'PUBLICITY',
  'PLAN_FILED',
  'PLANNING',
  'STRUCTURE',
  'PERMIT',
  'CONSTRUCTION',
  'SPECIAL_EQUIPMENT',
  'ACCEPTANCE',
  'OPERATING',
]

type Say = (key: string) => string

/** A project that stands aside stands where it last was on its way. */
export const liftWay = ({ status, events }: Pick<LiftWhole, 'status' | 'events'>, t: Say): Step[] => {
  const onWay = (state: string | null) => WAY.indexOf(state as BuildingStatus)
  const last = onWay(events.findLast(({ from }) => onWay(from) >= 0)?.from ?? 'INTENT')
  const isAside = onWay(status) < 0
  const now = isAside ? last : onWay(status)
  return WAY.map((state, at) => ({
    key: state,
    label: t(`compacts.buildingStatus.${state}`),
    state: at < now || status === 'OPERATING' ? 'done' : at > now ? 'later' : isAside ? 'stopped' : 'now',
  }))
}
