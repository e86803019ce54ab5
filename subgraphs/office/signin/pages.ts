// The sign-in pages: plain HTML without script, Chinese first, usable with the keyboard alone.
import { renderSVG } from 'uqr'
import { say, type Locale, type Text, text } from '../../shared/words.ts'

const escape = (s: string) => s.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

const STYLE = `
:root{color-scheme:light dark;--ink:#1d2733;--soft:#5a6572;--line:#c9d1da;--paper:#fff;--ground:#eef2f6;--blue:#1a5fb4;--red:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e6ebf1;--soft:#a5b0bd;--line:#46525f;--paper:#1c242d;--ground:#12181f;--blue:#7db2f0;--red:#ff9b93}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{width:min(26rem,92vw);background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:2.2rem 2.2rem 1.8rem}
h1{margin:0;font-size:1.5rem;letter-spacing:.04em}p.lead{margin:.1rem 0 1.6rem;color:var(--soft)}
label{display:block;margin:0 0 .3rem;font-weight:600}input{width:100%;font:inherit;padding:.55rem .7rem;margin:0 0 1.1rem;border:1px solid var(--line);border-radius:6px;background:transparent;color:inherit}
input:focus-visible,button:focus-visible{outline:3px solid var(--blue);outline-offset:1px}
button{width:100%;font:inherit;font-weight:600;padding:.65rem;border:0;border-radius:6px;background:#1a5fb4;color:#fff;cursor:pointer}
.error{margin:0 0 1.1rem;padding:.55rem .8rem;border-left:4px solid var(--red);color:var(--red)}
.note{margin:1.2rem 0 0;color:var(--soft);font-size:.875rem}code{font-size:.95em;word-break:break-all}svg{display:block;margin:0 auto 1rem;width:11rem;background:#fff;padding:.5rem;border-radius:6px}`

const page = (title: string, body: string, locale: Locale) => `<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)} · 邻里 Linli</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`

const problem = (words: Text | null, locale: Locale) =>
  words ? `<p class="error" id="error" role="alert">${escape(say(words, locale))}</p>` : ''

interface Form {
  readonly action: string
  readonly locale: Locale
  readonly error: Text | null
}

export const passwordPage = ({ action, locale, error }: Form, username = '', demo = false): string => {
  const s = (zh: string, en: string) => say(text(zh, en), locale)
  return page(
    s('登录', 'Sign in'),
    `<h1>邻里 <span lang="en">Linli</span></h1><p class="lead">${s('社区治理管理平台', 'Community governance')}</p>${problem(error, locale)}
<form method="post" action="${escape(action)}"><label for="username">${s('账号', 'Account')}</label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${escape(username)}"${error ? ' aria-describedby="error"' : ''}${username ? '' : ' autofocus'}>
<label for="password">${s('密码', 'Password')}</label><input id="password" name="password" type="password" autocomplete="current-password" required${username ? ' autofocus' : ''}>
<button>${s('登录', 'Sign in')}</button></form>${demo ? `<p class="note">${s('演示环境：账号见启动窗口，数据均为示例。', 'Demo: accounts are listed where it was started; all data are examples.')}</p>` : ''}`,
    locale,
  )
}

export const codePage = ({ action, locale, error }: Form, enrolment?: { address: string; base32: string }): string => {
  const s = (zh: string, en: string) => say(text(zh, en), locale)
  const intro = enrolment
    ? `<p class="lead">${s('管理员须启用两步验证：用验证器应用扫描下图，或手工输入密钥。', 'Administrators need a second factor: scan this with an authenticator app, or type the key.')}</p>${renderSVG(enrolment.address, { border: 0 })}<p class="note"><code>${enrolment.base32}</code></p>`
    : `<p class="lead">${s('请输入验证器应用中的 6 位验证码。', 'Enter the 6 digits shown by your authenticator app.')}</p>`
  return page(
    s('两步验证', 'Second factor'),
    `<h1>${s('两步验证', 'Second factor')}</h1>${intro}${problem(error, locale)}
<form method="post" action="${escape(action)}"><label for="code">${s('验证码', 'Code')}</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{6,7}" required autofocus>
<button>${s('确认', 'Confirm')}</button></form>`,
    locale,
  )
}

export const messagePage = (title: Text, words: Text, locale: Locale): string =>
  page(
    say(title, locale),
    `<h1>${escape(say(title, locale))}</h1><p class="lead">${escape(say(words, locale))}</p><p><a href="/admin/">${say(text('返回管理端', 'Back to the admin'), locale)}</a></p>`,
    locale,
  )

export const signOutPage = (form: string): string =>
  page(
    '退出登录',
    `<h1>退出登录</h1>${form}<input type="hidden" form="op.logoutForm" name="logout" value="yes"><button type="submit" form="op.logoutForm">退出 Sign out</button><script>document.getElementById('op.logoutForm').submit()</script>`,
    'zh',
  )
