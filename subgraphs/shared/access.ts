// Who may ask for what. A declaration on a type holds for its fields; every root field and every entity declares itself.
import { Extensions } from 'type-graphql'
import { hasRole, type Actor, type Role } from './actor.ts'
import { forbidden, unauthenticated } from './errors.ts'

/** Whom a type or field answers: everyone, whoever is signed in, or holders of a role. */
export type Access = 'public' | 'signedIn' | readonly Role[]

declare module 'graphql' {
  interface GraphQLObjectTypeExtensions {
    access?: Access
    key?: string
    stub?: boolean
    shared?: boolean
    inaccessible?: boolean
  }
  // The type parameters must repeat the library's.
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs = any> {
    access?: Access
    /** Columns a computed field reads. */
    needs?: readonly string[]
    /** The answer holds what must not be kept: not stored for replay. */
    unkept?: boolean
    inaccessible?: boolean
  }
}

type Decorator = ClassDecorator & MethodDecorator & PropertyDecorator
const declare = (extensions: Record<string, unknown>) => Extensions(extensions) as Decorator

/** Everyone, without signing in. Never on personal data. */
export const Public = () => declare({ access: 'public' })
/** Whoever is signed in; rows are still cut by scope. */
export const SignedIn = () => declare({ access: 'signedIn' })
/** Holders of one of the roles, anywhere; where they hold it is the scope's and the machine's business. */
export const For = (...roles: Role[]) => declare({ access: roles })
/** An entity other subgraphs may name by this key. */
export const Key = (key = 'id') => declare({ key })
/** Another subgraph's entity, named here by its key only. */
export const Stub = (key = 'id') => declare({ key, stub: true, access: 'public' })
/** A value type that every subgraph spells the same way. */
export const Shared = (access: Access = 'signedIn') => declare({ shared: true, access })
/** The columns a computed field reads, so that a list selects them and no others. */
export const Needs = (...columns: string[]) => declare({ needs: columns })
/** Of a mutation whose answer must not be kept for replay. */
export const Unkept = () => declare({ unkept: true })
/** For the other parts of the platform only: left out of every published schema. */
export const Internal = () => declare({ inaccessible: true, access: 'public' })

/** Throws unless the actor may ask. The `<subgraph>:read|write` scope is asked of everyone who is not anonymous. */
export const permit = (access: Access, actor: Actor, scope: string): void => {
  if (actor.kind === 'SYSTEM' || access === 'public') return
  if (actor.kind === 'ANONYMOUS') throw unauthenticated()
  if (!actor.scopes.includes(scope)) throw forbidden()
  if (access !== 'signedIn' && !hasRole(actor, access)) throw forbidden()
}
