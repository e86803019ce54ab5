// How the actions of accounts are taken for many at once.
import { bulk } from '../app/bulk.ts'
import { accountsJudgedQuery, actOnAccountMutation } from './office.queries.ts'

export const accountBulk = bulk(accountsJudgedQuery, (data) => data.accounts, actOnAccountMutation)
