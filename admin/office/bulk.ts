// How the actions of accounts are taken for many at once.
import { bulk } from '../app/work/bulk.ts'
import { accountsJudgedQuery, actOnAccountMutation } from './office.queries.ts'

export const bulks = { Account: bulk(accountsJudgedQuery, (data) => data.accounts, actOnAccountMutation) }
