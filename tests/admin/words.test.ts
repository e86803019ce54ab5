// Both languages of the admin say the same things, and every key a page asks for exists.
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { i18n } from '../../admin/app/i18n.ts'

const admin = join(import.meta.dirname, '../../admin')
const files = (pattern: string) => globSync(pattern, { cwd: admin }).sort()

type Words = { readonly [key: string]: string | readonly string[] | Words }

const keysOf = (words: Words, prefix = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' || Array.isArray(value) ? [prefix + key] : keysOf(value as Words, `${prefix}${key}.`),
  )

const read = async (file: string): Promise<Words> => ((await import(join(admin, file))) as { default: Words }).default
const slots = (words: Words, key: string): string[] => {
  const value = key.split('.').reduce<Words | string | readonly string[]>((at, part) => (at as Words)[part]!, words)
  return typeof value === 'string' ? (value.match(/\{\w+\}/g) ?? []).sort() : []
}

test.each(files('{*,app/*}/zh.ts'))('%s says in English what it says in Chinese', async (file) => {
  const zh = await read(file)
  const en = await read(join(dirname(file), 'en.ts'))
  expect(keysOf(en).sort()).toEqual(keysOf(zh).sort())
  for (const key of keysOf(zh)) expect([key, ...slots(en, key)]).toEqual([key, ...slots(zh, key)])
})

test('every key that is asked for exists', async () => {
  const known = new Set<string>()
  for (const file of files('{*,app/*}/zh.ts')) {
    const feature = basename(dirname(file))
    for (const key of keysOf(await read(file))) known.add(feature === 'app' ? key : `${feature}.${key}`)
  }
  const asked = files('**/*.{vue,ts}').flatMap((file) =>
    [...readFileSync(join(admin, file), 'utf8').matchAll(/(?:\$t|\bt|\btm)\(\s*'([\w.]+)'/g)].map((match) => ({
      file,
      key: match[1]!,
    })),
  )
  expect(asked.length).toBeGreaterThan(80)
  expect(asked.filter(({ key }) => !known.has(key))).toEqual([])
})

test('no Chinese sentence uses the narrow punctuation of English', async () => {
  const wrong: string[] = []
  for (const file of files('{*,app/*}/{zh,*.zh}.ts'))
    for (const line of readFileSync(join(admin, file), 'utf8').split('\n'))
      wrong.push(...(line.match(/[\u4e00-\u9fff”][,;:?!][\u4e00-\u9fff“]/g) ?? []))
  expect(wrong).toEqual([])
})

test('names in braces are filled in, and nothing else is read into a sentence', () => {
  i18n.global.mergeLocaleMessage('zh', { trial: { total: '共 {n} 条，{n} | @:x %{y}', plain: '没有' } })
  expect(i18n.global.t('trial.total', { n: 3, y: 4 })).toBe('共 3 条，3 | @:x %4')
  expect(i18n.global.t('trial.plain')).toBe('没有')
})
