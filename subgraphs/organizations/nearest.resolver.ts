// Which of the places of a service is nearest to somebody. What may not be known of a place is not measured either.
import { Arg, Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { Needs, Public } from '../shared/access.ts'
import { find, type Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { ServiceAddress, ServicePoint } from './place.entity.ts'
import { metresBetween } from './position.rules.ts'
import { ServiceListing } from './service.entity.ts'
import { pointsOf } from './service.facts.ts'

@Public()
@ObjectType({ description: 'The nearest place of a service.' })
export class NearestPoint {
  @Field(() => ServicePoint) point!: ServicePoint
  @Field(() => Int, { description: 'Metres as the crow flies.' }) metres!: number
}

@Resolver(() => ServiceListing)
export class NearestResolver {
  @Public()
  @Needs('id')
  @FieldResolver(() => NearestPoint, {
    nullable: true,
    description: 'The place nearest to a position, in degrees; null when the position of none may be known.',
  })
  async nearest(
    @Ctx() ctx: Context,
    @Root() { id }: ServiceListing,
    @Arg('latitude', () => Float) latitude: number,
    @Arg('longitude', () => Float) longitude: number,
  ): Promise<NearestPoint | null> {
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
      throw badInput(text('经纬度超出范围。', 'There is no such position.'), { field: 'latitude' })
    const points = await pointsOf(ctx, id)
    const addresses = await Promise.all(points.map(({ place }) => find(ctx, ServiceAddress, place, 'place')))
    const measured = points.flatMap((point, at) => {
      const metres = metresBetween({ latitude, longitude }, addresses[at])
      return metres === null ? [] : [{ point, metres }]
    })
    return measured.reduce<NearestPoint | null>((best, one) => (best && best.metres <= one.metres ? best : one), null)
  }
}
