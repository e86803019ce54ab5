// Seats under one lock: whoever asks first is seated first, and whoever gives a seat back lets the next one in.
import { LockMode } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { Meeting } from './meeting.entity.ts'
import { tellSeated } from './meeting.telling.ts'
import { Seat, SeatStatus } from './seat.entity.ts'

const ORDER = { at: 'asc', id: 'asc' } as const

/** The meeting, locked: nobody else asks for its seats meanwhile. */
const held = (ctx: Context, { id }: Meeting): Promise<Meeting> =>
  ctx.em.findOneOrFail(Meeting, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })

/** A seat, or a place in the queue; asking again changes nothing. */
export const takeSeat = async (ctx: Context, meeting: Meeting, resident: string): Promise<Seat> => {
  const { seats, status } = await held(ctx, meeting)
  if (seats === null) throw refused(text('本次会议不需要预约座位。', 'This meeting needs no seat.'))
  const own = await ctx.em.findOne(Seat, { meeting: meeting.id, resident }, { refresh: true })
  if (own) return own
  if (status !== 'NOTICED' && status !== 'OPEN')
    throw refused(
      text('现在不能预约：会议未通知或者已经散会。', 'No seat can be taken now: the meeting is not announced, or over.'),
    )
  const taken = await ctx.em.count(Seat, { meeting: meeting.id, status: SeatStatus.TAKEN })
  const seat = ctx.em.create(Seat, {
    id: uuidv7(),
    meeting,
    resident,
    status: taken < seats ? SeatStatus.TAKEN : SeatStatus.WAITING,
    at: ctx.now,
  })
  await ctx.em.flush()
  return seat
}

/** Gives the seat back; the first in the queue gets it. */
export const giveSeatBack = async (ctx: Context, meeting: Meeting, resident: string): Promise<void> => {
  await held(ctx, meeting)
  const own = await ctx.em.findOne(Seat, { meeting: meeting.id, resident }, { refresh: true })
  if (!own) return
  await ctx.em.nativeDelete(Seat, { id: own.id })
  ctx.em.clear()
  if (own.status !== SeatStatus.TAKEN) return
  const [next] = await ctx.em.find(Seat, { meeting: meeting.id, status: SeatStatus.WAITING }, { orderBy: ORDER, limit: 1 })
  if (!next) return
  Object.assign(next, { status: SeatStatus.TAKEN })
  await ctx.em.flush()
  await tellSeated(ctx, meeting, next)
}

/** At the door: whoever has no seat takes a free one, or is told how many wait before them. */
export const mustHaveSeat = async (ctx: Context, meeting: Meeting, resident: string): Promise<void> => {
  if (meeting.seats === null) return
  const seat = await takeSeat(ctx, meeting, resident)
  if (seat.status === SeatStatus.TAKEN) return
  const before = await queueBefore(ctx, seat)
  throw refused(text(`座位已满，候补第${before + 1}位。`, `All seats are taken; number ${before + 1} in the queue.`), {
    rule: 'W4',
  })
}

/** How many wait before. */
export const queueBefore = async (ctx: Context, { meeting, at, id }: Seat): Promise<number> => {
  const waiting = await ctx.em.find(
    Seat,
    { meeting: meeting.id, status: SeatStatus.WAITING, at: { $lte: at } },
    { orderBy: ORDER },
  )
  return waiting.findIndex((one) => one.id === id)
}
