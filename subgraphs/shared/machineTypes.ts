// From a workflow table to its GraphQL types: the enums, described, and the offer.
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { SignedIn } from './access.ts'
import type { AnyMachine, Offered } from './machine.ts'

const enumOf = <Value extends string>(names: readonly Value[]) =>
  Object.fromEntries(names.map((n) => [n, n])) as { readonly [N in Value]: N }

/** `XStatus`, `XAction` and `XOffer` of a machine. */
export const machineTypes = <State extends string, Action extends string>(
  machine: Omit<AnyMachine, 'stateNames' | 'actionNames'> & { stateNames: readonly State[]; actionNames: readonly Action[] },
) => {
  const { name } = machine
  const Status = enumOf(machine.stateNames)
  const ActionName = enumOf(machine.actionNames)
  registerEnumType(Status, {
    name: `${name}Status`,
    description: `${machine.label.en}: where it stands (${machine.label.zh}).`,
    valuesConfig: Object.fromEntries(
      machine.stateNames.map((s) => {
        const { label, says } = machine.states[s]!
        return [s, { description: `${label.en} (${label.zh}).${says ? ` ${says.en}` : ''}` }]
      }),
    ) as never,
  })
  registerEnumType(ActionName, {
    name: `${name}Action`,
    description: `${machine.label.en}: what may be done with it.`,
    valuesConfig: Object.fromEntries(
      machine.actionNames.map((a) => [a, { description: `${machine.actions[a]!.label.en} (${machine.actions[a]!.label.zh}).` }]),
    ) as never,
  })

  @SignedIn()
  @ObjectType(`${name}Offer`, { description: 'What the caller may do with this record now.' })
  class Offer implements Offered<State, Action> {
    @Field(() => ActionName) action!: Action
    @Field(() => String, { description: "In the caller's language." }) label!: string
    @Field(() => Status, { description: 'The state it leads to.' }) to!: State
    @Field(() => Boolean) needsReason!: boolean
    @Field(() => Boolean, { description: 'It carries data and has a mutation of its own.' }) carries!: boolean
    @Field(() => Boolean, { description: 'It publishes or signs: show what goes out and ask for a second word.' }) seals!: boolean
    @Field(() => String, { nullable: true, description: 'Why it cannot be done now; null when it can.' }) blocked!: string | null
  }
  return { Status, Action: ActionName, Offer }
}
