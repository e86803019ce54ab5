// The limit: a bare HTTP server that gives each question to PostgreSQL as one prepared statement and hands on the JSON it builds.
import { createServer } from 'node:http'
import pg from 'pg'
import { QUESTIONS } from './questions/index.ts'

// As many connections as each of the product's pools.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
const statements = new Map(QUESTIONS.map(({ name, sql }) => [`/${name}`, { name, text: sql }]))

createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', () => {
    const statement = statements.get(req.url!)!
    pool.query<{ json: string }>({ ...statement, values: JSON.parse(Buffer.concat(chunks).toString()) }).then(
      ({ rows }) => {
        const body = Buffer.from(rows[0]?.json ?? '{"errors":[{"message":"nothing"}]}')
        res.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
      },
      (error: Error) => res.writeHead(500).end(JSON.stringify({ errors: [{ message: error.message }] })),
    )
  })
}).listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'))
process.once('SIGTERM', () => process.exit(0))
