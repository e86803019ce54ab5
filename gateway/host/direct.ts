// A resolver's method, called as it is written. The library finds the parameters of a method anew for every value it
// answers, and waits for each argument; with hundreds of values in an answer that is the greater part of the work.
import type { GraphQLFieldResolver } from 'graphql'
import { getMetadataStorage } from 'type-graphql'
import type { Context } from '../../subgraphs/shared/context.ts'

type Resolve = GraphQLFieldResolver<unknown, Context>
type Storage = ReturnType<typeof getMetadataStorage>
type Method = Storage['queries'][number] | Storage['fieldResolvers'][number]
type Param = NonNullable<Method['params']>[number]
type Give = (...given: Parameters<Resolve>) => unknown
type Args = Readonly<Record<string, unknown>>
type Class = new () => Record<string, unknown>

const ROOTS = { Query: 'queries', Mutation: 'mutations' } as const

const methodOf = (storage: Storage, resolvers: readonly Function[], type: string, field: string): Method | undefined => {
  const root = ROOTS[type as keyof typeof ROOTS]
  if (root) return storage[root].find(({ schemaName, target }) => schemaName === field && resolvers.includes(target))
  return storage.fieldResolvers.find(
    ({ kind, schemaName, target, getObjectType }) =>
      kind === 'external' &&
      schemaName === field &&
      resolvers.includes(target) &&
      storage.objectTypes.some((known) => known.name === type && known.target === getObjectType?.()),
  )
}

/** Arguments whose class says nothing but plain values; null where one is an object itself, which the library makes. */
const argsOf = (storage: Storage, known: Class): ((args: Args) => object) | null => {
  const isOf = (target: Function) => known === target || known.prototype instanceof target
  const fields = storage.argumentTypes.filter(({ target }) => isOf(target)).flatMap((one) => one.fields ?? [])
  if (fields.some(({ getType }) => isMade(storage, getType()))) return null
  const made = new WeakMap<Args, object>()
  return (args) => {
    let one = made.get(args)
    if (!one) {
      const fresh = new known()
      for (const { name } of fields) if (args[name] !== undefined) fresh[name] = args[name]
      made.set(args, (one = fresh))
    }
    return one
  }
}

const isMade = (storage: Storage, type: unknown): boolean => storage.inputTypes.some(({ target }) => target === type)

const giveOf = (storage: Storage, param: Param): Give | null => {
  switch (param.kind) {
    case 'root': {
      const { propertyName, getType } = param
      if (getType) return null
      return propertyName ? (source) => (source as Args)[propertyName] : (source) => source
    }
    case 'context': {
      const { propertyName } = param
      return propertyName ? (_, __, ctx) => ctx[propertyName as keyof Context] : (_, __, ctx) => ctx
    }
    case 'info':
      return (_, __, ___, info) => info
    case 'arg': {
      const { name } = param
      return isMade(storage, param.getType()) || param.validateFn ? null : (_, args) => args[name]
    }
    case 'args': {
      const of = param.validateFn ? null : argsOf(storage, param.getType() as Class)
      return of && ((_, args) => of(args))
    }
    default:
      return null
  }
}

/** The method behind a field as a plain function; null where only the library knows how to call it. */
export const directly = (resolvers: readonly Function[], type: string, field: string): Resolve | null => {
  const storage = getMetadataStorage()
  const method = methodOf(storage, resolvers, type, field)
  if (!method || method.middlewares?.length || method.roles) return null
  const gives = [...(method.params ?? [])].sort((a, b) => a.index - b.index).map((param) => giveOf(storage, param))
  if (gives.some((give) => !give)) return null
  const [first, second, third, ...more] = gives as Give[]
  const self = instanceOf(method.target)
  const call = self[method.methodName]!
  if (more.length)
    return (...given) =>
      call.apply(
        self,
        (gives as Give[]).map((give) => give(...given)),
      )
  if (third) return (...given) => call.call(self, first!(...given), second!(...given), third(...given))
  if (second) return (s, a, c, i) => call.call(self, first!(s, a, c, i), second(s, a, c, i))
  if (first) return (s, a, c, i) => call.call(self, first(s, a, c, i))
  return () => call.call(self)
}

const instances = new WeakMap<Function, Record<string, Function>>()

/** Resolvers hold nothing: one of each is enough. */
const instanceOf = (target: Function): Record<string, Function> => {
  let one = instances.get(target)
  if (!one) instances.set(target, (one = new (target as Class)() as Record<string, Function>))
  return one
}
