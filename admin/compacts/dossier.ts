// Asks the door for the dossier of an issue; what cannot be had is said in a sentence.
import { locale, t } from '../app/i18n.ts'
import { accessToken, isExpiring, renew } from '../app/session.ts'

/** Whoever may read the chains of an issue. */
export const TAKERS = [
  'DISTRICT_CIVIL_AFFAIRS',
  'SUBDISTRICT_LEAD',
  'SUBDISTRICT_OFFICER',
  'COMMUNITY_MANAGER',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_MEMBER',
  'PARTY_BRANCH',
  'MEETING_CHAIR',
  'SUPERVISION_MEMBER',
  'LEGAL_SPECIALIST',
  'AUDITOR',
] as const

export const takeDossier = async (issue: string, form: 'pdf' | 'json'): Promise<Blob | string> => {
  try {
    if (isExpiring()) await renew()
    const answer = await fetch(`/dossiers/${issue}.${form}`, {
      headers: { authorization: `Bearer ${accessToken()}`, 'accept-language': locale() === 'zh' ? 'zh-CN' : 'en' },
    })
    if (answer.ok) return answer.blob()
    const { errors } = (await answer.json()) as { errors?: readonly { message: string }[] }
    return errors?.[0]?.message ?? t('compacts.dossier.failed')
  } catch {
    return t('compacts.dossier.failed')
  }
}
