// npm start, npm run dev, npm run serve, npm run migrate: reads the surroundings, starts, says where to go, stops when told.
import { hotPages } from './admin.ts'
import { fail, Misconfigured, settingsOf } from './settings.ts'
import { startPlatform } from './start.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../subgraphs/office/seed.ts'
import { Told } from '../subgraphs/shared/errors.ts'
import { SUBGRAPHS, SUBSCRIPTIONS } from '../subgraphs/index.ts'
import { prepareDatabase } from './host/prepare.ts'

const [command = 'demo', ...args] = process.argv.slice(2)
const began = performance.now()
const say = (step: string) => console.log(`  ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${step}`)

const migrate = async (): Promise<void> => {
  const settings = settingsOf('production', { ORIGIN: 'none', ...process.env }, args)
  await prepareDatabase(
    settings.databaseUrl ?? fail('缺少 DATABASE_URL。DATABASE_URL is missing.'),
    SUBGRAPHS,
    SUBSCRIPTIONS,
    settings.secret,
  )
  console.log('数据库已是最新。The database is up to date.')
}

/** npm run first -- <division>: a new installation's divisions and its three administrators. */
const first = async (): Promise<void> => {
  const [division] = args
  if (!/^\d{12}$/.test(division ?? '')) return fail('用法 usage: npm run first -- <12 位区划代码 division code>')
  const settings = { ...settingsOf('production', { ORIGIN: 'none', ...process.env }, []), gateway: false }
  const platform = await startPlatform(settings)
  try {
    for (const one of platform.running) {
      const begin = SUBGRAPHS.find((s) => s.name === one.name)?.first
      if (begin) for (const line of await one.asSystem((ctx) => begin(ctx, division!))) console.log(line)
    }
    console.log('\n请妥善保管，密码只显示这一次；首次登录须启用两步验证。Keep these: they are shown once.')
  } finally {
    await platform.stop()
  }
}

const start = async (mode: 'demo' | 'production', isHot = false): Promise<void> => {
  const settings = settingsOf(mode, process.env, args)
  console.log(mode === 'demo' ? '邻里 Linli · 演示环境 demo' : '邻里 Linli')
  const platform = await startPlatform(settings, { say, ...(isHot ? { pages: await hotPages() } : {}) })
  say('就绪 ready')
  if (platform.url) console.log(`\n  管理端 admin    ${settings.origin}/admin/\n  接口 GraphQL    ${settings.origin}/graphql`)
  for (const [name, url] of Object.entries(platform.subgraphUrls)) console.log(`  ${name.padEnd(14)} ${url}`)
  if (mode === 'demo' && platform.url) {
    console.log(`\n  演示账号 demo accounts（密码 password: ${DEMO_PASSWORD}）`)
    for (const { username, name } of DEMO_ACCOUNTS) console.log(`    ${username.padEnd(14)} ${name}`)
    console.log('\n  令牌 token: npm run --silent token -- secretary\n')
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      console.log('正在停止 stopping …')
      void platform.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
}

const commands: Record<string, () => Promise<void>> = {
  demo: () => start('demo'),
  dev: () => start('demo', true),
  serve: () => start('production'),
  migrate,
  first,
}

await (commands[command] ?? (() => fail(`没有命令 ${command}。No command ${command}.`)))().catch((error: Error) => {
  console.error(error instanceof Misconfigured || error instanceof Told ? error.message : error)
  process.exit(1)
})
