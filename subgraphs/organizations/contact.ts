// How an organisation or what it offers is reached: checked as it is written.
import { badInput } from '../shared/errors.ts'
import { phoneKindOf } from '../shared/identifiers.ts'
import { text } from '../shared/words.ts'
import { LINE, saidOrNull } from './said.ts'

/** A mobile, a landline with its area code or a service number; null when none is given. */
export const phoneAsked = (typed: string | null | undefined, field = 'phone'): string | null => {
  if (!typed?.trim()) return null
  const found = phoneKindOf(typed)
  if (!found)
    throw badInput(
      text(
        '电话号码格式不正确，请填写手机号、带区号的座机号或服务热线。',
        'Give a mobile, a landline with its area code, or a service number.',
      ),
      { field },
    )
  return found.value
}

export const contactsAsked = (phone?: string, mail?: string, website?: string) => {
  const columns = { phone: phoneAsked(phone), mail: saidOrNull(mail, 'mail', LINE), website: saidOrNull(website, 'website', 200) }
  if (columns.mail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(columns.mail))
    throw badInput(text('电子邮箱格式不正确。', 'That is no e-mail address.'), { field: 'mail' })
  if (columns.website && !/^https?:\/\/\S+$/.test(columns.website))
    throw badInput(text('网址应以 http:// 或 https:// 开头。', 'An address begins with http:// or https://.'), {
      field: 'website',
    })
  return columns
}
