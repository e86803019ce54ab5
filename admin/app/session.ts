// Who has signed in: tokens by OpenID Connect (code + PKCE), and the account the server says they belong to.
import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts'
import { computed, reactive, shallowRef } from 'vue'
import { locale } from './i18n.ts'
import { recall, remember } from './preferences.ts'

const SUBGRAPHS = ['territory', 'residents', 'duties', 'organizations', 'volunteers', 'legal', 'compacts', 'cases', 'office']
const SCOPES = SUBGRAPHS.flatMap((subgraph) => [`${subgraph}:read`, `${subgraph}:write`])

/** A store of this window; in a frame of another site the browser may forbid it, and nobody signs in there. */
const storeOf = (name: 'sessionStorage' | 'localStorage'): WebStorageStateStore => {
  try {
    return new WebStorageStateStore({ store: window[name] })
  } catch {
    return new WebStorageStateStore({ store: new InMemoryWebStorage() })
  }
}

const manager = new UserManager({
  authority: `${location.origin}/oidc`,
  client_id: 'linli-admin',
  redirect_uri: `${location.origin}/admin/callback`,
  post_logout_redirect_uri: `${location.origin}/admin/`,
  response_type: 'code',
  scope: ['openid', 'offline_access', ...SCOPES].join(' '),
  automaticSilentRenew: false,
  monitorSession: false,
  loadUserInfo: false,
  userStore: storeOf('sessionStorage'),
  stateStore: storeOf('localStorage'),
})

const user = shallowRef<User | null>(null)
const asked = manager.getUser().then((stored) => (user.value = stored))

/** Whether somebody is signed in, or can be again without typing a password. */
export const isSignedIn = async (): Promise<boolean> => {
  await asked
  if (!user.value) return false
  return user.value.expired ? renew() : true
}

/** Leaves for the sign-in page and comes back to the address. */
export const signIn = async (back: string) => {
  signInProblem.value = null
  try {
    await manager.signinRedirect({ state: back, ui_locales: locale() === 'zh' ? 'zh-CN' : 'en' })
  } catch (problem) {
    signInProblem.value = problem instanceof Error ? problem.message : String(problem)
  }
}

/** Why the last sign-in did not work; null when it did. */
export const signInProblem = shallowRef<string | null>(null)

/** Ends the sign-in redirect: the address to go back to, or null when it failed. */
export const finishSignIn = async (): Promise<string | null> => {
  try {
    user.value = await manager.signinRedirectCallback()
    return typeof user.value.state === 'string' ? user.value.state : '/'
  } catch (problem) {
    signInProblem.value = problem instanceof Error ? problem.message : String(problem)
    return null
  }
}

let renewing: Promise<boolean> | null = null

/** Exchanges the refresh token for a new access token; never opens a hidden frame. */
export const renew = (): Promise<boolean> => {
  renewing ??= (async () => {
    if (!user.value?.refresh_token) return false
    try {
      user.value = await manager.signinSilent()
      return user.value !== null
    } catch {
      await manager.removeUser()
      user.value = null
      return false
    } finally {
      renewing = null
    }
  })()
  return renewing
}

export const signOut = async () => {
  account.value = null
  await manager.signoutRedirect()
}

export const accessToken = (): string | undefined => user.value?.access_token

/** True shortly before the token ends, so that a request is not sent only to be refused. */
export const isExpiring = (): boolean => (user.value?.expires_in ?? 0) < 20

export interface RoleHeld {
  readonly role: string
  readonly label: string
  readonly division: string
  readonly divisionName: string
}

export interface SignedIn {
  readonly id: string
  readonly name: string
  readonly roles: readonly RoleHeld[]
}

/** The account as the server knows it; null until it has answered. */
export const account = shallowRef<SignedIn | null>(null)

export const holds = (roles: readonly string[] | undefined): boolean =>
  !roles || !account.value || account.value.roles.some((held) => roles.includes(held.role))

export interface Place {
  readonly code: string
  readonly name: string
}

const PLACE = 'linli.place'
const place = reactive<{ chosen: Place | null }>({ chosen: recall<Place | null>(PLACE, null) })

/** The division whose records are shown: the chosen one, or the first the account has a role in. */
export const here = computed<Place | null>(() => {
  const first = account.value?.roles[0]
  return place.chosen ?? (first ? { code: first.division, name: first.divisionName } : null)
})

export const choosePlace = (chosen: Place | null) => {
  place.chosen = chosen
  remember(PLACE, chosen)
}
