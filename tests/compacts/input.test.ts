// What callers send that is not what it should be: a sentence that says what is wrong, never a fault of ours.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOn, M, openWorld, type World } from './world.ts'
import { raise } from './walk.ts'
import { DIVISION } from './actors.ts'

let w: World
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

test.each(['x', '%', '3', '310113109043; drop'])('a list of the division “%s” is refused in place', async (division) => {
  const query = 'query ($division: ID!) { issues(filter: { division: $division }) { totalCount } }'
  const error = await w.refused(w.people.secretary, query, { division })
  expect([error.code, error.more['field'], error.message]).toEqual(['BAD_USER_INPUT', 'division', 'A division code is digits.'])
})

test('an issue without a title is not begun, and a title is not emptied', async () => {
  const untitled = await w.refused(w.people.author, M.createIssue, {
    input: { division: DIVISION, title: '  ', body: '健身步道旁的漫步机松动。' },
  })
  expect([untitled.code, untitled.more['field']]).toEqual(['BAD_USER_INPUT', 'title'])
  const { id, version } = await raise(w)
  const emptied = await w.refused(w.people.author, M.reviseIssue, {
    id,
    version,
    input: { title: ' ', body: '一二三四五六七八九十' },
  })
  expect([emptied.code, emptied.more['field']]).toEqual(['BAD_USER_INPUT', 'title'])
})

test('a conflict says when others acted in the form all times have', async () => {
  const { id } = await raise(w, '楼道灯坏了需要修')
  const { code, more } = await w.refused(w.people.author, actOn('Issue'), { id, version: 1, action: 'WITHDRAW' })
  expect(code).toBe('VERSION_CONFLICT')
  expect(more['changes']).toEqual([
    expect.objectContaining({
      action: 'SUBMIT',
      by: '示例居民甲',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)$/),
    }),
  ])
})
