// Who speaks about an issue and how far they are named (participation.md P1–P5), what is shown before one is raised,
// and what nobody may lose: wording, comments, files.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { onRollChanged } from '../../subgraphs/compacts/roll.messages.ts'
import { likeness } from '../../subgraphs/compacts/similar.rules.ts'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { anonymous, person } from '../support/platform.ts'
import { DIVISION } from './actors.ts'
import { draft, neighbour, someone, submit, told } from './voices.ts'
import { act, actOn, headOf, inDays, look, M, openWorld, receiptFor, residentOf, roll, type Step, type World } from './world.ts'

let w: World
beforeAll(async () => void (w = await openWorld()))
afterAll(() => w.stop())

const NAMES = `query ($id: ID!) { issue(id: $id) { naming authorName isOnBehalf author { id } events { by } comments { authorName isOfficial body status hiddenFor events { by } } } }`
interface Names {
  naming: string
  authorName: string
  isOnBehalf: boolean
  author: { id: string } | null
  events: { by: string }[]
  comments: {
    authorName: string
    isOfficial: boolean
    body: string | null
    status: string
    hiddenFor: string | null
    events: { by: string }[]
  }[]
}
const names = (actor: Actor, id: string) => w.run<Names>(actor, NAMES, { id })
describe('names', () => {
  test('P1 nobody is named to neighbours unless they say so: the server decides it, not the app', async () => {
    const author = someone()
    const issue = await submit(w, author)
    await w.run(author, M.commentIssue, { id: issue.id, body: '昨天又积水了。' })
    const seen = await names(neighbour, issue.id)
    expect(seen).toMatchObject({ naming: 'OFFICERS', authorName: 'Resident', author: null })
    expect(JSON.stringify(seen)).not.toContain(author.name)
    const known = await names(w.people.secretary, issue.id)
    expect(known.author).toEqual({ id: author.resident })
    expect(known.events[0]!.by).toBe(author.name)
  })

  test('P2 made less public later, the name is gone wherever it is asked for; what was never public cannot become unnamed', async () => {
    const author = someone()
    const issue = await submit(w, author, { naming: 'PUBLIC' })
    expect((await names(neighbour, issue.id)).authorName).toBe(author.name)
    const renamed = await w.run<Step>(author, M.nameAuthor, { ...issue, naming: 'OFFICERS' })
    expect(JSON.stringify(await names(neighbour, issue.id))).not.toContain(author.name)
    expect((await w.refused(author, M.nameAuthor, { ...renamed, naming: 'ANONYMOUS' })).message).toMatch(
      'from the beginning or not at all',
    )
    expect((await w.refused(neighbour, M.nameAuthor, { ...renamed, naming: 'PUBLIC' })).code).toBe('FORBIDDEN')
  })

  test('P3 three levels, each told apart: public, known to officers, unnamed even to them', async () => {
    const authors = [someone(), someone(), someone()]
    const shown: string[][] = []
    for (const [at, naming] of (['PUBLIC', 'OFFICERS', 'ANONYMOUS'] as const).entries()) {
      const issue = await submit(w, authors[at]!, { naming })
      await w.run(authors[at]!, M.commentIssue, { id: issue.id, body: '请尽快处理。', naming })
      const readers = [neighbour, w.people.secretary, authors[at]!]
      shown.push(
        await Promise.all(
          readers.map(async (reader) => {
            const seen = await names(reader, issue.id)
            return `${seen.authorName === authors[at]!.name ? 'name' : seen.authorName}, ${seen.author ? 'known' : 'unknown'}`
          }),
        ),
      )
      if (naming === 'ANONYMOUS') {
        expect(JSON.stringify(await names(w.people.secretary, issue.id))).not.toContain(authors[at]!.name)
        const [kept] = await w.sql('select string_agg(distinct "by", $2) as by from compacts.event where stream = $1', [
          issue.id,
          ',',
        ])
        expect(kept).toEqual({ by: '匿名居民' })
      }
    }
    expect(shown).toEqual([
      ['name, unknown', 'name, known', 'name, known'],
      ['Resident, unknown', 'Resident, known', 'Resident, known'],
      ['An unnamed resident, unknown', 'An unnamed resident, unknown', 'An unnamed resident, known'],
    ])
  })

  test('P4 what an officer enters for somebody says so, needs their consent, names nobody, and they are told', async () => {
    const input = { author: headOf(36), consent: '电话委托。' }
    expect(
      (
        await w.refused(w.people.member, M.createIssue, {
          input: { division: DIVISION, title: '代为提出', body: '代为提出的事情，共十个字。', author: headOf(36) },
        })
      ).more['field'],
    ).toBe('consent')
    const issue = await draft(w, w.people.member, input)
    expect(await names(w.people.member, issue.id)).toMatchObject({ isOnBehalf: true, authorName: 'Resident' })
    expect((await told(w, 'ON_BEHALF')).at(-1)).toMatchObject({
      residents: [headOf(36)],
      words: { zh: expect.stringContaining('电话委托') as string },
    })
    expect(
      (
        await w.refused(w.people.member, M.createIssue, {
          input: { division: DIVISION, title: '代为提出', body: '代为提出的事情，共十个字。', ...input, naming: 'PUBLIC' },
        })
      ).more['field'],
    ).toBe('naming')
    expect((await names(neighbour, (await submit(w, someone())).id)).isOnBehalf).toBe(false)
  })

  test('P5 whoever leaves the roll is no longer named; what they raised and said stays', async () => {
    const n = 37
    const author = residentOf(headOf(n), { name: '示例离开者' })
    const issue = await submit(w, author, { naming: 'PUBLIC' })
    await w.run(author, M.commentIssue, { id: issue.id, body: '请尽快处理积水。', naming: 'PUBLIC' })
    await w.run(neighbour, M.support, { id: issue.id, support: true })
    const entry = { ...roll.find(({ resident }) => resident === headOf(n))!, version: 2, hasLeft: true }
    await w.subgraphs['compacts']!.asSystem((ctx) => onRollChanged(ctx, [{ entries: [entry] }]))
    const seen = await names(neighbour, issue.id)
    expect(JSON.stringify(seen)).not.toContain('示例离开者')
    expect(seen).toMatchObject({ authorName: 'Resident', comments: [{ authorName: 'Resident', body: '请尽快处理积水。' }] })
    expect(await w.run(neighbour, 'query ($id: ID!) { issue(id: $id) { supportCount title } }', issue)).toEqual({
      supportCount: 1,
      title: '二号楼门前积水',
    })
  })
})

describe('wording', () => {
  const reword = (author: Actor, step: Step, title: string) =>
    w.run<Step>(author, M.reviseIssue, { ...step, input: { title, body: '下雨天二号楼门前积水很深，老人出行不便。' } })
  const traces = async (id: string) =>
    (
      await w.sql<{ data: unknown }>(`select data from compacts.event where stream = $1 and action = 'REVISE' order by version`, [
        id,
      ])
    ).map(({ data }) => data !== null)

  test('is changed freely for five minutes or until the first support, and visibly afterwards', async () => {
    const author = someone()
    let issue = await submit(w, author)
    issue = await reword(author, issue, '二号楼门前积水严重')
    w.clock.now = new Date(w.clock.now.getTime() + 5 * 60_000)
    issue = await reword(author, issue, '二号楼门前雨天积水')
    w.clock.now = new Date(w.clock.now.getTime() + 1)
    await reword(author, issue, '二号楼门口雨天积水')
    expect(await traces(issue.id)).toEqual([false, false, true])
    const other = await submit(w, author)
    await w.run(neighbour, M.support, { id: other.id, support: true })
    await reword(author, other, '二号楼门前常常积水')
    expect(await traces(other.id)).toEqual([true])
  })

  test('like another of the same committee is shown before it is raised, and kept with what was handed in', async () => {
    const author = someone()
    await submit(w, author, { title: '五号楼电梯异响' })
    const similar = await w.run<{ title: string }[]>(
      neighbour,
      'query ($d: ID!) { similarIssues(division: $d, title: "5号楼的电梯有异响") { title } }',
      { d: DIVISION },
    )
    expect(similar.map(({ title }) => title)).toEqual(['五号楼电梯异响'])
    const issue = await submit(w, neighbour, { title: '五号楼电梯夜间异响' })
    const [kept] = await w.sql<{ data: { similar: string[] } }>(
      `select data from compacts.event where stream = $1 and action = 'SUBMIT'`,
      [issue.id],
    )
    expect(kept!.data.similar).toEqual([expect.stringMatching(/^YT2026-310113109043-\d{4} 五号楼电梯异响$/)])
    expect(likeness('五号楼电梯异响', '广场舞噪音')).toBe(0)
    expect(likeness('增设快递柜', '增设快递柜。')).toBe(1)
  })
})

describe('comments', () => {
  test('are hidden with a public reason, kept for those who oversee, contested once, and judged by others', async () => {
    const author = someone()
    const issue = await submit(w, someone())
    const comment = await w.run<Step>(author, M.commentIssue, { id: issue.id, body: '某户天天乱倒水！' })
    const hidden = await act(w, 'IssueComment', w.people.member, comment, 'HIDE', '指向个人。')
    const seenBy = async (actor: Actor) => (await names(actor, issue.id)).comments[0]
    expect(await seenBy(neighbour)).toMatchObject({ body: null, status: 'HIDDEN', hiddenFor: '指向个人。' })
    for (const actor of [author, w.people.secretary, w.people.supervision])
      expect((await seenBy(actor))!.body).toBe('某户天天乱倒水！')
    expect((await w.refused(w.people.member, actOn('IssueComment'), { ...hidden, action: 'SHOW', reason: '恢复。' })).code).toBe(
      'FORBIDDEN',
    )
    let contested = await act(w, 'IssueComment', author, hidden, 'CONTEST', '说的是事实。')
    contested = await act(w, 'IssueComment', w.people.supervision, contested, 'KEEP_HIDDEN', '涉及隐私。')
    expect(
      (await w.refused(author, actOn('IssueComment'), { ...contested, action: 'CONTEST', reason: '再申请。' })).message,
    ).toBe('A comment may be contested once.')
    await act(w, 'IssueComment', w.people.supervisor, contested, 'SHOW', '可以公开。')
    expect(await seenBy(neighbour)).toMatchObject({ body: '某户天天乱倒水！', hiddenFor: null })
    await expect(w.sql('update compacts.issue_comment set body = $1 where id = $2', ['改写', comment.id])).rejects.toThrow(
      'comment_bound',
    )
    await expect(w.sql('delete from compacts.issue_comment where id = $1', [comment.id])).rejects.toThrow('issue_comment_kept')
  })

  test('are of the community and its committee, who speaks under its own name', async () => {
    const issue = await submit(w, someone())
    await w.run(w.people.member, M.commentIssue, { id: issue.id, body: '已安排维修。' })
    expect((await names(neighbour, issue.id)).comments[0]).toMatchObject({ authorName: w.people.member.name, isOfficial: true })
    const outsider = person('RESIDENT', '310113109044', { resident: uuidv7() })
    expect((await w.refused(outsider, M.commentIssue, { id: issue.id, body: '路过。' })).code).toBe('NOT_FOUND')
    expect((await w.refused(anonymous, M.commentIssue, { id: issue.id, body: '路过。' })).code).toBe('UNAUTHENTICATED')
    expect((await w.refused(neighbour, M.commentIssue, { id: issue.id, body: '长'.repeat(1001) })).message).toBe(
      'At most 1000 characters.',
    )
    await act(w, 'Issue', w.people.secretary, await look(w, 'issue', issue.id), 'RETURN', '请补充。')
    await w.run(w.people.secretary, M.commentIssue, { id: issue.id, body: '请补充位置。' })
  })
})

describe('files', () => {
  test('hang on an issue by a receipt of the caller’s own, once, and come with a link', async () => {
    const author = someone()
    const issue = await draft(w, author)
    const receipt = await receiptFor(w, author, '积水照片.jpg')
    expect((await w.refused(neighbour, M.attach, { ...issue, file: receipt })).code).toBe('NOT_FOUND')
    const attached = await w.run<Step>(author, M.attach, { ...issue, file: receipt })
    expect((await w.refused(author, M.attach, { ...attached, file: receipt })).message).toMatch('already')
    expect((await w.refused(author, M.attach, { ...attached, file: await receiptFor(w, neighbour) })).more['field']).toBe('file')
    expect((await w.refused(author, M.attach, { ...attached, file: `${receipt}x` })).more['field']).toBe('file')
    const old = await receiptFor(w, author)
    w.tick(1, 1)
    expect((await w.refused(author, M.attach, { ...attached, file: old })).code).toBe('BAD_USER_INPUT')
    const FILES = 'query ($id: ID!) { issue(id: $id) { attachments { id name type size url hiddenFor } } }'
    const { attachments } = await w.run<{ attachments: { id: string; name: string; url: string | null }[] }>(author, FILES, issue)
    expect(attachments).toMatchObject([{ name: '积水照片.jpg', url: expect.stringMatching(/^\/files\/[\w.-]+$/) as string }])
    const handed = await act(w, 'Issue', author, attached, 'SUBMIT')
    const wrong = { ...handed, attachment: attachments[0]!.id }
    expect((await w.refused(author, M.detach, wrong)).code).toBe('FORBIDDEN')
    await w.run(w.people.member, M.detach, { ...wrong, reason: '拍到了他人。' })
    const seen = async (actor: Actor) =>
      (await w.run<{ attachments: { url: string | null; hiddenFor: string | null }[] }>(actor, FILES, issue)).attachments[0]
    expect(await seen(neighbour)).toMatchObject({ url: null, hiddenFor: '拍到了他人。' })
    expect((await seen(w.people.supervision))!.url).not.toBeNull()
  })

  test('a suspension hangs its document on the issue, is reviewed every thirty days, and stops every clock', async () => {
    const author = someone()
    const issue = await submit(w, author)
    const { town, secretary } = w.people
    const input = { document: '示例裁定书', file: 'none', reason: '等待判决。' }
    expect((await w.refused(town, M.suspendIssue, { ...issue, input })).more['field']).toBe('file')
    const CLOCKS =
      'query ($id: ID!) { issue(id: $id) { dueAt replyDueAt screeningDueAt suspensionDocument attachments { name } } }'
    const clocks = () => w.run<Record<'dueAt' | 'replyDueAt' | 'screeningDueAt', string>>(secretary, CLOCKS, issue)
    const before = await clocks()
    const suspended = await w.run<Step>(town, M.suspendIssue, { ...issue, input: { ...input, file: await receiptFor(w, town) } })
    expect(await clocks()).toMatchObject({
      suspensionDocument: '示例裁定书',
      attachments: [{ name: '示例.pdf' }],
      dueAt: inDays(w, 30),
    })
    w.tick(29)
    const kept = await act(w, 'Issue', town, suspended, 'KEEP_SUSPENDED', '尚未判决。')
    expect((await clocks()).dueAt).toBe(inDays(w, 30))
    w.tick(1)
    await act(w, 'Issue', town, kept, 'RESUME', '判决已生效。')
    const after = await clocks()
    for (const clock of ['dueAt', 'replyDueAt', 'screeningDueAt'] as const)
      expect(new Date(after[clock]).getTime() - new Date(before[clock]).getTime()).toBe(30 * 86_400_000)
  })
})
