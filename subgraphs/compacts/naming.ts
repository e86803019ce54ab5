// How far a resident who speaks is named: nobody's name is public unless they say so.
import { registerEnumType } from 'type-graphql'
import { ROLES, type Actor } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { say, text } from '../shared/words.ts'

export enum Naming {
  PUBLIC = 'PUBLIC',
  OFFICERS = 'OFFICERS',
  ANONYMOUS = 'ANONYMOUS',
}
registerEnumType(Naming, {
  name: 'Naming',
  description: 'How far a resident who speaks is named.',
  valuesConfig: {
    PUBLIC: { description: 'Everyone in the community sees the name (公开姓名).' },
    OFFICERS: {
      description: 'The committee knows who it is, neighbours do not (仅居委会可见). What holds when nothing is said.',
    },
    ANONYMOUS: { description: 'Neither neighbours nor officers see who it is (匿名). Chosen at the beginning or never.' },
  },
})

const UNNAMED = text('匿名居民', 'An unnamed resident')

/** The same request, in which a resident who chose so goes unnamed: history cannot tell what it was never told. */
export const unnamed = (ctx: Context, naming: Naming, isTheirs: boolean): Context =>
  naming === Naming.ANONYMOUS && isTheirs ? { ...ctx, actor: { ...ctx.actor, name: UNNAMED.zh } } : ctx

/** The name that everyone may read; of a resident who speaks for themselves only. */
export const publicNameOf = ({ actor }: Context, naming: Naming): string | null => (naming === Naming.PUBLIC ? actor.name : null)

/** What stands where a name would: the name if it is public, else what they are. */
export const nameOr = (name: string | null, naming: Naming, { locale }: Actor): string =>
  name ?? say(naming === Naming.ANONYMOUS ? UNNAMED : ROLES.RESIDENT, locale)

/** Changing it later: who has been told cannot be untold, so nobody becomes unnamed afterwards. */
export const renamed = (before: Naming, after: Naming): void => {
  if (before !== after && (before === Naming.ANONYMOUS || after === Naming.ANONYMOUS))
    throw badInput(
      text(
        '匿名只能在提出时选择，之后不能改为匿名，也不能由匿名改为实名。',
        'One goes unnamed from the beginning or not at all; it cannot be changed later.',
      ),
      { field: 'naming' },
    )
}
