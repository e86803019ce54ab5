// Two versions of a list side by side: what is new, what reads differently, what is gone.
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Public } from '../shared/access.ts'
import { find, type Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { say, text } from '../shared/words.ts'
import { compare, EXCHANGE, type Compared } from './exchange.rules.ts'
import { DutyItem } from './item.entity.ts'
import { itemsOf } from './item.facts.ts'
import { cellsOf } from './item.resolver.ts'
import { DutyListVersion } from './version.entity.ts'

@Public()
@ObjectType({ description: 'A field that reads differently.' })
export class DutyItemChange {
  @Field(() => String) key!: string
  @Field(() => String, { description: "In the caller's language." }) label!: string
  @Field(() => String, { nullable: true }) before!: string | null
  @Field(() => String, { nullable: true }) after!: string | null
}

@Public()
@ObjectType({ description: 'An item that stands in both versions and reads differently.' })
export class DutyItemChanged {
  @Field(() => DutyItem) before!: DutyItem
  @Field(() => DutyItem) after!: DutyItem
  @Field(() => [DutyItemChange]) changes!: DutyItemChange[]
}

@Public()
@ObjectType({ description: 'What is new, changed and gone between two versions (新增、调整、取消).' })
export class DutyListDifference {
  @Field(() => DutyListVersion) before!: DutyListVersion
  @Field(() => DutyListVersion) after!: DutyListVersion
  @Field(() => [DutyItem]) added!: readonly DutyItem[]
  @Field(() => [DutyItemChanged]) changed!: readonly DutyItemChanged[]
  @Field(() => [DutyItem]) withdrawn!: readonly DutyItem[]
  @Field(() => Int) unchanged!: number
}

type Row = Compared & { readonly item: DutyItem }

@Resolver()
export class CompareResolver {
  @Public()
  @Query(() => DutyListDifference, {
    nullable: true,
    description: 'Compares two versions by the codes of their items; null when either is out of reach.',
  })
  async dutyListDifference(
    @Ctx() ctx: Context,
    @Arg('before', () => ID) before: string,
    @Arg('after', () => ID) after: string,
  ): Promise<DutyListDifference | null> {
    const [was, is] = await Promise.all([find(ctx, DutyListVersion, before), find(ctx, DutyListVersion, after)])
    if (!was || !is) return null
    if (was.list.id !== is.list.id)
      throw badInput(text('只能比较同一份清单的版本。', 'Only versions of one list are compared.'), { field: 'after' })
    const rows = async (version: string): Promise<Row[]> =>
      Promise.all((await itemsOf(ctx, version)).map(async (item) => ({ item, code: item.code, cells: await cellsOf(ctx, item) })))
    const found = compare(await rows(before), await rows(after))
    return {
      before: was,
      after: is,
      added: found.added.map(({ item }) => item),
      withdrawn: found.withdrawn.map(({ item }) => item),
      changed: found.changed.map(({ before: old, after: now, keys }) => ({
        before: old.item,
        after: now.item,
        changes: keys.map((key) => ({
          key,
          label: say(EXCHANGE[key].words, ctx.actor.locale),
          before: old.cells[key],
          after: now.cells[key],
        })),
      })),
      unchanged: found.unchanged,
    }
  }
}
