// The pages a person has open. They survive a reload, and each keeps its own address with its filters.
import { reactive, watch } from 'vue'
import type { RouteLocationNormalizedLoaded } from 'vue-router'
import type { Text } from './i18n.ts'
import { recall, remember } from './preferences.ts'

const KEY = 'linli.tabs'
const MOST = 12

export interface Tab {
  readonly path: string
  fullPath: string
  title: Text
  /** The name of the record, once its page knows it. */
  record?: string
  /** Its record's name is a person's or a home's: shown, never stored. */
  isPrivate?: boolean
}

export const tabs = reactive<Tab[]>(recall<Tab[]>(KEY, []))
watch(tabs, () =>
  remember(
    KEY,
    tabs.map(({ record, ...tab }) => (record && !tab.isPrivate ? { ...tab, record } : tab)),
  ),
)

/** Opens the tab of a page or brings its address up to date; the oldest goes when there are too many. */
export const openTab = ({ path, fullPath, meta }: RouteLocationNormalizedLoaded) => {
  if (meta.public || !meta.title) return
  const tab = tabs.find((one) => one.path === path)
  if (tab) tab.fullPath = fullPath
  else tabs.push({ path, fullPath, title: meta.title })
  if (tabs.length > MOST) tabs.splice(0, tabs.length - MOST)
}

/** Names the tab after the record it shows. */
export const nameTab = (path: string, record: string, isPrivate: boolean) => {
  const tab = tabs.find((one) => one.path === path)
  if (tab) Object.assign(tab, { record, isPrivate })
}

/** Closes a tab; the address to go to when it was the one shown, else null. */
export const closeTab = (path: string, shown: string): string | null => {
  const index = tabs.findIndex((tab) => tab.path === path)
  if (index < 0) return null
  tabs.splice(index, 1)
  if (path !== shown) return null
  return (tabs[index] ?? tabs[index - 1])?.fullPath ?? '/'
}

export const closeOthers = (path: string) => {
  tabs.splice(0, tabs.length, ...tabs.filter((tab) => tab.path === path))
}

export const closeAll = () => {
  tabs.splice(0, tabs.length)
}
