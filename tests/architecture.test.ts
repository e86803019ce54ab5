// What a linter cannot say about the house.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { SUBGRAPHS } from '../subgraphs/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean)
const ours = tracked.filter(
  (f) => /^(gateway|subgraphs|admin|tests)\//.test(f) && /\.(ts|vue)$/.test(f) && !/graphql-env|\/migrations\//.test(f),
)
const text = (file: string) => readFileSync(`${root}/${file}`, 'utf8')
const naming = (files: readonly string[], pattern: RegExp) => files.filter((f) => pattern.test(text(f)))

describe('sizes', () => {
  test('no file over 300 lines', () => {
    expect(ours.filter((f) => text(f).split('\n').length > 301)).toEqual([])
  })

  test('the kernel stays small', () => {
    const kernel = ours.filter((f) => f.startsWith('subgraphs/shared/'))
    const lines = kernel.reduce((sum, f) => sum + text(f).split('\n').length - 1, 0)
    expect(kernel.length).toBeLessThanOrEqual(20)
    expect(lines).toBeLessThanOrEqual(1_500)
  })
})

describe('workflows', () => {
  test('a status is assigned by the kernel only, after the machine agreed', () => {
    expect(
      naming(
        ours.filter((f) => f.startsWith('subgraphs/') && !f.startsWith('subgraphs/shared/')),
        /^\s*\w+\.status = /m,
      ),
    ).toEqual([])
  })

  test('every machine is listed by its subgraph, and its matrix is a test', () => {
    const files = ours.filter((f) => f.endsWith('.machine.ts'))
    expect(SUBGRAPHS.flatMap((s) => s.machines ?? []).length).toBe(files.length)
    const tests = ours
      .filter((f) => f.startsWith('tests/') && /matrix\(/.test(text(f)))
      .map(text)
      .join('\n')
    expect(
      SUBGRAPHS.flatMap((s) => s.machines ?? [])
        .filter((m) => !new RegExp(`${m.name[0]!.toLowerCase()}${m.name.slice(1)}Machine`).test(tests))
        .map((m) => m.name),
    ).toEqual([])
  })

  test('rules and machines never ask what time it is', () => {
    expect(
      naming(
        ours.filter((f) => /\.(rules|machine)\.ts$/.test(f)),
        /Date\.now|new Date\(\)/,
      ),
    ).toEqual([])
  })
})

test('nothing else lies in schema/', () => {
  const names = SUBGRAPHS.flatMap((s) => [`${s.name}.graphql`, `${s.name}.sql`])
  expect(readdirSync(`${root}/schema`).sort()).toEqual(
    [...names, 'api.graphql', 'machines.md', 'public.graphql', 'supergraph.graphql'].sort(),
  )
})

test('the lockfile names no registry', () => {
  expect(text('package-lock.json')).not.toMatch(/"resolved"/)
})

test('dependencies are pinned', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text('package.json')) as Record<
    string,
    Record<string, string>
  >
  expect(
    Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(([, v]) => !/^\d/.test(v)),
  ).toEqual([])
})

test('every dependency earns its place in the README', () => {
  const { dependencies, devDependencies } = JSON.parse(text('package.json')) as Record<string, Record<string, string>>
  const readme = text('README.md')
  const said = (name: string) =>
    readme.includes(name) ||
    ['@mikro-orm/', '@escape.tech/graphql-armor-', '@opentelemetry/', '@urql/', '@types/'].some((p) => name.startsWith(p))
  expect(Object.keys({ ...dependencies, ...devDependencies }).filter((n) => !said(n))).toEqual([])
})
