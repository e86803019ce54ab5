// npm run --silent token -- <demo account>: a bearer token of the running demo.
import { DEMO_CLIENT, DEMO_GRANT } from '../subgraphs/office/signin/issuer.ts'
import { DEMO_ACCOUNTS } from '../subgraphs/office/seed.ts'

const username = process.argv[2] ?? ''
const origin = process.env['ORIGIN'] || `http://127.0.0.1:${process.env['PORT'] || 4000}`
const stopWith = (sentence: string): never => {
  console.error(sentence)
  process.exit(1)
}

if (!DEMO_ACCOUNTS.some((a) => a.username === username))
  stopWith(`用法 usage: npm run --silent token -- <${DEMO_ACCOUNTS.map((a) => a.username).join('|')}>`)
const response = await fetch(`${origin}/oidc/token`, {
  method: 'POST',
  body: new URLSearchParams({ grant_type: DEMO_GRANT, client_id: DEMO_CLIENT, username }),
}).catch(() => stopWith(`${origin} 没有运行：请先 npm start。Nothing runs there: npm start first.`))
const answer = (await response.json()) as { access_token?: string }
console.log(answer.access_token ?? stopWith('只有演示环境发放这种令牌。Only the demo gives such tokens.'))
