// Partners' programs: opened with a secret that is shown once, and revoked.
import { randomBytes } from 'node:crypto'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, Unkept } from '../shared/access.ts'
import { take, type Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { text } from '../shared/words.ts'
import { ApiClient } from './apiClient.entity.ts'
import { Division } from './division.stub.ts'
import { ApiClientInput } from './office.inputs.ts'
import { hashPassword } from './password.ts'
import { isScope } from './scopes.ts'

const ApiClientConnection = connection(ApiClient, 'ApiClient')
const what = text('接口客户端', 'API client')

@For('SYS_ADMIN')
@ObjectType({ description: 'A new client with its secret, which is shown only now.' })
class ApiClientCreated {
  @Field(() => ApiClient) client!: ApiClient
  @Field(() => String) secret!: string
}

@Resolver(() => ApiClient)
export class ApiClientResolver {
  @For('SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR')
  @Query(() => ApiClientConnection)
  apiClients(@Ctx() ctx: Context, @Args(() => PageArgs) { first, after }: PageArgs) {
    return page(ctx, ApiClient, { orderBy: { createdAt: 'desc' }, first, after })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() client: ApiClient) {
    return { code: client.division }
  }

  @For('SYS_ADMIN')
  @Unkept()
  @Mutation(() => ApiClientCreated, { description: 'Opens a client for a partner over a division.' })
  async createApiClient(
    @Ctx() ctx: Context,
    @Arg('input', () => ApiClientInput) input: ApiClientInput,
  ): Promise<ApiClientCreated> {
    const unknown = input.scopes.filter((s) => !isScope(s))
    if (unknown.length || !input.scopes.length)
      throw badInput(
        text(`没有这样的权限范围：${unknown.join('、') || '（空）'}`, `No such scope: ${unknown.join(', ') || '(none)'}`),
        { field: 'scopes' },
      )
    const secret = randomBytes(32).toString('base64url')
    const client = ctx.em.create(ApiClient, {
      id: uuidv7(),
      clientId: `partner-${randomBytes(6).toString('hex')}`,
      secretHash: await hashPassword(secret),
      name: input.name,
      division: input.division,
      organization: input.organization ?? null,
      scopes: input.scopes,
      createdAt: ctx.now,
    })
    await record(ctx, client, { type: 'ApiClient', action: 'CREATE', title: client.name, data: { scopes: input.scopes } })
    return { client, secret }
  }

  @For('SYS_ADMIN')
  @Mutation(() => ApiClient, { description: 'Refuses its tokens from now on.' })
  async revokeApiClient(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String) reason: string,
  ) {
    const client = await take(ctx, ApiClient, what, id, expectedVersion)
    client.revokedAt ??= ctx.now
    await record(ctx, client, { type: 'ApiClient', action: 'REVOKE', title: client.name, reason })
    return client
  }
}
