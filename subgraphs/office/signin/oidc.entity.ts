// What the embedded issuer keeps: sessions, codes and tokens with their expiry, and its signing keys.
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Scoped } from '../../shared/scope.ts'

@Entity({ tableName: 'oidc_record' })
@Index({ properties: ['grantId'] })
@Index({ properties: ['uid'] })
@Index({ properties: ['expiresAt'] })
@Scoped(() => false)
export class OidcRecord {
  @PrimaryKey({ type: 'text' }) model!: string
  @PrimaryKey({ type: 'text' }) id!: string
  @Property({ type: 'json' }) payload!: object
  @Property({ type: 'text', nullable: true }) grantId!: string | null
  @Property({ type: 'text', nullable: true }) uid!: string | null
  @Property({ type: 'text', nullable: true }) userCode!: string | null
  @Property({ type: 'datetime', nullable: true }) expiresAt!: Date | null
}

@Entity({ tableName: 'signing_key' })
@Scoped(() => false)
export class SigningKey {
  @PrimaryKey({ type: 'text' }) kid!: string
  /** The private key as a JWK, sealed with the platform's secret. */
  @Property({ type: 'text' }) sealed!: string
  @Property({ type: 'datetime' }) createdAt!: Date
}
