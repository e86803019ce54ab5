// When a committee certifies, and when it must not. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

/** Why no certificate is given. */
export const CERTIFICATE_REFUSALS = {
  OFF_LIST: text('不在出具证明事项清单内', 'Not on the list of certificates'),
  UNVERIFIED: text('所述情况无法核实', 'What is stated cannot be verified'),
} satisfies Record<string, Text>

export type CertificateRefusal = keyof typeof CERTIFICATE_REFUSALS

export interface CertificateFacts {
  /** The matter stands on the list in force for the committee. */
  readonly isListed: boolean
  /** The article that lets the committee refuse. */
  readonly article: Text
}

export const notListed: Guard<CertificateFacts> = ({ isListed, article }) =>
  isListed
    ? null
    : text(
        `不在现行出具证明事项清单内，居民委员会有权拒绝出具（${article.zh}）。`,
        `It is not on the list of certificates in force; the committee may refuse (${article.en}).`,
      )

/** What is wrong with a reason for refusing, or null: what is listed is certified unless it cannot be verified. */
export const refusalWrong = (refusal: CertificateRefusal, isListed: boolean): Text | null => {
  if (refusal === 'OFF_LIST' && isListed)
    return text('该事项在清单内，应当依法出具；情况无法核实的请另选理由。', 'It is on the list and is to be certified.')
  return refusal === 'UNVERIFIED' && !isListed
    ? text('该事项不在清单内，请按清单外事项答复。', 'It is not on the list; refuse it for that.')
    : null
}
