// An officer at work on an import, and the sheets they hand over. Everyone in them is an example (示例).
import exceljs from 'exceljs'
import { expect } from 'vitest'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { checkResidentId } from '../../subgraphs/shared/identifiers.ts'
import { COLUMNS } from '../../subgraphs/residents/import.rules.ts'
import type { Answer, Stage } from '../support/platform.ts'

const NOW = new Date('2026-03-02T01:00:00Z')
const HEADINGS: string[] = COLUMNS.map((c) => c.name)

export const idNumber = (n: number): string => {
  const first17 = `310199${1950 + (n % 50)}${String(1 + (Math.floor(n / 50) % 12)).padStart(2, '0')}${String(1 + (Math.floor(n / 600) % 28)).padStart(2, '0')}${String(n % 999).padStart(3, '0')}`
  return [...'0123456789X'].map((c) => first17 + c).find((id) => checkResidentId(id, NOW).verdict === 'OK')!
}

/** Three people to a home; the first is its head. */
export const row = (n: number, lane = 88): string[] => [
  `王示${n}`,
  '',
  idNumber(n),
  '',
  `140${String(n).padStart(8, '0')}`,
  '户籍',
  n % 3 ? '子女' : '户主',
  `示例路${lane}弄${1 + Math.floor(n / 300)}号`,
  `${1 + Math.floor((n % 300) / 3)}室`,
  '',
  '',
]

export const book = async (rows: string[][], headings: readonly string[] = HEADINGS): Promise<Buffer> => {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('居民信息')
  sheet.addRow(headings)
  for (const values of rows) sheet.addRow(values)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

export interface Run {
  id: string
  version: number
  status: string
  rows: number
  done: number
  valid: number
  invalid: number
  created: number
  updated: number
  unchanged: number
  problem: string | null
}
export const FIELDS = 'id version status rows done valid invalid created updated unchanged problem'
const PART = 128 * 1024

type Ask = <T>(
  actor: Actor,
  query: string,
  variables?: Record<string, unknown>,
) => Promise<Answer<T> & { code: string | undefined }>

/** The steps of an import on a stage; `stageOf` is asked late, since the stage is set before each file. */
export const importer = (stageOf: () => Stage) => {
  const ask: Ask = async (actor, query, variables) => {
    const answer = await stageOf().ask<never>('residents', actor, query, variables)
    return { ...answer, code: answer.errors[0]?.code }
  }

  const look = async (actor: Actor, id: string): Promise<Run> =>
    (await ask<{ importRun: Run }>(actor, `query ($id: ID!) { importRun(id: $id) { ${FIELDS} } }`, { id })).data!.importRun

  const settled = async (actor: Actor, id: string, watch?: (run: Run) => void): Promise<Run> => {
    for (let tries = 0; tries < 600; tries++) {
      const run = await look(actor, id)
      watch?.(run)
      if (!['CHECKING', 'RUNNING'].includes(run.status)) return run
      await new Promise((done) => setTimeout(done, 100))
    }
    throw new Error('The import does not end.')
  }

  const act = (actor: Actor, run: Run, action: string) =>
    ask<{ actOnImportRun: Run }>(
      actor,
      `mutation ($id: ID!, $action: ImportRunAction!, $v: Int!) { actOnImportRun(id: $id, action: $action, expectedVersion: $v) { ${FIELDS} } }`,
      { id: run.id, action, v: run.version },
    )

  const upload = async (actor: Actor, division: string, file: Buffer): Promise<Run> => {
    const parts = Math.ceil(file.length / PART) || 1
    const { data } = await ask<{ createImportRun: Run }>(
      actor,
      `mutation ($input: ImportRunInput!) { createImportRun(input: $input) { ${FIELDS} } }`,
      { input: { division, fileName: '居民.xlsx', parts } },
    )
    const run = data!.createImportRun
    const add = `mutation ($id: ID!, $place: Int!, $content: String!) { addImportPart(id: $id, place: $place, content: $content) { received } }`
    // The last part first, and the first one twice: neither order nor repetition matters.
    for (const place of [...Array.from({ length: parts }, (_, i) => parts - 1 - i), 0])
      expect(
        (
          await ask(actor, add, {
            id: run.id,
            place,
            content: file.subarray(place * PART, (place + 1) * PART).toString('base64'),
          })
        ).code,
      ).toBeUndefined()
    return run
  }

  const check = async (actor: Actor, division: string, file: Buffer): Promise<Run> => {
    const run = await upload(actor, division, file)
    expect((await act(actor, run, 'CHECK')).data!.actOnImportRun.status).toBe('CHECKING')
    return settled(actor, run.id)
  }

  const run = async (actor: Actor, division: string, file: Buffer, watch?: (run: Run) => void): Promise<Run> => {
    const checked = await check(actor, division, file)
    expect(checked.status).toBe('CHECKED')
    await act(actor, checked, 'RUN')
    return settled(actor, checked.id, watch)
  }

  return { ask, settled, act, upload, check, run }
}
