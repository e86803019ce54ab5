// An officer at a real browser who uses the keyboard alone: Tab, arrows, Enter. Whatever cannot be reached so is not there.
import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Locator, type Page, type Request } from 'playwright-core'
import { DEMO_PASSWORD } from '../../subgraphs/office/seed.ts'

const SHOTS = fileURLToPath(new URL('../../test-results/e2e/', import.meta.url))
const PATIENCE = 30_000
const FAR = 160
const ROW = 12

export const openBrowser = (executablePath: string): Promise<Browser> => {
  mkdirSync(SHOTS, { recursive: true })
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ]
  // Where the surroundings name no language, a file with a Chinese name would be saved as `download`.
  return chromium.launch({ executablePath, args: quiet, env: { ...process.env, LC_ALL: 'C.UTF-8' } })
}

export type Answers = Readonly<Record<string, string | boolean | readonly string[]>>

export interface Seat {
  readonly page: Page
  readonly open: (path: string) => Promise<void>
  /** Takes an action of the page, answering what its form asks. */
  readonly take: (label: string, answers?: Answers) => Promise<void>
  /** Presses a button or link of the page. */
  readonly press: (label: string) => Promise<void>
  /** Opens a menu and picks one of its items. */
  readonly pick: (menu: string, item: string) => Promise<void>
  /** Tabs on until it has the focus. */
  readonly reach: (target: Locator) => Promise<void>
  readonly fill: (answers: Answers) => Promise<void>
  readonly submit: () => Promise<void>
  readonly status: () => Promise<string>
  /** Photographs the page and has axe look at it; gives what is serious, and landmarks that mislead. */
  readonly look: (name: string) => Promise<string[]>
  readonly leave: () => Promise<void>
}

/** A change somebody meant: that a form was opened or closed is noted for colleagues, and is none. */
const isStep = (asked: string | null): boolean => !!asked?.includes('mutation') && !/mutation (Hold|Release)Issue/.test(asked)

let shots = 0

/** Runs in the page: the Tabs still on their way when the goal has the focus are kept from it. */
const keepAtGoal = (): void => {
  addEventListener(
    'keydown',
    (event) => {
      const { goal } = window as { goal?: Element | null }
      if (event.key !== 'Tab' || !goal?.contains(document.activeElement)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true },
  )
}

/** Runs in the page: whether it has the focus; if not, it is where the Tabs go. */
const isReached = (el: Element): boolean => {
  const is = el.contains(document.activeElement)
  Object.assign(window, { goal: is ? null : el })
  return is
}

/** Signs in by keyboard and sits down. */
export const seat = async (browser: Browser, origin: string, username: string): Promise<Seat> => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.addInitScript(keepAtGoal)
  const { keyboard } = page

  const isFocused = (target: Locator) =>
    target.evaluate((el) => el === document.activeElement || el.contains(document.activeElement))

  /** What the page has asked for and not got yet. */
  const asked = new Set<Request>()
  page.on('request', (request) => {
    // What the page before had asked for is not waited for.
    if (request.isNavigationRequest()) asked.clear()
    asked.add(request)
  })
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))

  /** Tabs on until the target has the focus. Tabs go out in rows; those left of a row when it is there come to nothing. */
  const tabTo = async (target: Locator): Promise<void> => {
    await target.waitFor({ state: 'visible' })
    for (let i = 0; i <= FAR; i += ROW) {
      if (await target.evaluate(isReached)) return
      await Promise.all(Array.from({ length: ROW }, () => keyboard.press('Tab')))
    }
    throw new Error(`cannot be reached by Tab: ${target}`)
  }

  /** Until nothing is asked for, nothing is loading, and what came is drawn. */
  const settle = async (): Promise<void> => {
    const until = Date.now() + PATIENCE
    for (;;) {
      await page.waitForFunction(
        () => document.readyState === 'complete' && !document.querySelector('[aria-busy="true"], .el-loading-mask'),
      )
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      if (!asked.size) return
      if (Date.now() > until) throw new Error(`still asked for: ${[...asked].map((request) => request.url()).join()}`)
      await sleep(10)
    }
  }

  const choose = async (field: Locator, label: string): Promise<void> => {
    await keyboard.press('Enter')
    const option = page.getByRole('option', { name: label, exact: true }).last()
    await option.waitFor({ state: 'visible' })
    for (let i = 0; i < 30; i += 1) {
      if (await option.evaluate((el) => el.classList.contains('is-hovering'))) return keyboard.press('Enter')
      await keyboard.press('ArrowDown')
    }
    throw new Error(`cannot be chosen by arrows: ${label} of ${field}`)
  }

  const type = async (words: string): Promise<void> => {
    await keyboard.press('Control+A')
    await keyboard.insertText(words)
  }

  const fillLines = async (name: string, lines: readonly string[]): Promise<void> => {
    const group = page.locator('.field').filter({ has: page.locator(`#field-${name}`) })
    for (const [at, line] of lines.entries()) {
      if (at > 0) {
        await tabTo(group.locator('button.link'))
        await keyboard.press('Enter')
      }
      // The line just added stands before the button that adds.
      const box = group.locator('textarea').nth(at)
      for (let i = 0; i < 12 && !(await isFocused(box)); i += 1) await keyboard.press('Shift+Tab')
      await type(line)
    }
  }

  const fillOne = async (name: string, answer: Answers[string]): Promise<void> => {
    const field = page.locator(`#field-${name}`)
    await tabTo(field)
    if (Array.isArray(answer)) return fillLines(name, answer)
    if (typeof answer === 'boolean') return keyboard.press('Space')
    const isChoice =
      (await field.getAttribute('role')) === 'combobox' && !(await field.evaluate((el) => el.closest('.el-date-editor')))
    if (isChoice) return choose(field, String(answer))
    await type(String(answer))
    if (await field.evaluate((el) => el.closest('.el-date-editor') !== null)) await keyboard.press('Enter')
  }

  const dialog = () => page.locator('.el-drawer:visible, .el-dialog:visible').last()

  const sit: Seat = {
    page,
    async open(path) {
      await page.goto(`${origin}/admin${path}`)
      await page.locator('main h1').first().waitFor()
      if (await page.getByRole('heading', { name: '页面不存在' }).isVisible()) throw new Error(`there is no page ${path}`)
      await settle()
    },
    async press(label) {
      const button = page
        .locator('main')
        .getByRole('button', { name: new RegExp(`^${label}\\s*(…|⋯)?`) })
        .or(page.locator('main').getByRole('link', { name: label, exact: true }))
        .first()
      await tabTo(button)
      if ((await button.getAttribute('aria-disabled')) === 'true')
        throw new Error(`${label} is blocked: ${await button.getAttribute('title')}`)
      await keyboard.press('Enter')
    },
    async pick(menu, item) {
      await sit.press(menu)
      const wanted = page.getByRole('menu').locator('[role^=menuitem]', { hasText: item })
      await wanted.waitFor({ state: 'visible' })
      for (let i = 0; !(await isFocused(wanted)); i += 1) {
        if (i > 30) throw new Error(`cannot be reached by arrows: ${item} of ${menu}`)
        await keyboard.press('ArrowDown')
      }
      await keyboard.press('Enter')
      await settle()
    },
    reach: tabTo,
    async fill(answers) {
      await dialog().waitFor({ state: 'visible' })
      for (const [name, answer] of Object.entries(answers)) await fillOne(name, answer)
    },
    async submit() {
      const asking = page
        .locator('.el-drawer:visible, .el-dialog:visible')
        .filter({ has: page.locator('form') })
        .last()
      const send = asking.locator('button[type=submit]')
      const isChecked = (await send.innerText()).includes('核对')
      await tabTo(send)
      await keyboard.press('Enter')
      if (isChecked) {
        await asking.locator('.answers').waitFor()
        await tabTo(send)
        await keyboard.press('Enter')
      }
      await asking.waitFor({ state: 'hidden' }).catch(async () => {
        throw new Error(`the form stays open: ${await asking.innerText()}`)
      })
      await settle()
    },
    async take(label, answers) {
      const sent = page
        .waitForResponse((r) => r.url().endsWith('/graphql') && isStep(r.request().postData()))
        .then(() => 'sent' as const)
      sent.catch(() => {})
      await sit.press(label)
      const waits = page.locator('main div.pending')
      const kinds = { asked: dialog(), waiting: waits }
      const shown = Object.entries(kinds).map(async ([kind, where]) => where.waitFor({ state: 'visible' }).then(() => kind))
      for (const one of shown) one.catch(() => {})
      // It asks something first, waits a little so that it can be taken back, or is sent at once.
      const kind = await Promise.any([...shown, sent])
      if (kind === 'waiting') {
        await tabTo(waits.getByRole('button', { name: '立即办理' }))
        await keyboard.press('Enter')
      } else if (kind === 'asked') {
        if (answers) await sit.fill(answers)
        if (await page.locator('#field-typed').isVisible()) {
          if (!(await dialog().locator('.answers dd').first().isVisible()))
            throw new Error(`${label} does not show what goes out`)
          await sit.fill({ typed: label })
        }
        await sit.submit()
      }
      await sent
      await settle()
    },
    status: () => page.locator('main .badge').first().innerText(),
    async look(name) {
      shots += 1
      await page.screenshot({ path: `${SHOTS}${String(shots).padStart(2, '0')}-${name}.png`, fullPage: true })
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .analyze()
      return violations
        .filter(({ id, impact }) => ['serious', 'critical'].includes(impact ?? '') || id.startsWith('landmark-'))
        .map((v) => `${name}: ${v.id} ${v.nodes[0]?.target.join(' ')}`)
    },
    leave: () => context.close(),
  }

  await page.goto(`${origin}/admin/`)
  const go = page.locator('.sign-in button').first()
  await page.locator('#username').or(go).first().waitFor()
  if (await go.isVisible()) {
    await tabTo(go)
    await keyboard.press('Enter')
  }
  await tabTo(page.locator('#username'))
  await keyboard.insertText(username)
  await keyboard.press('Tab')
  await keyboard.insertText(DEMO_PASSWORD)
  await keyboard.press('Enter')
  await page.waitForURL(/\/admin\/(?!callback)/)
  await page.locator('nav a').first().waitFor()
  await settle()
  return sit
}
