// Asks the server who is signed in; the menu and the places follow from the answer.
import { meQuery } from './app.queries.ts'
import { client } from './client.ts'
import { fetchKept, forgetKept } from './kept.ts'
import { account, choosePlace } from './session.ts'
import { recall, remember } from './preferences.ts'
import { closeOthers } from './tabs.ts'
import { tellBad } from './toast.ts'
import { mistakeOf } from './mistakes.ts'

const LAST = 'linli.account'

/** Tabs and the chosen place belong to one person; the next at this machine begins afresh. */
export const loadAccount = async () => {
  const { data, error } = await client.query(meQuery, {}, { requestPolicy: 'network-only' }).toPromise()
  if (error) {
    const { sentence, requestId } = mistakeOf(error)
    tellBad(sentence, requestId)
  }
  if (!data?.me) return
  const { id, name, grants } = data.me
  if (recall(LAST, id) !== id) {
    closeOthers(location.pathname.replace(/^\/admin/, ''))
    choosePlace(null)
    forgetKept()
  }
  remember(LAST, id)
  const roles = grants.map(({ role, label, division }) => ({ role, label, division: division.code, divisionName: division.name }))
  account.value = { id, name, roles }
  await fetchKept()
  await (await import('./views.ts')).loadViews()
}
