// Addresses of the admin. Features declare their pages; this file only gathers them and keeps the door.
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { features } from './feature.ts'
import { loadWords, say, text } from './i18n.ts'
import { finishSignIn, isSignedIn, signIn } from './session.ts'

const pages: RouteRecordRaw[] = features.flatMap((feature) =>
  feature.pages.map(({ path, name, title, page, parent, public: open }) => ({
    path,
    name,
    component: page,
    meta: { title, feature: feature.name, ...(parent && { parent }), ...(open && { public: open }) },
  })),
)

const home = features.find((feature) => feature.pages.some((page) => page.menu))?.pages.find((page) => page.menu)

export const router = createRouter({
  history: createWebHistory('/admin/'),
  routes: [
    { path: '/', name: 'home', redirect: home ? { name: home.name } : { name: 'signed-out' } },
    ...pages,
    {
      path: '/callback',
      name: 'callback',
      meta: { public: true, title: text('正在登录', 'Signing in') },
      component: () => import('./SignIn.vue'),
      beforeEnter: async () => {
        const back = await finishSignIn()
        return back ? { path: back, replace: true } : true
      },
    },
    {
      path: '/signed-out',
      name: 'signed-out',
      meta: { public: true, title: text('登录', 'Sign in') },
      component: () => import('./SignIn.vue'),
    },
    {
      path: '/:rest(.*)*',
      name: 'not-found',
      meta: { title: text('页面不存在', 'Page not found') },
      component: () => import('./NotFound.vue'),
    },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

router.beforeEach(async (to) => {
  if (!to.meta.public && !(await isSignedIn())) {
    await signIn(to.fullPath)
    return false
  }
  if (to.meta.feature) await loadWords(to.meta.feature)
  return true
})

router.afterEach((to) => {
  document.title = `${to.meta.title ? say(to.meta.title) : ''} · ${say(text('邻里', 'Linli'))}`
})

/** A page of a new version is asked from a server that no longer has the old one: load afresh, once. */
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('linli.reloaded') ?? 0)
  if (Date.now() - last < 10_000) return
  event.preventDefault()
  sessionStorage.setItem('linli.reloaded', String(Date.now()))
  location.reload()
})
