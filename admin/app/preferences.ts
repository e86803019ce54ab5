// What a person has set for this browser: language, light or dark, type size, width of the navigation. No personal data.
import { reactive, watch } from 'vue'
import { setLocale, type Locale } from './i18n.ts'

const KEY = 'linli.preferences'

interface Preferences {
  locale: Locale
  theme: 'light' | 'dark' | 'system'
  type: 'normal' | 'large'
  narrow: boolean
}

/** Reads what was stored under a key; the fallback when nothing, or nothing readable, is there. */
export const recall = <T>(key: string, fallback: T): T => {
  try {
    const stored = localStorage.getItem(key)
    return stored === null ? fallback : (JSON.parse(stored) as T)
  } catch {
    return fallback
  }
}

/** Stores a value for this browser; a full or forbidden store is no reason to stop working. */
export const remember = (key: string, value: unknown) => {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    return
  }
}

const standard: Preferences = { locale: 'zh', theme: 'system', type: 'normal', narrow: false }

export const preferences = reactive<Preferences>({ ...standard, ...recall<Partial<Preferences>>(KEY, {}) })

const prefersDark = matchMedia('(prefers-color-scheme: dark)')

const draw = () => {
  const root = document.documentElement
  root.classList.toggle('dark', preferences.theme === 'dark' || (preferences.theme === 'system' && prefersDark.matches))
  root.dataset.type = preferences.type
}

/** Puts the preferences on the page, now and whenever they change. */
export const applyPreferences = async () => {
  draw()
  prefersDark.addEventListener('change', draw)
  watch(preferences, () => {
    remember(KEY, preferences)
    draw()
  })
  watch(() => preferences.locale, setLocale)
  await setLocale(preferences.locale)
}
