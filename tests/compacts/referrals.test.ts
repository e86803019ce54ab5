// What is handed on and begun again: the department that answers in its own account, and the author who takes the same words up once more.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person } from '../support/platform.ts'
import { neighbour, someone, submit, told } from './voices.ts'
import { act, actOn, look, M, openWorld, residentOf, type Step, type World } from './world.ts'

const OFFICE = '7f000000-0000-7000-8000-000000000001'
const OTHER = '7f000000-0000-7000-8000-000000000002'
const department = person('DISTRICT_DEPARTMENT', '310113000000', { organization: OFFICE, name: '示例部门干部' })
const another = person('DISTRICT_DEPARTMENT', '310113000000', { organization: OTHER, name: '示例另一部门干部' })

let w: World
beforeAll(async () => void (w = await openWorld()))
afterAll(() => w.stop())

const input = { to: '示例市政养护站', organization: OFFICE, caseClass: 'COMPONENT', reason: '属于设施维修。' }
const SEEN = 'query ($id: ID!) { issue(id: $id) { id version status title dueAt referredTo outcome consent offers { action } } }'
interface Seen extends Step {
  readonly dueAt: string
  readonly offers: { readonly action: string }[]
}

describe('a referral', () => {
  let author: ReturnType<typeof someone>
  let referred: Step

  test('is seen by the department it is addressed to and by no other, with its deadline and what it can do', async () => {
    author = someone()
    const sent = await submit(w, author, { title: '窨井盖破损待修' })
    expect(await w.run(department, SEEN, sent)).toBeNull()
    referred = await w.run<Step>(w.people.secretary, M.referIssue, { ...sent, input })
    const seen = await w.run<Seen>(department, SEEN, referred)
    expect(seen).toMatchObject({ status: 'REFERRED', referredTo: '示例市政养护站', consent: null })
    expect(seen.offers.map(({ action }) => action)).toEqual(['REPORT_BACK', 'HAND_BACK'])
    expect(new Date(seen.dueAt).getTime()).toBeGreaterThan(w.clock.now.getTime())
    expect(await w.run(another, SEEN, referred)).toBeNull()
    const [event] = await w.sql<{ awaits: string[]; organization: string }>(
      `select e -> 'awaits' as awaits, e ->> 'organization' as organization from jobs.job, jsonb_array_elements(data -> 'events') e
        where name = 'office.EventsRecorded' and e ->> 'stream' = $1 and e ->> 'action' = 'REFER'`,
      [referred.id],
    )
    expect(event).toMatchObject({
      organization: OFFICE,
      awaits: expect.arrayContaining(['OWNER', 'COMMITTEE_SECRETARY']) as string[],
    })
  })

  test('handed back with a reason is screened again, and the department is out of it', async () => {
    expect((await w.refused(another, actOn('Issue'), { ...referred, action: 'HAND_BACK', reason: '不属于本单位。' })).code).toBe(
      'NOT_FOUND',
    )
    expect(
      (await w.refused(w.people.secretary, actOn('Issue'), { ...referred, action: 'HAND_BACK', reason: '退回。' })).code,
    ).toBe('FORBIDDEN')
    const back = await act(w, 'Issue', department, referred, 'HAND_BACK', '不属于本单位职责。')
    expect(back.status).toBe('SUBMITTED')
    const again = await w.run<Seen & { referredTo: null }>(w.people.secretary, SEEN, back)
    expect(again).toMatchObject({ status: 'SUBMITTED', referredTo: null })
    expect(await w.run(department, SEEN, back)).toBeNull()
    referred = await w.run<Step>(w.people.secretary, M.referIssue, { ...again, input })
  })

  test('answered by the department concludes the issue, stands on its page, and its author is told', async () => {
    const answer = { ...referred, outcome: '井盖已更换，现场已恢复。' }
    expect((await w.refused(another, M.reportReferral, answer)).code).toBe('NOT_FOUND')
    expect((await w.refused(neighbour, M.reportReferral, answer)).code).toBe('FORBIDDEN')
    const done = await w.run<Step>(department, M.reportReferral, answer)
    expect(done.status).toBe('CONCLUDED')
    expect(await w.run(w.people.member, SEEN, done)).toMatchObject({ outcome: '井盖已更换，现场已恢复。', offers: [] })
    expect(await w.run(department, SEEN, done)).toMatchObject({ offers: [] })
    const heard = await told(w, 'REPORT_BACK:%')
    expect(heard.at(-1)).toMatchObject({ stream: referred.id, residents: [author.resident] })
  })

  test('without an account of its own the committee records the answer', async () => {
    const sent = await submit(w, someone())
    const { organization: _, ...plain } = input
    const one = await w.run<Step>(w.people.secretary, M.referIssue, { ...sent, input: plain })
    expect(await w.run(w.people.member, M.reportReferral, { ...one, outcome: '已修复。' })).toMatchObject({ status: 'CONCLUDED' })
  })
})

describe('I4: an issue that lapsed', () => {
  const COPY =
    'mutation ($id: ID!, $consent: String) { copyIssue(id: $id, consent: $consent) { id version status number title body isOnBehalf copiedFrom { id } } }'

  test('is begun again by its author with the same words as a draft; the old one stays as it was', async () => {
    const author = someone()
    const sent = await submit(w, author, { title: '晾衣杆安装位置' })
    const returned = await act(w, 'Issue', w.people.secretary, sent, 'RETURN', '请写明具体楼号。')
    w.tick(8)
    await w.sweep()
    expect(await look(w, 'issue', returned.id)).toMatchObject({ status: 'WITHDRAWN' })
    const before = await look(w, 'issue', returned.id)
    const copy = await w.run<Step>(author, COPY, returned)
    expect(copy).toMatchObject({
      status: 'DRAFT',
      number: null,
      title: '晾衣杆安装位置',
      body: '下雨天二号楼门前积水很深，老人出行不便。',
      isOnBehalf: false,
      copiedFrom: { id: returned.id },
    })
    expect(await look(w, 'issue', returned.id)).toEqual(before)
    expect(await act(w, 'Issue', author, copy, 'SUBMIT')).toMatchObject({ status: 'SUBMITTED' })
  })

  test('is begun again by nobody else; the committee does it with the author’s consent, who is told', async () => {
    const author = someone()
    const withdrawn = await act(w, 'Issue', author, await submit(w, author), 'WITHDRAW')
    expect((await w.refused(neighbour, COPY, withdrawn)).code).toBe('FORBIDDEN')
    expect((await w.refused(neighbour, COPY, { ...withdrawn, consent: '我同意' })).code).toBe('FORBIDDEN')
    expect((await w.refused(w.people.member, COPY, withdrawn)).code).toBe('FORBIDDEN')
    const copy = await w.run<Step>(w.people.member, COPY, { ...withdrawn, consent: '本人到居委会口头同意' })
    expect(copy).toMatchObject({ isOnBehalf: true, copiedFrom: { id: withdrawn.id } })
    expect((await told(w, 'ON_BEHALF')).at(-1)).toMatchObject({ stream: copy.id, residents: [author.resident] })
  })

  test('only once it was taken back or sent back', async () => {
    const author = residentOf(someone().resident!)
    const sent = await submit(w, author)
    expect((await w.refused(author, COPY, sent)).message).toMatch('sent back or taken back')
  })
})
