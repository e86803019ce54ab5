// Money that follows a task, through the API and past it.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loginOf } from '../../gateway/host/database.ts'
import { TEST_SECRET } from '../support/platform.ts'
import { DIVISION, TOWN } from './actors.ts'
import {
  act,
  budget,
  draft,
  funds,
  look,
  lookFunding,
  M,
  openWorld,
  submit,
  toAdmitted,
  toMeeting,
  type Step,
  type World,
} from './admission.walk.ts'

let w: World
let role: pg.Pool
beforeAll(async () => {
  w = await openWorld()
  role = new pg.Pool({ connectionString: loginOf(w.ownerUrl, 'duties', TEST_SECRET), max: 10 })
})
afterAll(async () => {
  await role.end()
  await w.stop()
})

const paid = (amount: number, voucher: string, transferredOn = '2026-03-02') => ({ input: { amount, voucher, transferredOn } })
const read = <T>(fields: string, { id }: { id: string }, actor = w.people.finance): Promise<T> =>
  w.run<T>(actor, `query ($id: ID!) { fundingCommitment(id: $id) { ${fields} } }`, { id })
/** A commitment of a submitted application, its budget confirmed. */
const budgeted = async (): Promise<Step> => budget(w, (await submit(w)).id)
const outcomes = (codes: string[]) =>
  Object.fromEntries([...new Set(codes)].sort().map((c) => [c, codes.filter((one) => one === c).length]))

test('is planned with the draft, promised with the application, and then stands', async () => {
  const { department, other, finance, secretary } = w.people
  const application = await draft(w)
  const [planned] = await w.sql<Step>(`select id, version, status from duties.funding_commitment where application = $1`, [
    application.id,
  ])
  expect(planned!.status).toBe('PLANNED')
  expect((await w.refused(department, M.actFunding, { ...planned, action: 'PROMISE' })).message).toMatch(
    /promised when the application/,
  )
  await w.run(department, M.reviseFunding, { ...planned, input: funds({ amount: 2_000_000, transferBy: '2026-12-20' }) })
  for (const input of [
    funds({ receiver: '320585100000' }),
    funds({ amount: 0 }),
    funds({ amount: 2_100_000_000 }),
    funds({ transferBy: '2026-02-30' }),
    funds({ transferBy: '2026-03-01' }),
  ])
    expect((await w.refused(department, M.plan, { ...application, input })).code).toBe('BAD_USER_INPUT')
  await act(w, department, application, 'SUBMIT')
  const promised = await lookFunding(w, planned!)
  expect(promised.status).toBe('PROMISED')
  expect((await w.refused(department, M.reviseFunding, { ...promised, input: funds() })).message).toMatch(/does not change/)
  expect((await w.refused(department, M.actFunding, { ...promised, action: 'REVOKE', reason: '撤销' })).message).toMatch(
    /its commitment stands/,
  )
  expect((await w.refused(department, M.plan, { ...application, input: funds() })).code).toBe('REFUSED')
  for (const actor of [other, secretary]) expect(await lookFunding(w, promised, actor)).toBeNull()
  expect(await lookFunding(w, promised, finance)).toMatchObject({ status: 'PROMISED' })
  expect(await read('amount transferBy dueAt division { code }', promised)).toEqual({
    amount: 2_000_000,
    transferBy: '2026-12-20',
    dueAt: '2026-12-20T15:59:00.000Z',
    division: { code: TOWN },
  })
})

test('is transferred in parts, reconciled by the receiver, and sent back where the sums differ', async () => {
  const { department, town, finance, secretary } = w.people
  const one = await budgeted()
  expect((await w.refused(finance, M.transfer, { ...one, ...paid(1, 'A') })).code).toBe('FORBIDDEN')
  const part = await w.run(department, M.transfer, { ...one, ...paid(400_000, '凭证1') })
  expect(part.status).toBe('BUDGETED')
  expect((await w.refused(department, M.transfer, { ...part, ...paid(600_001, '凭证2') })).message).toMatch(
    /At most 6,000.00 yuan/,
  )
  expect((await w.refused(department, M.transfer, { ...part, ...paid(-400_001, '凭证2') })).code).toBe('BAD_USER_INPUT')
  expect((await w.refused(department, M.transfer, { ...part, ...paid(1, '凭证1') })).message).toBe(
    'This voucher is entered already.',
  )
  expect((await w.refused(department, M.transfer, { ...part, ...paid(1, '凭证2', '2026-03-03') })).more['field']).toBe(
    'transferredOn',
  )
  const whole = await w.run(department, M.transfer, { ...part, ...paid(600_000, '凭证2') })
  expect(whole.status).toBe('TRANSFERRED')
  expect((await w.refused(secretary, M.reconcile, { ...whole, received: 1_000_000 })).code).toBe('NOT_FOUND')
  expect((await w.refused(department, M.reconcile, { ...whole, received: 1_000_000 })).code).toBe('FORBIDDEN')
  expect((await w.refused(town, M.reconcile, { ...whole, received: 900_000 })).message).toMatch(
    /9,000.00 yuan arrived, 10,000.00 were recorded/,
  )
  expect((await w.refused(town, M.actFunding, { ...whole, action: 'SEND_BACK' })).more['field']).toBe('reason')
  const back = await w.run(town, M.actFunding, { ...whole, action: 'SEND_BACK', reason: '实收9000元。' })
  const taken = await w.run(department, M.transfer, { ...back, ...paid(-600_000, '红字凭证2') })
  const again = await w.run(department, M.transfer, { ...taken, ...paid(600_000, '凭证3') })
  const done = await w.run(town, M.reconcile, { ...again, received: 1_000_000 })
  expect(done.status).toBe('RECONCILED')
  expect(await read('transferred transfers { amount voucher }', done)).toEqual({
    transferred: 1_000_000,
    transfers: [
      { amount: 400_000, voucher: '凭证1' },
      { amount: 600_000, voucher: '凭证2' },
      { amount: -600_000, voucher: '红字凭证2' },
      { amount: 600_000, voucher: '凭证3' },
    ],
  })
})

test('twenty transfers at once with one version: one is recorded, the others are told', async () => {
  const one = await budgeted()
  const sent = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      w.ask('duties', w.people.department, M.transfer, { ...one, ...paid(300_000, `并行${n}`) }),
    ),
  )
  expect(outcomes(sent.map(({ errors }) => errors[0]?.code ?? 'OK'))).toEqual({ OK: 1, VERSION_CONFLICT: 19 })
  expect(await read('transferred', one)).toEqual({ transferred: 300_000 })
})

describe('what the database refuses to the subgraph itself', () => {
  const refusal = (sql: string, values: unknown[] = []) =>
    role.query(sql, values).then(
      () => 'OK',
      (error: { constraint?: string; code: string }) => error.constraint ?? error.code,
    )
  const line = `insert into duties.funding_transfer (id, commitment_id, amount, voucher, transferred_on, "by", "at")
    values (gen_random_uuid(), $1, $2, $3, '2026-03-02', 'x', now())`

  test('more transferred than promised, from however many clients at once', async () => {
    const { id } = await budgeted()
    const codes = await Promise.all(Array.from({ length: 40 }, (_, n) => refusal(line, [id, 90_000, `直写${n}`])))
    expect(outcomes(codes)).toEqual({ OK: 11, funding_ceiling: 29 })
    expect(await read('transferred', { id })).toEqual({ transferred: 990_000 })
    expect(await refusal(line, [id, -990_001, '冲回'])).toBe('funding_ceiling')
    expect(await refusal(`update duties.funding_commitment set status = 'TRANSFERRED' where id = $1`, [id])).toBe('funding_whole')
    expect(await refusal(`update duties.funding_commitment set amount = 990000 where id = $1`, [id])).toBe('funding_fixed')
    expect(await refusal(`update duties.funding_transfer set amount = 1 where commitment_id = $1`, [id])).toBe('42501')
    expect(await refusal(`delete from duties.funding_commitment where id = $1`, [id])).toBe('funding_commitment_kept')
  })

  test('money before the budget', async () => {
    const { id } = await submit(w)
    const [promised] = await w.sql<{ id: string }>(`select id from duties.funding_commitment where application = $1`, [id])
    expect(await refusal(line, [promised!.id, 1, '早'])).toBe('funding_open')
    expect(await refusal(`update duties.funding_commitment set status = 'BUDGETED' where id = $1`, [promised!.id])).toBe(
      'funding_budgeted',
    )
  })

  test('a second vote, a late vote, an opinion or an objection out of time', async () => {
    const { id } = await toMeeting(w)
    const member = w.people.joint[0]!
    const votes = await Promise.all(
      Array.from({ length: 20 }, () => w.ask('duties', member, M.vote, { id, choice: 'FOR', reason: '同意' })),
    )
    expect(outcomes(votes.map(({ errors }) => errors[0]?.code ?? 'OK'))).toEqual({ OK: 1, REFUSED: 19 })
    const again = `insert into duties.joint_vote select gen_random_uuid(), $1, division, $2, "by", choice, reason, "at" from duties.joint_vote limit 1`
    expect(await refusal(again, [id, member.id])).toBe('joint_vote_once')
    expect(await refusal(again, [(await submit(w)).id, 'SOMEONE'])).toBe('joint_vote_open')
    expect(await refusal(`update duties.joint_vote set choice = 'AGAINST'`)).toBe('42501')
    expect(await refusal(`update duties.opinion set body = '另' where application_id = $1`, [id])).toBe('opinion_open')
    expect(
      await refusal(
        `insert into duties.admission_objection (id, application_id, division, "by", body, "at", due_at) values (gen_random_uuid(), $1, '${DIVISION}', 'x', 'x', now(), now())`,
        [id],
      ),
    ).toBe('admission_objection_open')
    expect(await refusal(`update duties.admission_application set status = 'IN_FORCE' where id = $1`, [id])).toBe(
      'admission_admitted',
    )
    expect(await refusal(`delete from duties.admission_application where id = $1`, [id])).toBe('admission_application_kept')
  })
})

test('three members vote at once while the secretary concludes: one consistent outcome', async () => {
  const meeting = await toMeeting(w)
  const [votes, conclusion] = await Promise.all([
    Promise.all(
      w.people.joint.map((member) => w.ask('duties', member, M.vote, { id: meeting.id, choice: 'FOR', reason: '同意' })),
    ),
    w.ask('duties', w.people.civil, M.conclude, { ...meeting, minutes: '纪要' }),
  ])
  expect(votes.map(({ errors }) => errors[0]?.code ?? 'OK')).toEqual(['OK', 'OK', 'OK'])
  expect(['REFUSED', 'VERSION_CONFLICT']).toContain(conclusion.errors[0]?.code)
  const after = await w.run<{ tally: { votes: number } }>(
    w.people.civil,
    'query ($id: ID!) { admissionApplication(id: $id) { tally { votes } } }',
    { id: meeting.id },
  )
  expect(after.tally.votes).toBe(3)
  expect((await w.run(w.people.civil, M.conclude, { ...(await look(w, meeting)), minutes: '纪要' })).status).toBe('PUBLICITY')
})

test('a transfer past its day is told to both sides, once, and may be urged', async () => {
  const { town, department, civil } = w.people
  const one = await budgeted()
  expect((await w.refused(town, M.actFunding, { ...one, action: 'URGE', reason: '请拨付' })).message).toMatch(/not overdue yet/)
  w.clock.now = new Date('2026-12-20T15:58:00Z')
  await w.sweep()
  expect(await w.sql(`select 1 from duties.event where stream = $1 and action = 'FALL_DUE'`, [one.id])).toEqual([])
  w.clock.now = new Date('2026-12-20T16:00:00Z')
  await w.sweep()
  await w.sweep()
  expect(await w.sql(`select count(*)::int as n from duties.event where stream = $1 and action = 'FALL_DUE'`, [one.id])).toEqual([
    { n: 1 },
  ])
  const sent = await w.sql<{ data: { events: { awaits: string[]; organization: string; dueAt: string }[] } }>(
    `select data from jobs.job where data::text like '%FALL_DUE%' and data::text like $1`,
    [`%${one.id}%`],
  )
  const [told] = sent.flatMap(({ data }) => data.events)
  expect(told).toMatchObject({ organization: department.organization, dueAt: '2026-12-20T15:59:00.000Z' })
  expect(told!.awaits).toEqual(expect.arrayContaining(['OWNER', 'SUBDISTRICT_OFFICER', 'COMMITTEE_SECRETARY']))
  await w.run(town, M.actFunding, { ...(await lookFunding(w, one)), action: 'URGE', reason: '已逾期，请尽快拨付。' })
  const asked = '{ fundingCommitments(first: 100, filter: { overdue: true }) { edges { node { id daysOverdue } } } }'
  for (const actor of [town, department, civil]) {
    const { edges } = await w.run<{ edges: { node: { id: string; daysOverdue: number } }[] }>(actor, asked)
    expect(edges.map(({ node }) => node)).toContainEqual({ id: one.id, daysOverdue: 1 })
  }
})

test('is promised for a matter already on the list by its department only', async () => {
  w.clock.now = new Date('2027-03-01T01:00:00Z')
  const { department, other, town } = w.people
  const admitted = await toAdmitted(w, { validFrom: '2027-06-01' })
  const [item] = await w.sql<{ id: string }>(
    `select i.id from duties.duty_item i join duties.admission_application a on a.item_code = i.code where a.id = $1`,
    [admitted.id],
  )
  await w.sql(`update duties.duty_list_version set status = 'SOLICITING' where status = 'COMPILING'`)
  const input = funds({ year: 2028, transferBy: '2028-03-31', receiver: DIVISION })
  expect((await w.refused(other, M.promise, { ...item, input })).code).toBe('FORBIDDEN')
  const made = await w.run(department, M.promise, { ...item, input })
  expect(made.status).toBe('PROMISED')
  expect(await read('itemCode year matter', made, town)).toMatchObject({ year: 2028, matter: '协助开展传染病预防宣传' })
})
