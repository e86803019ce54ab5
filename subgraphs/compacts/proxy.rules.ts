// Who may vote for whom with a written proxy. Knows units, not records.
import { text, type Text } from '../shared/words.ts'
import type { AssemblyRule } from './assembly.rules.ts'

export interface ProxyPair {
  /** The unit that lets another vote for it. */
  readonly grantor: string
  readonly holder: string
}

/** Why the rule does not allow this proxy beside those already given; null when it does. */
export const proxyRefusal = (
  { proxies: most = 0, label }: Pick<AssemblyRule, 'proxies' | 'label'>,
  given: readonly ProxyPair[],
  { grantor, holder }: ProxyPair,
): Text | null => {
  if (most === 0) return text(`${label.zh}不能委托他人投票。`, `${label.en}: nobody votes for another.`)
  if (grantor === holder) return text('不能委托自己。', 'Nobody is their own proxy.')
  if (given.some((one) => one.grantor === grantor))
    return text('已经委托了他人，请先撤销。', 'A proxy was given already; revoke it first.')
  if (given.some((one) => one.grantor === holder))
    return text('受托人自己已经委托他人投票，不能再受托。', 'The holder has given a proxy themselves, and can hold none.')
  if (given.some((one) => one.holder === grantor))
    return text('委托人自己已经接受他人委托，不能转委托。', 'Whoever holds a proxy cannot pass it on.')
  if (given.filter((one) => one.holder === holder).length >= most)
    return text(`每一受托人接受的委托不得超过${most}份。`, `One person holds ${most} proxies at most.`)
  return null
}
