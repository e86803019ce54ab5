// The office: who may sign in and what they may do, what waits for them, and what was done.
import { fileURLToPath } from 'node:url'
import type { Subgraph } from '../shared/subgraph.ts'
import { text } from '../shared/words.ts'
import { Account } from './account.entity.ts'
import { accountMachine } from './account.machine.ts'
import { AccountResolver, RoleGrantResolver } from './account.resolver.ts'
import { ApiClient } from './apiClient.entity.ts'
import { ApiClientResolver } from './apiClient.resolver.ts'
import { AuditEntry } from './audit.entity.ts'
import { onEvents, remind } from './desk.messages.ts'
import { AuditResolver, DeskResolver, MessageResolver } from './desk.resolver.ts'
import { Draft } from './draft.entity.ts'
import { DraftResolver, dropOldDrafts } from './draft.resolver.ts'
import { ExportCounter, ExportRecord } from './export.entity.ts'
import { ExportRecordResolver } from './export.resolver.ts'
import { StoredFile } from './files/file.entity.ts'
import { onFilesDropped, onFilesKept } from './files/file.messages.ts'
import { firstAdministrators } from './first.ts'
import { RoleGrant } from './grant.entity.ts'
import { Message, Preference } from './message.entity.ts'
import { onOrganizationMerged } from './organization.messages.ts'
import { onPeopleTold } from './people.messages.ts'
import { SavedView } from './savedView.entity.ts'
import { SavedViewResolver } from './savedView.resolver.ts'
import { OidcRecord, SigningKey } from './signin/oidc.entity.ts'
import { StandingResolver } from './standing.resolver.ts'
import { Todo } from './todo.entity.ts'
import { seed } from './seed.ts'

export const office: Subgraph = {
  name: 'office',
  entities: [
    Account,
    RoleGrant,
    ApiClient,
    Todo,
    AuditEntry,
    Message,
    Preference,
    Draft,
    SavedView,
    ExportRecord,
    ExportCounter,
    StoredFile,
    OidcRecord,
    SigningKey,
  ],
  resolvers: [
    AccountResolver,
    RoleGrantResolver,
    ApiClientResolver,
    DeskResolver,
    MessageResolver,
    DraftResolver,
    AuditResolver,
    SavedViewResolver,
    ExportRecordResolver,
    StandingResolver,
  ],
  machines: [accountMachine],
  acts: {
    GRANT: text('授予角色', 'Role granted'),
    'Account.REVOKE': text('撤销角色', 'Role revoked'),
    'ExportRecord.CREATE': text('导出', 'Exported'),
    CHANGE_PASSWORD: text('修改密码', 'Password changed'),
    'SavedView.DROP': text('删除', 'Dropped'),
    SIGN_IN: text('登录', 'Signed in'),
    SIGN_IN_FAILED: text('登录失败', 'Sign-in failed'),
  },
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  appendOnly: ['audit_entry', 'export_record'],
  messages: { OrganizationMerged: onOrganizationMerged },
  manyMessages: {
    EventsRecorded: onEvents,
    PeopleTold: onPeopleTold,
    FilesKept: onFilesKept,
    FilesDropped: onFilesDropped,
  },
  sweeps: [remind, dropOldDrafts],
  constraints: {
    account_subject_unique: text('这个外部身份已绑定其他账号。', 'This subject belongs to another account.'),
    account_username_unique: text('这个账号名已被使用。', 'This account name is taken.'),
    role_grant_administrators_apart: text(
      '系统、安全、审计三类管理员不能由同一人担任。',
      'The system, security and audit administrators are never one person.',
    ),
    role_grant_once: text('该账号在此期间已有这项授权。', 'The account already holds this role for that time.'),
    saved_view_name_once: text('这个列表已有同名的视图。', 'This list has a view of that name already.'),
    role_grant_period: text('结束时间应晚于开始时间。', 'It must end after it begins.'),
  },
  first: firstAdministrators,
  seed,
}
