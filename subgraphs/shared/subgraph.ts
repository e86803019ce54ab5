// What a subgraph declares of itself, and what it is once it runs. The platform that runs it is in gateway/host.
import type { EntityClass, MikroORM } from '@mikro-orm/postgresql'
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import type { DetailWords } from './acts.ts'
import type { Actor } from './actor.ts'
import type { Context } from './context.ts'
import type { AnyMachine } from './machine.ts'
import type { RuleRow } from './rule.ts'
import type { Text } from './words.ts'

export interface Stored {
  readonly name: string
  readonly entities: readonly EntityClass<object>[]
  readonly rules?: readonly RuleRow[]
  /** Folder of its migrations. */
  readonly migrations: string
  /** Tables, besides the history, whose rows its role may add and read but never change. */
  readonly appendOnly?: readonly string[]
}

export interface Subgraph extends Stored {
  readonly resolvers: readonly Function[]
  /** Entities of its schema that no query returns, and its stubs. */
  readonly types?: readonly Function[]
  readonly machines?: readonly AnyMachine[]
  /** Words for acts it records beside the machines' actions: `ACTION` or `Type.ACTION`. */
  readonly acts?: Readonly<Record<string, Text>>
  /** Words for what its events say or changed, by the key in their data; what has none is not shown. */
  readonly details?: Readonly<Record<string, DetailWords>>
  /** Messages it listens to. Handled at least once: handlers are idempotent. */
  readonly messages?: Readonly<Record<string, (ctx: Context, data: never) => Promise<void>>>
  /** The same for those that come often: handled as many as have come. */
  readonly manyMessages?: Readonly<Record<string, (ctx: Context, all: readonly never[]) => Promise<void>>>
  /** Work it looks for by itself every minute: deadlines passed, dates reached. Idempotent. */
  readonly sweeps?: readonly ((ctx: Context) => Promise<void>)[]
  /** The sentence for each database constraint a caller may run into, by the constraint's name. */
  readonly constraints?: Readonly<Record<string, Text>>
  /** What a new installation needs before anyone can work, over its highest division; gives lines to show once. */
  readonly first?: (ctx: Context, division: string) => Promise<string[]>
  /** Fills an empty schema with the demo. */
  readonly seed?: (ctx: Context) => Promise<void>
}

/** Who asks, and the key under which they may ask again. */
export interface Caller {
  readonly actor: Actor
  readonly requestId: string
  readonly idempotencyKey: string | null
}

export interface Operation {
  readonly document: DocumentNode
  readonly variables?: Record<string, unknown> | undefined
  readonly operationName?: string | undefined
  readonly caller: Caller
}

export interface Running {
  readonly name: string
  readonly schema: GraphQLSchema
  readonly sdl: string
  readonly orm: MikroORM
  readonly execute: (operation: Operation) => Promise<ExecutionResult>
  readonly contextFor: (caller: Caller) => Context
  /** Runs work as the system, in one transaction. */
  readonly asSystem: <T>(work: (ctx: Context) => Promise<T>, now?: Date) => Promise<T>
  readonly sweep: () => Promise<void>
  readonly stop: () => Promise<void>
}
