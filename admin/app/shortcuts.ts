// Keys that work outside of fields. A page says which it takes; the help sheet lists what is taken at the moment.
import { onActivated, onBeforeUnmount, onDeactivated, onMounted, reactive } from 'vue'

export interface Shortcut {
  /** A single key as KeyboardEvent.key gives it, or "mod+k". */
  readonly key: string
  readonly says: () => string
  readonly run: (event: KeyboardEvent) => void
}

export const shortcuts = reactive<Shortcut[]>([])

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog],dialog') !== null

/** True while an input method is composing: Enter then picks a word, it does not search. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229

const nameOf = (event: KeyboardEvent): string => (event.ctrlKey || event.metaKey ? `mod+${event.key.toLowerCase()}` : event.key)

const listen = (event: KeyboardEvent) => {
  if (isComposing(event) || event.altKey || event.defaultPrevented) return
  const name = nameOf(event)
  // Ctrl+Z in a field takes back what was typed there.
  const isPlain = !name.startsWith('mod+') || name === 'mod+z'
  if (isPlain && (isTyping(event.target) || isInDialog(event.target))) return
  const taken = [...shortcuts].reverse().find((shortcut) => shortcut.key === name)
  if (!taken) return
  event.preventDefault()
  taken.run(event)
}

/** Starts to listen; called once. */
export const listenForShortcuts = () => window.addEventListener('keydown', listen)

/** Takes keys for as long as the component is shown. */
export const useShortcuts = (mine: readonly Shortcut[]) => {
  const take = () => {
    drop()
    shortcuts.push(...mine)
  }
  const drop = () => {
    for (const shortcut of mine) {
      const index = shortcuts.findIndex((one) => one.run === shortcut.run)
      if (index >= 0) shortcuts.splice(index, 1)
    }
  }
  onMounted(take)
  onActivated(take)
  onDeactivated(drop)
  onBeforeUnmount(drop)
}
