// Starts the demo without the admin's pages; says "ready".
import { settingsOf } from '../../gateway/settings.ts'
import { startPlatform } from '../../gateway/start.ts'

const platform = await startPlatform(settingsOf('demo', process.env, []))
console.log('ready')
process.once('SIGTERM', () => void platform.stop().then(() => process.exit(0)))
