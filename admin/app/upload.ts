// Handing in a file: its bytes go to the door for files; what comes back is the receipt by which a record is given it.
import { locale, t } from './i18n.ts'
import { accessToken, isExpiring, renew } from './session.ts'

/** What the door takes; it looks at the bytes, not at the name. */
export const TAKEN = '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx'
export const MOST_MEGABYTES = 10

export interface HandedIn {
  /** Null when it was not taken; then `wrong` says why. */
  readonly receipt: string | null
  readonly name: string
  readonly wrong: string | null
}

interface Answer {
  readonly receipt?: string
  readonly name?: string
  readonly errors?: readonly { readonly message: string }[]
}

export const handIn = async (file: File): Promise<HandedIn> => {
  const refused = (wrong: string): HandedIn => ({ receipt: null, name: file.name, wrong })
  if (file.size > MOST_MEGABYTES * 1024 * 1024) return refused(t('file.tooLarge', { n: MOST_MEGABYTES }))
  try {
    if (isExpiring()) await renew()
    const answer = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken()}`, 'accept-language': locale() === 'zh' ? 'zh-CN' : 'en' },
      body: file,
    })
    const { receipt, name, errors } = (await answer.json()) as Answer
    if (!receipt) return refused(errors?.[0]?.message ?? t('file.failed'))
    return { receipt, name: name ?? file.name, wrong: null }
  } catch {
    return refused(t('file.failed'))
  }
}
