// Which days of which records stand in the calendar. Rows are read in the caller's scope, like everything.
import type { EntityClass, FilterQuery } from '@mikro-orm/postgresql'
import { wordsOfState } from '../shared/acts.ts'
import type { Context } from '../shared/context.ts'
import { text, type Text } from '../shared/words.ts'
import { AdmissionApplication } from './admission.entity.ts'
import { publicityEnd } from './admission.rules.ts'
import { Opinion } from './admissionOpinion.entity.ts'
import { CertificateRequest } from './certificate.entity.ts'
import { endOf } from './clock.ts'
import { FundingCommitment } from './funding.entity.ts'
import { objectionTitle } from './objection.acts.ts'
import { DutyObjection } from './objection.entity.ts'
import { DutyTask } from './task.entity.ts'
import { titleOf } from './version.acts.ts'
import { DutyListVersion } from './version.entity.ts'

export interface Falling {
  readonly type: string
  readonly id: string
  readonly title: string
  readonly what: Text
  readonly dueAt: Date
}

export interface Window {
  readonly from: Date
  readonly to: Date
  /** First and last day, 2026-01-01. */
  readonly days: readonly [string, string]
  readonly place: object
}

type Row = { id: string; status: string; division: string; dueAt: Date | null }
type Read = (ctx: Context, window: Window) => Promise<Falling[]>

const MOST = 300

/** What a deadline asks for, by the state of the record; elsewhere the state says it. */
const DUE: Readonly<Record<string, Text>> = {
  'AdmissionApplication.SUBMITTED': text('形式审查', 'Formal check'),
  'AdmissionApplication.RETURNED': text('补正', 'Correction'),
  'AdmissionApplication.CONSULTING': text('征求意见', 'Consultation'),
  'AdmissionApplication.JOINT_MEETING': text('审议', 'Joint meeting'),
  'AdmissionApplication.PUBLICITY': text('准入发文', 'Admission document'),
  'Opinion.AWAITED': text('签署意见', 'Opinion'),
  'FundingCommitment.PROMISED': text('列入预算、拨付', 'Budget and transfer'),
  'FundingCommitment.BUDGETED': text('拨付', 'Transfer'),
  'FundingCommitment.TRANSFERRED': text('对账', 'Reconciliation'),
  'DutyListVersion.SOLICITING': text('征求意见', 'Opinions'),
  'DutyListVersion.DELIBERATED': text('发布', 'Publication'),
  'DutyListVersion.PUBLISHED': text('公布期满', 'Publicity ends'),
  'DutyTask.ISSUED': text('接收任务', 'Task to accept'),
  'DutyTask.ACCEPTED': text('办理任务', 'Task'),
  'DutyTask.DOING': text('办理任务', 'Task'),
  'DutyTask.SUBMITTED': text('确认任务', 'Task to confirm'),
  'DutyTask.CORRECTING': text('更正任务', 'Task to correct'),
  'DutyObjection.RAISED': text('受理异议', 'Objection to accept'),
  'DutyObjection.ACCEPTED': text('核查异议', 'Objection'),
  'DutyObjection.INVESTIGATING': text('核查异议', 'Objection'),
  'CertificateRequest.ASKED': text('核对证明', 'Certificate'),
}
const whatOf = (type: string, status: string) => DUE[`${type}.${status}`] ?? wordsOfState(type, status) ?? text(status, status)

/** Records of a type with a deadline of the step they stand in. */
const clocks =
  <T extends Row>(
    type: string,
    entity: EntityClass<T>,
    titled: (row: T, ctx: Context) => string | Promise<string>,
    populate: string[] = [],
  ): Read =>
  async (ctx, { from, to, place }) => {
    const at = { dueAt: { $gte: from, $lt: to }, ...place } as unknown as FilterQuery<T>
    const rows = (await ctx.em.find(entity, at, {
      limit: MOST,
      populate: populate as never,
      orderBy: { dueAt: 'asc' } as never,
    })) as T[]
    return Promise.all(
      rows.map(async (row) => ({
        type,
        id: row.id,
        title: await titled(row, ctx),
        what: whatOf(type, row.status),
        dueAt: row.dueAt!,
      })),
    )
  }

const PENDING = ['LEGAL_REVIEW', 'CONSULTING', 'JOINT_MEETING']

/** The other days of an application: by when it is decided, when its publicity ends, when it leaves the list. */
const admissionDays: Read = async (ctx, { from, to, days, place }) => {
  const fields = ['id', 'name', 'status', 'decideBy', 'publicityBegunAt', 'publicityDays', 'validTo'] as const
  const falls = [
    { status: { $in: PENDING }, decideBy: { $gte: from, $lt: to } },
    { status: 'PUBLICITY' },
    { status: { $in: ['IN_FORCE', 'SUSPENDED', 'ADJUSTING'] }, validTo: { $gte: days[0], $lte: days[1] } },
  ]
  const at = { $and: [{ $or: falls }, place] } as FilterQuery<AdmissionApplication>
  const rows = await ctx.em.find(AdmissionApplication, at, { limit: MOST, fields, orderBy: { createdAt: 'desc' } })
  return rows
    .map((row) => {
      const { id, name: title, status } = row
      const [what, dueAt] = PENDING.includes(status)
        ? [text('作出决定', 'Decision'), row.decideBy!]
        : status === 'PUBLICITY'
          ? [text('公示届满', 'Publicity ends'), endOf(publicityEnd(row.publicityBegunAt!, row.publicityDays!))]
          : [text('到期退出', 'Leaves the list'), endOf(row.validTo!)]
      return { type: 'AdmissionApplication', id, title, what, dueAt }
    })
    .filter(({ dueAt }) => dueAt >= from && dueAt < to)
}

/** Versions that are public, and the day they are to take effect. */
const versionDays: Read = async (ctx, { days, place }) => {
  const at = { status: 'PUBLISHED', effectiveOn: { $gte: days[0], $lte: days[1] }, ...place } as FilterQuery<DutyListVersion>
  const rows = await ctx.em.find(DutyListVersion, at, { limit: MOST, populate: ['list'], orderBy: { effectiveOn: 'asc' } })
  return Promise.all(
    rows.map(async (row) => ({
      type: 'DutyListVersion',
      id: row.id,
      title: await titleOf(ctx, row),
      what: text('施行', 'Takes effect'),
      dueAt: endOf(row.effectiveOn!),
    })),
  )
}

export const SOURCES: readonly Read[] = [
  clocks('AdmissionApplication', AdmissionApplication, ({ name }) => name),
  admissionDays,
  clocks('Opinion', Opinion, ({ application }) => application.name, ['application']),
  clocks('FundingCommitment', FundingCommitment, ({ matter }) => matter),
  clocks('DutyListVersion', DutyListVersion, (version, ctx) => titleOf(ctx, version), ['list']),
  versionDays,
  clocks('DutyTask', DutyTask, ({ title }) => title),
  clocks('DutyObjection', DutyObjection, ({ ground, task }) => objectionTitle(ground, task), ['task']),
  clocks('CertificateRequest', CertificateRequest, ({ matter }) => matter),
]
