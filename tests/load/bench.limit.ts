// The limit: a bare HTTP server that gives each question to PostgreSQL as one prepared statement and hands on the JSON it builds.
import { createServer } from 'node:http'
import pg from 'pg'
import { QUESTIONS } from './questions/index.ts'

// As many connections as each of the product's pools.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
const statements = new Map(QUESTIONS.map(({ name, sql }) => [`/${name}`, { name, text: sql }]))

const answer = async (path: string, body: string): Promise<string> => {
  const { rows } = await pool.query<{ json: string }>({ ...statements.get(path)!, values: JSON.parse(body) })
  return rows[0]?.json ?? '{"errors":[{"message":"nothing"}]}'
}

createServer((req, res) => {
  const chunks: Buffer[] = []
  const end = (status: number, json: string) => {
    const body = Buffer.from(json)
    res.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
  }
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', async () => {
    try {
      end(200, await answer(req.url!, Buffer.concat(chunks).toString()))
    } catch (error) {
      end(500, JSON.stringify({ errors: [{ message: (error as Error).message }] }))
    }
  })
}).listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'))
process.once('SIGTERM', () => process.exit(0))
