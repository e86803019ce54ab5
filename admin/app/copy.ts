// Puts words on the clipboard.
/** False when the browser allows neither the new way nor, on an insecure address, the old one. */
export const copy = async (words: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = words
    field.className = 'hidden-visually'
    document.body.append(field)
    field.select()
    const isDone = document.execCommand('copy')
    field.remove()
    return isDone
  }
}
