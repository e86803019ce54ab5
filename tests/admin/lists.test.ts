// Every list with conditions can be counted for the menu, and a state is spelt in one way.
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { parseQuery } from 'vue-router'

const admin = join(import.meta.dirname, '../../admin')
const text = (file: string) => readFileSync(join(admin, file), 'utf8')

test('every page with a filter bar names the file of its list, which is there and is what the page asks by', () => {
  const pages = globSync('*/*Page.vue', { cwd: admin }).filter((file) => text(file).includes('<FilterBar'))
  expect(pages.length).toBeGreaterThan(8)
  for (const page of pages) {
    const feature = dirname(page)
    const route = globSync(`${feature}/*routes.ts`, { cwd: admin })
      .map(text)
      .join('\n')
      .split(/\n {2,4}[{}],?\n/)
      .find((one) => one.includes(`./${basename(page)}'`))
    const list = /list: '(\w+)'/.exec(route ?? '')?.[1]
    expect([page, list]).toEqual([page, expect.any(String)])
    expect(text(join(feature, `${list}.list.ts`))).toMatch(/export const count = counter\(/)
    expect(text(page)).toContain(`from './${list}.list.ts'`)
  }
})

test('a state is what a list shows, in one spelling, and reads back as it was', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  const { readState, stateOf } = await import('../../admin/app/list.ts')
  const state = stateOf(parseQuery('status=B&text=楼道&status=A&order=DUE&first=50&page=3&after=x'))
  expect(state).toBe(stateOf(parseQuery('text=%E6%A5%BC%E9%81%93&order=DUE&status=B&status=A')))
  const { first, after, order, one, many } = readState(state)
  expect([first, after, order, one('text'), many('status'), many('type')]).toEqual([
    1,
    undefined,
    'DUE',
    '楼道',
    ['B', 'A'],
    undefined,
  ])
  expect(stateOf(parseQuery('page=2&after=x'))).toBe('')
})
