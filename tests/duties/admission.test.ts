// A matter on its way into the list and out again, through the API.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '../../subgraphs/shared/calendar.ts'
import { anonymous } from '../support/platform.ts'
import { DIVISION, TOWN } from './actors.ts'
import {
  act,
  cast,
  CHECKS,
  draft,
  funds,
  look,
  M,
  matter,
  openWorld,
  opinionsOf,
  sign,
  submit,
  toConsulting,
  toMeeting,
  toPublicity,
  toReview,
  type Step,
  type World,
} from './admission.walk.ts'

let w: World
const at = new Date('2026-03-02T01:00:00Z')
beforeAll(async () => {
  w = await openWorld(at)
})
afterAll(() => w.stop())

const day = (moment: string) => dayOf(new Date(moment))
const read = <T>(actor = w.people.civil, fields: string, { id }: { id: string }): Promise<T> =>
  w.run<T>(actor, `query ($id: ID!) { admissionApplication(id: $id) { ${fields} } }`, { id })
const from = (moment: Date) => void (w.clock.now = moment)

describe('a draft', () => {
  let step: Step
  beforeAll(async () => {
    from(at)
    step = await w.run(w.people.department, M.create, {
      input: { listType: 'ASSIST_GOVERNMENT', name: '协助登记', category: 'PUBLIC_SERVICE', performer: 'EITHER', bases: [] },
    })
  })

  test('is seen by nobody but its department, nor is the money planned for it', async () => {
    const seen = async (actor: Parameters<World['run']>[0]) => (await look(w, step, actor)) !== null
    const { civil, other, justice, secretary } = w.people
    expect(await seen(w.people.department)).toBe(true)
    for (const actor of [civil, other, justice, secretary, anonymous]) expect(await seen(actor)).toBe(false)
    await draft(w)
    for (const actor of [other, w.people.finance, w.people.town]) {
      const funds = await w.run<{ totalCount: number }>(actor, '{ fundingCommitments { totalCount } }')
      expect(funds.totalCount).toBe(0)
    }
    const list = '{ admissionApplications { edges { node { id } } } }'
    const { edges } = await w.run<{ edges: { node: { id: string } }[] }>(other, list)
    expect(edges.map(({ node }) => node.id)).not.toContain(step.id)
    expect((await w.refused(other, M.revise, { ...step, input: matter() })).code).toBe('NOT_FOUND')
    expect((await w.refused(other, M.plan, { ...step, input: funds() })).code).toBe('NOT_FOUND')
  })

  test('is not submitted until it is whole, stands on a law, is paid for, and early enough', async () => {
    const why = async () => (await w.refused(w.people.department, M.act, { ...(await look(w, step)), action: 'SUBMIT' })).message
    expect(await why()).toMatch(/Still to be filled in: what is to be done, standard/)
    await w.run(w.people.department, M.revise, { ...(await look(w, step)), input: matter({ bases: [] }) })
    expect(await why()).toBe('At least one legal basis is needed.')
    await w.run(w.people.department, M.revise, { ...(await look(w, step)), input: matter({ validFrom: '2026-04-10' }) })
    expect(await why()).toMatch(/Commit the funds first/)
    await w.run(w.people.department, M.plan, {
      id: step.id,
      input: { receiver: TOWN, year: 2026, amount: 100, source: '预算', accountingUnit: '年', transferBy: '2026-06-30' },
    })
    // Thirty working days from 2 March 2026, over the Qingming holiday of 4 to 6 April.
    expect(await why()).toBe('Apply 30 working days before it starts; the earliest start is 2026-04-14.')
    await w.run(w.people.department, M.revise, { ...(await look(w, step)), input: matter({ validFrom: '2026-04-14' }) })
    expect((await act(w, w.people.department, await look(w, step), 'SUBMIT')).status).toBe('SUBMITTED')
    const { dueAt, commitments } = await read<{ dueAt: string; commitments: Step[] }>(
      w.people.civil,
      'dueAt commitments { status }',
      step,
    )
    expect(day(dueAt)).toBe('2026-03-09')
    expect(commitments).toEqual([{ status: 'PROMISED' }])
  })

  test('is only for what departments ask for', async () => {
    const refusal = await w.refused(w.people.department, M.create, { input: matter({ listType: 'SELF_GOVERNANCE' }) })
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', more: { field: 'listType' } })
    expect((await w.refused(w.people.civil, M.create, { input: matter() })).code).toBe('FORBIDDEN')
  })
})

test('what is missing is said once: a second return is refused', async () => {
  from(at)
  const { civil, department } = w.people
  const first = await submit(w)
  const returned = await w.run(civil, M.giveBack, { ...first, missing: ['法律依据的条文全文', ' ', '经费测算表'] })
  expect(await read(civil, 'status missing', returned)).toEqual({
    status: 'RETURNED',
    missing: ['法律依据的条文全文', '经费测算表'],
  })
  expect((await w.refused(department, M.act, { ...returned, action: 'RESUBMIT' })).message).toMatch(
    /Correct what was found missing/,
  )
  const corrected = await w.run(department, M.revise, { ...returned, input: matter({ remark: '已补齐' }) })
  const again = await act(w, department, corrected, 'RESUBMIT')
  expect((await w.refused(civil, M.giveBack, { ...again, missing: ['还有一份'] })).message).toMatch(
    /What is missing is said once/,
  )
  const { offers } = await read<{ offers: { action: string; blocked: string | null }[] }>(
    civil,
    'offers { action blocked }',
    again,
  )
  expect(offers.map(({ action, blocked }) => [action, blocked !== null])).toEqual([
    ['ACCEPT', false],
    ['RETURN', true],
    ['REJECT', false],
  ])
})

test('a duty of the department itself is rejected by the legal side, and its promise lapses', async () => {
  from(at)
  const { justice, civil } = w.people
  const review = await toReview(w)
  const { decideBy, dueAt } = await read<Record<string, string>>(justice, 'decideBy dueAt', review)
  expect([day(dueAt!), day(decideBy!)]).toEqual(['2026-03-09', '2026-03-23'])
  expect((await w.refused(civil, M.review, { ...review, passed: CHECKS, opinion: '同意' })).code).toBe('FORBIDDEN')
  const [, ...rest] = CHECKS
  const done = await w.run(justice, M.review, { ...review, passed: rest, opinion: '该职责由部门自行履行。' })
  expect(done.status).toBe('REJECTED')
  expect(await read(civil, 'legalOpinion reviewedBy passed commitments { status }', done)).toEqual({
    legalOpinion: '该职责由部门自行履行。',
    reviewedBy: '示例司法局干部',
    passed: rest,
    commitments: [{ status: 'LAPSED' }],
  })
})

describe('the consultation', () => {
  let step: Step
  beforeAll(async () => {
    from(at)
    step = await toConsulting(w)
  })

  test('asks units of the district, each once; others see nothing of it', async () => {
    const { civil, foreign } = w.people
    expect((await w.refused(civil, M.invite, { ...step, units: ['320585100000'] })).more['field']).toBe('units')
    expect((await w.refused(civil, M.invite, { ...step, units: [TOWN] })).message).toMatch(/asked already/)
    expect(await look(w, step, foreign)).toBeNull()
    expect(await look(w, step, w.people.secretary)).toMatchObject({ status: 'CONSULTING' })
  })

  test('is signed by each unit for itself, and stands as signed last', async () => {
    const { town, secretary } = w.people
    const [committee, asked] = (await opinionsOf(w, step)).opinions
      .filter(({ division }) => [DIVISION, TOWN].includes(division.code))
      .sort((a, b) => b.division.code.localeCompare(a.division.code))
    expect((await w.refused(town, M.sign, { ...committee, stance: 'AGREE', body: '同意' })).message).toMatch(/signs for itself/)
    const first = await w.run(secretary, M.sign, { ...committee, stance: 'DISAGREE', body: '人手不足。' })
    await w.run(secretary, M.sign, { ...first, stance: 'AGREE_WITH_CHANGES', body: '请减少频次。' })
    expect(asked!.status).toBe('AWAITED')
    const { opinions } = await read<{ opinions: object[] }>(undefined, 'opinions { stance body signer status }', step)
    expect(opinions).toContainEqual({ stance: 'AGREE_WITH_CHANGES', body: '请减少频次。', signer: '示例书记', status: 'GIVEN' })
  })

  test('a unit asked by several at once is asked once, and two who sign for it at once leave one opinion', async () => {
    const { civil, town } = w.people
    const units = ['310113101000']
    const invite = () => w.ask('duties', civil, M.invite, { ...step, units })
    step = await look(w, step)
    const asked = await Promise.all(Array.from({ length: 8 }, invite))
    expect(asked.filter(({ errors }) => !errors.length)).toHaveLength(1)
    const { opinions } = await opinionsOf(w, step)
    expect(opinions.filter(({ division }) => division.code === units[0])).toHaveLength(1)
    const mine = opinions.find(({ division }) => division.code === TOWN)!
    const signs = await Promise.all(
      Array.from({ length: 8 }, (_, n) => w.ask('duties', town, M.sign, { ...mine, stance: 'AGREE', body: `同意${n}。` })),
    )
    expect(signs.filter(({ errors }) => !errors.length)).toHaveLength(1)
    expect(new Set(signs.flatMap(({ errors }) => errors.map(({ code }) => code)))).toEqual(new Set(['VERSION_CONFLICT']))
  })

  test('needs three signed opinions before the joint meeting, and then is closed', async () => {
    const { civil, secretary } = w.people
    const convene = async () => ({ ...(await look(w, step)), on: '2026-03-10', members: 3 })
    expect((await w.refused(civil, M.convene, await convene())).message).toBe(
      'At least 3 signed opinions are needed; there are 2.',
    )
    await sign(w, step, ['310113109001'])
    await w.run(civil, M.convene, await convene())
    const { opinions } = await opinionsOf(w, step)
    expect(new Set(opinions.map(({ status }) => status))).toEqual(new Set(['CLOSED']))
    const late = opinions.find(({ division }) => division.code === DIVISION)!
    expect((await w.refused(secretary, M.sign, { ...late, stance: 'AGREE', body: '同意' })).code).toBe('REFUSED')
  })
})

describe('the joint meeting', () => {
  beforeAll(() => from(at))

  test('votes once each, is quorate by two thirds, and carries by more than half of all members', async () => {
    const { civil, joint } = w.people
    const step = await toMeeting(w)
    const conclude = async () => w.refused(civil, M.conclude, { ...(await look(w, step)), minutes: '会议纪要' })
    await cast(w, step, ['FOR'])
    expect((await w.refused(joint[0]!, M.vote, { id: step.id, choice: 'AGAINST', reason: '改变主意' })).message).toBe(
      'You have voted already.',
    )
    expect((await conclude()).message).toMatch(/Fewer than 2 in 3 of the members have voted: 1 of 3/)
    await w.run(joint[1]!, M.vote, { id: step.id, choice: 'ABSTAIN', reason: '情况不明' })
    expect((await w.refused(civil, M.vote, { id: step.id, choice: 'FOR', reason: '同意' })).code).toBe('FORBIDDEN')
    const declined = await w.run(civil, M.conclude, { ...(await look(w, step)), minutes: '赞成未过半数，不予准入。' })
    expect(declined.status).toBe('REJECTED')
    expect(
      await read(
        civil,
        'minutes tally { members votes votesFor abstained isQuorate isCarried } votes { choice by reason }',
        step,
      ),
    ).toEqual({
      minutes: '赞成未过半数，不予准入。',
      tally: { members: 3, votes: 2, votesFor: 1, abstained: 1, isQuorate: true, isCarried: false },
      votes: [
        { choice: 'FOR', by: '示例联席会议成员1', reason: '工作需要，经费落实。' },
        { choice: 'ABSTAIN', by: '示例联席会议成员2', reason: '情况不明' },
      ],
    })
  })

  test('shows its votes to the district’s side only', async () => {
    const step = await toPublicity(w)
    expect(await read(w.people.secretary, 'votes { choice }', step)).toEqual({ votes: [] })
    expect(await read<{ votes: object[] }>(w.people.justice, 'votes { choice }', step)).toMatchObject({ votes: [{}, {}, {}] })
  })
})

describe('the publicity', () => {
  let step: Step
  beforeAll(async () => {
    from(new Date('2026-04-30T01:00:00Z'))
    step = await toPublicity(w, { validFrom: '2026-08-01' })
  })

  test('is open to everyone and says its days, counted over the holiday', async () => {
    const { notice } = await read<{ notice: { until: string; workingDays: string[]; period: string } }>(
      anonymous,
      'name notice { until workingDays period }',
      step,
    )
    // 1 to 5 May are a holiday; 9 May, a Saturday, is made up for.
    expect(notice.workingDays).toEqual(['2026-05-06', '2026-05-07', '2026-05-08', '2026-05-09', '2026-05-11'])
    expect(notice.until).toBe('2026-05-11')
    expect(notice.period).toContain('5 working days')
  })

  test('does not end before its last day, nor with an objection unanswered', async () => {
    const { civil, resident, secretary, foreign } = w.people
    const admit = async () => ({ ...(await look(w, step)), number: '示例准入〔2026〕公示号' })
    from(new Date('2026-05-11T15:59:00Z'))
    expect((await w.refused(civil, M.admit, await admit())).message).toBe('Publicity lasts 5 working days, until 2026-05-11.')
    const { objections } = await w.run<{ objections: { id: string; by: string }[] }>(resident, M.object, {
      id: step.id,
      body: '频次过高。',
    })
    expect(objections[0]!.by).toBe(resident.name)
    expect((await w.refused(foreign, M.object, { id: step.id, body: '反对' })).code).toBe('FORBIDDEN')
    expect((await w.refused(secretary, M.object, { id: step.id, body: '反对', from: '居民来信' })).code).toBe('FORBIDDEN')
    await w.run(civil, M.object, { id: step.id, body: '书面意见', from: '示例居民小组' })
    const shown = await read<{ objections: { id: string; by: string }[] }>(civil, 'objections { id by }', step)
    expect(shown.objections.map(({ by }) => by)).toEqual(['Resident', '示例居民小组'])
    from(new Date('2026-05-11T16:00:00Z'))
    expect((await w.refused(civil, M.admit, await admit())).message).toBe('2 objections have no answer yet.')
    for (const { id } of shown.objections) await w.run(civil, M.answer, { id, answer: '已改为每季度一次。' })
    expect((await w.refused(civil, M.answer, { id: shown.objections[0]!.id, answer: '再答' })).message).toMatch(
      /answered already/,
    )
    expect((await w.run(civil, M.admit, await admit())).status).toBe('ADMITTED')
    const taken = await toPublicity(w, { validFrom: '2026-09-01' })
    w.tick(14)
    expect((await w.refused(civil, M.admit, { ...taken, number: '示例准入〔2026〕公示号' })).message).toBe(
      'This document number is taken.',
    )
    await act(w, civil, await look(w, taken), 'REJECT', '另行研究。')
  })
})
