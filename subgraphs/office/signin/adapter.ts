// Where the embedded issuer keeps its records: one table, by model and id. Partner clients come from the register.
import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { Running } from '../../shared/subgraph.ts'

type Rows = { payload: AdapterPayload }[]

export const adapterFor = ({ asSystem }: Pick<Running, 'asSystem'>) => {
  const query = <T>(sql: string, values: unknown[]): Promise<T> => asSystem((ctx) => ctx.em.execute(sql, values) as Promise<T>)
  const first = async (sql: string, values: unknown[]) => (await query<Rows>(sql, values))[0]?.payload

  return class RecordAdapter implements Adapter {
    readonly #model: string
    constructor(model: string) {
      this.#model = model
    }

    async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
      await query(
        `insert into office.oidc_record (model, id, payload, grant_id, uid, user_code, expires_at) values (?, ?, ?, ?, ?, ?, ?)
         on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid, user_code = excluded.user_code, expires_at = excluded.expires_at`,
        [
          this.#model,
          id,
          JSON.stringify(payload),
          payload.grantId ?? null,
          payload.uid ?? null,
          payload.userCode ?? null,
          expiresIn ? new Date(Date.now() + expiresIn * 1000) : null,
        ],
      )
    }

    async find(id: string) {
      if (this.#model === 'Client') return clientOf(id)
      return first(
        `select payload from office.oidc_record where model = ? and id = ? and (expires_at is null or expires_at > now())`,
        [this.#model, id],
      )
    }

    findByUid(uid: string) {
      return first(
        `select payload from office.oidc_record where model = ? and uid = ? and (expires_at is null or expires_at > now())`,
        [this.#model, uid],
      )
    }

    findByUserCode(code: string) {
      return first(
        `select payload from office.oidc_record where model = ? and user_code = ? and (expires_at is null or expires_at > now())`,
        [this.#model, code],
      )
    }

    async consume(id: string): Promise<void> {
      await query(
        `update office.oidc_record set payload = payload || jsonb_build_object('consumed', extract(epoch from now())::int) where model = ? and id = ?`,
        [this.#model, id],
      )
    }

    async destroy(id: string): Promise<void> {
      await query(`delete from office.oidc_record where model = ? and id = ?`, [this.#model, id])
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      await query(`delete from office.oidc_record where grant_id = ?`, [grantId])
    }
  }

  async function clientOf(id: string): Promise<AdapterPayload | undefined> {
    const [client] = await query<{ name: string; secret_hash: string; scopes: string[] }[]>(
      `select name, secret_hash, scopes from office.api_client where client_id = ? and revoked_at is null`,
      [id],
    )
    return (
      client && {
        client_id: id,
        client_name: client.name,
        client_secret: client.secret_hash,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        linli_scopes: client.scopes.join(' '),
      }
    )
  }
}
