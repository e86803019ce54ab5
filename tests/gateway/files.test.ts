// Files over the gateway: what is taken, what is left of a picture (participation.md O7), who may fetch it, and where it lies.
import { readdir } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkTo } from '../../subgraphs/compacts/file.links.ts'
import { createFiles } from '../../subgraphs/office/files/files.ts'
import type { Context } from '../../subgraphs/shared/context.ts'
import type { Caller } from '../../subgraphs/shared/subgraph.ts'
import { person, stage, TEST_SECRET } from '../support/platform.ts'
import { world, type World } from '../support/world.ts'

const HOME = '310113109043'
/** Taken at home, lying on its side: 20 wide and 10 high, to be turned. */
const photo = () =>
  sharp({ create: { width: 20, height: 10, channels: 3, background: '#a33' } })
    .jpeg()
    .withExif({ IFD0: { Artist: '示例拍摄人' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 24/1 30/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

interface HandedIn {
  readonly status: number
  readonly name: string
  readonly type: string
  readonly size: number
  readonly receipt: string
  readonly errors?: { message: string; extensions: { code: string } }[]
}
const handIn = async (w: World, bytes: Uint8Array, { as = 'resident', name = '楼道.jpg' } = {}): Promise<HandedIn> => {
  const headers: Record<string, string> = as ? { authorization: `Bearer ${await w.token(as)}` } : {}
  const answer = await fetch(`${w.url}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers,
    body: new Uint8Array(bytes),
  })
  return { status: answer.status, ...((await answer.json()) as object) } as HandedIn
}

/** A draft of the resident with the file hung on it; gives the link. */
const hang = async (w: World, receipt: string): Promise<{ id: string; url: string }> => {
  const input = { division: HOME, title: '楼道堆物照片', body: '楼道里堆了很多杂物，附上照片。' }
  const made = await w.ask<{ createIssue: { id: string; version: number } }>(
    'mutation ($input: IssueInput!) { createIssue(input: $input) { id version } }',
    { as: 'resident', variables: { input } },
  )
  const attached = await w.ask<{ attachToIssue: { attachments: { url: string }[] } }>(
    'mutation ($id: ID!, $v: Int!, $file: String!) { attachToIssue(id: $id, expectedVersion: $v, file: $file) { attachments { url } } }',
    { as: 'resident', variables: { id: made.data.createIssue.id, v: made.data.createIssue.version, file: receipt } },
  )
  expect(attached.errors).toEqual([])
  return { id: made.data.createIssue.id, url: w.url + attached.data.attachToIssue.attachments[0]!.url }
}

const listening = (server: Server): Promise<string> =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)))

const lying = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

describe('over the gateway, with the office in a process of its own', () => {
  let w: World
  beforeAll(async () => void (w = await world('apart')))
  afterAll(() => w.stop())

  test('O7 a photo keeps its picture, upright, and nothing of where and with what it was taken', async () => {
    const given = await photo()
    expect(given.includes('GPS') || (await sharp(given).metadata()).exif !== undefined).toBe(true)
    const handed = await handIn(w, given)
    expect(handed).toMatchObject({ status: 201, name: '楼道.jpg', type: 'image/jpeg' })
    const { url } = await hang(w, handed.receipt)
    const answer = await fetch(url)
    const bytes = Buffer.from(await answer.arrayBuffer())
    const { width, height, exif, xmp, iptc, orientation } = await sharp(bytes).metadata()
    expect({ width, height, exif, xmp, iptc, orientation }).toEqual({
      width: 10,
      height: 20,
      exif: undefined,
      xmp: undefined,
      iptc: undefined,
      orientation: undefined,
    })
    expect(bytes.includes('示例拍摄人')).toBe(false)
    expect(bytes.length).toBe(handed.size)
    expect(
      Object.fromEntries(
        ['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy', 'cache-control'].map((h) => [
          h,
          answer.headers.get(h),
        ]),
      ),
    ).toEqual({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('楼道.jpg')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=900',
    })
  })

  test('a link holds for a while, and no other word leads to a file', async () => {
    const handed = await handIn(w, PDF, { name: '../../图纸.exe' })
    expect(handed).toMatchObject({ status: 201, name: '....图纸.pdf', type: 'application/pdf' })
    const { url } = await hang(w, handed.receipt)
    const answer = await fetch(url)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PDF)
    for (const wrong of [`${url}x`, `${w.url}/files/${handed.receipt}`, `${w.url}/files/none`])
      expect((await fetch(wrong)).status).toBe(404)
    const now = w.clock.now
    w.clock.now = new Date(now.getTime() + 31 * 60_000)
    expect((await fetch(url)).status).toBe(404)
    w.clock.now = now
  })

  test('what is not a picture or a paper is refused, whatever it is called; so is what is too large, and whoever has not signed in', async () => {
    expect(await handIn(w, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'))).toMatchObject({
      status: 422,
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    })
    expect((await handIn(w, Buffer.concat([await photo(), Buffer.alloc(10 * 1024 * 1024)]))).status).toBe(422)
    expect((await handIn(w, (await photo()).subarray(0, 60))).status).toBe(422)
    expect((await handIn(w, PDF, { as: '' })).status).toBe(401)
    const forged = await fetch(`${w.url}/files`, { method: 'POST', headers: { 'linli-actor': 'forged' }, body: 'x' })
    expect(forged.status).toBe(401)
  })

  test('what hangs on a record is kept, and what does not goes after a day', async () => {
    await hang(w, (await handIn(w, PDF)).receipt)
    expect((await handIn(w, PDF)).status).toBe(201)
    const owner = new pg.Client({ connectionString: w.databaseUrl })
    await owner.connect()
    const kept = async () => (await owner.query('select from office.stored_file where kept_at is not null')).rowCount
    await expect.poll(kept, { timeout: 30_000 }).toBe(3)
    await owner.end()
    const before = await lying(join(w.data, 'files'))
    w.clock.now = new Date(w.clock.now.getTime() + 86_400_001)
    const latest = await handIn(w, PDF)
    const after = await lying(join(w.data, 'files'))
    expect({ status: latest.status, before: before.length, after: after.length }).toEqual({ status: 201, before: 4, after: 4 })
    expect(before.filter((file) => after.includes(file))).toHaveLength(3)
  })
})

test('files may lie in a bucket of S3, to which the office speaks as any client does', async () => {
  const kept = new Map<string, Buffer>()
  const bucket = createServer(async (req, res) => {
    const path = req.url!.split('?')[0]!
    if (!req.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) return void res.writeHead(403).end()
    if (req.method === 'PUT') {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk as Buffer)
      kept.set(path, Buffer.concat(chunks))
      return void res.writeHead(200, { etag: '"x"' }).end()
    }
    const found = kept.get(path)
    return void (found ? res.writeHead(200, { 'content-length': found.length }).end(found) : res.writeHead(404).end())
  })
  const keys = { AWS_ACCESS_KEY_ID: 'example', AWS_SECRET_ACCESS_KEY: 'example' }
  Object.assign(process.env, keys)
  const s = await stage(['office'])
  const caller: Caller = { actor: person('COMMITTEE_MEMBER', HOME), requestId: 'test', idempotencyKey: null }
  const files = await createFiles(s.subgraphs['office']!, {
    secret: TEST_SECRET,
    data: '/nowhere',
    bucket: { name: 'linli', region: 'us-east-1', endpoint: await listening(bucket) },
    callerOf: async () => caller,
    onError: (error) => expect.unreachable(error.message),
  })
  const door = createServer((req, res) => files.handle(req, res))
  const url = await listening(door)
  try {
    const answer = await fetch(`${url}/files?name=%E5%9B%BE`, { method: 'POST', body: PDF })
    expect(await answer.json()).toMatchObject({ name: '图.pdf', size: PDF.length })
    const [{ id }] = (await s.sql<{ id: string }>('select id from office.stored_file')) as [{ id: string }]
    expect([...kept.keys()]).toEqual([`/linli/${id.slice(-2)}/${id}`])
    expect(kept.get(`/linli/${id.slice(-2)}/${id}`)!.includes(PDF)).toBe(true)
    const link = await linkTo({ now: s.clock.now, secret: TEST_SECRET } as Context, id)
    expect((await fetch(url + link)).status).toBe(200)
  } finally {
    door.close()
    bucket.close()
    await s.stop()
    for (const key of Object.keys(keys)) delete process.env[key]
  }
})
