// A person on the roll of a committee. Numbers are sealed; what the API shows of them is decided in the resolver.
import { raw } from '@mikro-orm/core'
import { Entity, Enum, Formula, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import { reach, type Actor } from '../shared/actor.ts'
import { type Sex } from '../shared/identifiers.ts'
import { PAPERS, type Paper } from './papers.rules.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import type { Text } from '../shared/words.ts'
import { ENDINGS, RELATIONS, RESIDENCES, SEXES, type Ending, type Relation, type Residence } from './words.ts'
import { ROW_STAFF } from './resident.rules.ts'

export const enumOf = <Name extends string>(words: Record<Name, Text>, name: string, description: string) => {
  const names = Object.fromEntries(Object.keys(words).map((k) => [k, k])) as { readonly [N in Name]: N }
  const valuesConfig = Object.fromEntries(Object.entries<Text>(words).map(([k, w]) => [k, { description: `${w.en} (${w.zh}).` }]))
  registerEnumType(names, { name, description, valuesConfig: valuesConfig as never })
  return names
}

export const PaperName = enumOf(PAPERS, 'Paper', 'The paper a person is registered with.')
export const SexName = enumOf(SEXES, 'Sex', 'As the resident ID number says.')
export const ResidenceName = enumOf(RESIDENCES, 'Residence', 'How a person lives here.')
export const RelationName = enumOf(RELATIONS, 'HouseholdRelation', 'What a person is to the head of the household.')
export const EndingName = enumOf(ENDINGS, 'ResidentEnding', 'Why a person is no longer on the roll.')

/** The household of a resident, and the children someone is guardian of. */
const ownRows = (me: string) => ({
  $or: [
    { id: me },
    { householdId: raw('(select own.household_id from residents.resident own where own.id = ?)', [me]) },
    { id: raw('any(array(select g.ward from residents.guardian g where g.guardian_resident = ? and g.ended_on is null))', [me]) },
  ],
})

const gridRows = (actor: Actor) => {
  const prefixes = reach(actor, ['GRID_WORKER'])
  return prefixes.length > 0 && { $or: prefixes.map((prefix) => ({ grid: { $like: `${prefix}%` } })) }
}

@SignedIn()
@Key()
@ObjectType({ description: 'A person on the roll of a committee. What is shown depends on who asks; see `revealField`.' })
@Entity({ tableName: 'resident' })
@Scoped((actor) => anyOf(heldBy(ROW_STAFF)(actor), gridRows(actor), actor.resident !== null && ownRows(actor.resident)))
@Index({ properties: ['division', 'name', 'id'] })
@Index({ properties: ['householdId'] })
@Index({ properties: ['grid'] })
@Index({ properties: ['phoneIndex'] })
@Index({
  name: 'resident_number_unique',
  expression: 'create unique index "resident_number_unique" on "residents"."resident" ("id_index") where "id_index" is not null',
})
@Index({
  name: 'resident_name_trgm',
  expression: 'create index "resident_name_trgm" on "residents"."resident" using gin ("name" public.gin_trgm_ops)',
})
export class Resident {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  /** The committee. */
  @Property({ type: 'text' }) division!: string
  /** 15-digit code of the grid. */
  @Property({ type: 'text', nullable: true }) grid: string | null = null
  @Property({ type: 'uuid', nullable: true }) householdId: string | null = null
  /** Where the household lives, to the room. */
  @Formula<Resident>(
    (row) =>
      `select d.address || d.room from residents.household h join residents.dwelling d on d.id = h.dwelling_id where h.id = ${row.householdId}`,
    { type: 'text', lazy: true },
  )
  home?: string | null
  /** The person's data key, wrapped; null once it was destroyed. */
  @Formula<Resident>((row) => `select k.wrapped from residents.person_key k where k.person = ${row.id}`, {
    type: 'text',
    lazy: true,
  })
  wrapped?: string | null
  @Property({ type: 'text' }) name!: string
  @Field(() => PaperName) @Enum({ items: () => PaperName }) paper!: Paper
  @Property({ type: 'text', nullable: true }) idSealed: string | null = null
  @Property({ type: 'text', nullable: true }) idIndex: string | null = null
  @Property({ type: 'text', nullable: true }) phoneSealed: string | null = null
  @Property({ type: 'text', nullable: true }) phoneIndex: string | null = null
  @Property({ type: 'text' }) birthDate!: string
  @Field(() => SexName, { nullable: true }) @Enum({ items: () => SexName, nullable: true }) sex!: Sex | null
  @Field(() => ResidenceName) @Enum({ items: () => ResidenceName }) residence!: Residence
  @Field(() => RelationName) @Enum({ items: () => RelationName }) relation!: Relation

  @Field(() => EndingName, { nullable: true, description: 'Null while the person is on the roll.' })
  @Enum({ items: () => EndingName, nullable: true })
  endedAs: Ending | null = null

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' }) @Property({ type: 'text', nullable: true }) endedOn:
    | string
    | null = null
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}

/** A person's data key, wrapped. Kept apart: deleting the row shreds the person's numbers. */
@Entity({ tableName: 'person_key' })
@Scoped(() => true)
export class PersonKey {
  @PrimaryKey({ type: 'uuid' }) person!: string
  @Property({ type: 'text' }) wrapped!: string
}
