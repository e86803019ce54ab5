// What the gateway asks before it lets a token in: who is this, and what may they do now. Not part of the published API.
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql'
import { Internal } from '../shared/access.ts'
import type { Context } from '../shared/context.ts'
import { ApiClient } from './apiClient.entity.ts'

@Internal()
@ObjectType()
class StandingGrant {
  @Field(() => String) role!: string
  @Field(() => String) division!: string
}

@Internal()
@ObjectType()
class Standing {
  @Field(() => ID) id!: string
  @Field(() => String) kind!: string
  @Field(() => String) name!: string
  @Field(() => ID, { nullable: true }) resident!: string | null
  @Field(() => ID, { nullable: true }) organization!: string | null
  @Field(() => [StandingGrant]) grants!: StandingGrant[]
  @Field(() => [String], { nullable: true }) scopes!: string[] | null
  @Field(() => Date, { nullable: true }) notBefore!: Date | null
}

@Resolver()
export class StandingResolver {
  @Internal()
  @Query(() => Standing, { nullable: true })
  async standing(@Ctx() ctx: Context, @Arg('subject', () => String) subject: string): Promise<Standing | null> {
    if (ctx.actor.kind !== 'SYSTEM') return null
    if (subject.startsWith('partner-')) return clientStanding(ctx, subject)
    const [account] = await ctx.em.execute<Standing[]>(
      `select a.id, 'PERSON' as kind, a.name, a.resident, a.organization, null as scopes, to_json(a.not_before) #>> '{}' as "notBefore",
              (select coalesce(json_agg(json_build_object('role', g.role, 'division', g.division)), '[]') from office.role_grant g
                where g.account_id = a.id and ?::timestamptz <@ tstzrange(g.valid_from, g.valid_to)) as grants
         from office.account a where a.status = 'ACTIVE' and (a.username = ? or a.subject = ? or a.id = ?::uuid)`,
      [ctx.now, subject, subject, UUID.test(subject) ? subject : null],
    )
    return account ?? null
  }
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

const clientStanding = async (ctx: Context, clientId: string): Promise<Standing | null> => {
  const client = await ctx.em.findOne(ApiClient, { clientId })
  if (!client || client.revokedAt) return null
  const grants = [{ role: 'PARTNER_ORGANIZATION', division: client.division }]
  const { id, name, organization, scopes } = client
  return { id, kind: 'CLIENT', name, resident: null, organization, grants, scopes, notBefore: null }
}
