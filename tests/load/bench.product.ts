// The product as it is served, without the admin's pages; says "ready".
import { settingsOf } from '../../gateway/settings.ts'
import { startPlatform } from '../../gateway/start.ts'

const pages = { handle: (_req: unknown, _res: unknown, next: () => void) => next(), isBuilt: true }
const platform = await startPlatform(settingsOf('production', process.env, process.argv.slice(2)), { pages })
console.log('ready')
process.once('SIGTERM', () => void platform.stop().then(() => process.exit(0)))
