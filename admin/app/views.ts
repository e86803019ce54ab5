// Saved views of lists: one's own and those shared by others; which of them opens its list, and which stand in the menu.
import { computed, ref, shallowRef, watch } from 'vue'
import { parseQuery, useRoute, type RouteLocationRaw } from 'vue-router'
import { savedViewsQuery, type SavedView } from './views.queries.ts'
import { client } from './client.ts'
import { t } from './i18n.ts'
import { keep, kept } from './kept.ts'
import type { ListAddress } from './list.ts'
import { account } from './session.ts'

export const MOST_PINNED = 8
const PINNED = 'views.pinned'
const OPENING = 'views.opening'

/** Null until the server has answered. */
const views = shallowRef<readonly SavedView[] | null>(null)
const pinned = ref<readonly string[]>([])
const opening = ref<Readonly<Record<string, string>>>({})

/** Asks for the views again, and reads what is kept about them. */
export const loadViews = async () => {
  pinned.value = kept(PINNED, [])
  opening.value = kept(OPENING, {})
  const { data } = await client.query(savedViewsQuery, {}, { requestPolicy: 'network-only' }).toPromise()
  if (data) views.value = data.savedViews
}

export const viewsOf = (list: string) => (views.value ?? []).filter((view) => view.list === list)

/** The views in the menu, as long as they are there and reach whoever is signed in. */
export const pinnedViews = computed(() => pinned.value.flatMap((id) => views.value?.find((view) => view.id === id) ?? []))
export const isPinned = ({ id }: SavedView) => pinned.value.includes(id)
export const togglePinned = (view: SavedView) => {
  const known = pinnedViews.value.map(({ id }) => id)
  pinned.value = isPinned(view) ? known.filter((id) => id !== view.id) : [...known, view.id].slice(0, MOST_PINNED)
  keep(PINNED, pinned.value, 0)
}

export const isOpening = ({ list, id }: SavedView) => opening.value[list] === id
export const toggleOpening = (view: SavedView) => {
  const { [view.list]: _, ...others } = opening.value
  opening.value = isOpening(view) ? others : { ...others, [view.list]: view.id }
  keep(OPENING, opening.value, 0)
}

/** Shows the view the list opens with, unless its address already says what to show. */
export const useOpening = (address: ListAddress) => {
  const route = useRoute()
  const open = () => {
    const view = viewsOf(address.path).find(isOpening)
    if (view && route.path === address.path && !address.state && address.page === 1) address.show(view.state, true)
  }
  if (views.value) open()
  else watch(views, open, { once: true })
}

export const addressOf = ({ list, state }: SavedView): RouteLocationRaw => ({ path: list, query: parseQuery(state) })

export type Audience = Pick<SavedView, 'audience' | 'role'> & { readonly division: string | null }

const RESIDENT = 'RESIDENT'

/** Whom one may share with: nobody, or those who hold one's own roles, or everyone where one holds them. */
export const audiences = (): { key: string; label: string; to: Audience }[] => {
  const held = (account.value?.roles ?? []).filter(({ role }) => role !== RESIDENT)
  const places = new Map(held.map(({ division, divisionName }) => [division, divisionName]))
  const choices = [
    { label: t('views.mine'), to: { audience: 'MINE', role: null, division: null } },
    ...held.map(({ role, label, division, divisionName }) => ({
      label: t('views.role', { role: label, place: divisionName }),
      to: { audience: 'ROLE', role, division },
    })),
    ...[...places].map(([division, place]) => ({
      label: t('views.everyone', { place }),
      to: { audience: 'EVERYONE', role: null, division },
    })),
  ] as { label: string; to: Audience }[]
  return choices.map((choice) => ({ ...choice, key: keyOf(choice.to) }))
}

export const keyOf = ({ audience, role, division }: Audience) => [audience, role, division].join(' ')
export const audienceOf = ({ audience, role, division }: SavedView): Audience => ({
  audience,
  role,
  division: division?.code ?? null,
})
