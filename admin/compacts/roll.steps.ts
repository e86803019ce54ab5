// What the roll asks for: an objection to it, a proxy on it.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { rollFaults } from './compacts.display.ts'
import { nameOf } from './electors.ts'
import { choices } from './options.ts'
import { findPeople } from './people.ts'
import { giveProxyMutation, objectToRollMutation, type ElectorRow, type RollFault } from './roll.queries.ts'

/** Units found by name or room, for a field. */
const findUnits = (electors: readonly ElectorRow[]) => async (words: string) =>
  electors
    .filter((one) => nameOf(one).includes(words))
    .slice(0, 30)
    .map((one) => ({ value: one.unit, label: nameOf(one) }))

export const objectStep = (electorate: string, division: string, electors: readonly ElectorRow[]): Step => ({
  fields: [
    {
      key: 'fault',
      label: t('compacts.roll.fault'),
      kind: 'choice',
      required: true,
      options: choices('rollFault', rollFaults),
      value: 'MISSING',
    },
    {
      key: 'resident',
      label: t('compacts.roll.missing'),
      kind: 'person',
      hint: t('compacts.roll.missingHint'),
      find: (words) => findPeople(words, division),
    },
    {
      key: 'unit',
      label: t('compacts.roll.listed'),
      kind: 'person',
      hint: t('compacts.roll.listedHint'),
      find: findUnits(electors),
    },
    { key: 'grounds', label: t('compacts.roll.grounds'), kind: 'long', required: true },
  ],
  send: (values, about) => {
    const fault = values.choice<RollFault>('fault')
    const [resident, unit] = [values.textOrNull('resident'), values.textOrNull('unit')]
    const input = { fault, grounds: values.text('grounds'), ...(fault === 'MISSING' ? { resident } : { unit }) }
    return carryOut(objectToRollMutation, { electorate, input }, about)
  },
})

export const proxyStep = (vote: string, electors: readonly ElectorRow[]): Step => ({
  says: t('compacts.proxy.says'),
  fields: [
    { key: 'grantor', label: t('compacts.proxy.grantor'), kind: 'person', required: true, find: findUnits(electors) },
    { key: 'holder', label: t('compacts.proxy.holder'), kind: 'person', required: true, find: findUnits(electors) },
  ],
  send: (values, about) =>
    carryOut(giveProxyMutation, { vote, holder: values.text('holder'), grantor: values.text('grantor') }, about),
})
