// Handing in a file: its bytes go to the door for files; what comes back is the receipt by which a record is given it.
import { locale, say, text } from './i18n.ts'
import { accessToken, isExpiring, renew } from './session.ts'

/** What the door takes; it looks at the bytes, not at the name. */
export const TAKEN = '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx'
export const MOST_MEGABYTES = 10

const TOO_LARGE = text(`文件不超过 ${MOST_MEGABYTES} MB。`, `A file holds ${MOST_MEGABYTES} MB at most.`)
const FAILED = text('上传没有成功，请重试。', 'The upload did not succeed; please try again.')

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
  if (file.size > MOST_MEGABYTES * 1024 * 1024) return refused(say(TOO_LARGE))
  try {
    if (isExpiring()) await renew()
    const answer = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken()}`, 'accept-language': locale() === 'zh' ? 'zh-CN' : 'en' },
      body: file,
    })
    const { receipt, name, errors } = (await answer.json()) as Answer
    if (!receipt) return refused(errors?.[0]?.message ?? say(FAILED))
    return { receipt, name: name ?? file.name, wrong: null }
  } catch {
    return refused(say(FAILED))
  }
}
