// What entering a paper pledge asks for, and reading it again.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { choices } from './options.ts'
import { findPeople } from './people.ts'
import {
  confirmPledgePaperMutation,
  enterPledgePaperMutation,
  identifyPledgePaperMutation,
  type PledgeBasis,
  type PledgePaperAction,
  type PledgePaperWhole,
} from './pledge.queries.ts'

export const enterPaperStep = ({
  id,
  division,
}: {
  readonly id: string
  readonly division: { readonly code: string }
}): Step => ({
  says: t('compacts.pledge.enterSays'),
  fields: [
    {
      key: 'sheet',
      label: t('compacts.pledge.sheet'),
      kind: 'text',
      required: true,
      hint: t('compacts.pledge.sheetHint'),
    },
    {
      key: 'basis',
      label: t('compacts.pledge.basis'),
      kind: 'choice',
      required: true,
      options: choices('pledgeBasis', ['HOUSEHOLD', 'PERSON']),
      value: 'HOUSEHOLD',
    },
    {
      key: 'resident',
      label: t('compacts.pledge.signer'),
      kind: 'person',
      hint: t('compacts.pledge.signerHint'),
      find: (words) => findPeople(words, division.code),
    },
    { key: 'remark', label: t('compacts.pledge.remark'), kind: 'text', hint: t('compacts.pledge.remarkHint') },
  ],
  send: (values, about) =>
    carryOut(
      enterPledgePaperMutation,
      {
        compact: id,
        input: {
          sheet: values.text('sheet'),
          basis: values.choice<PledgeBasis>('basis'),
          resident: values.textOrNull('resident'),
          remark: values.textOrNull('remark'),
        },
      },
      about,
    ),
})

export const paperSteps = ({ id, version, division }: PledgePaperWhole): Partial<{ [Action in PledgePaperAction]: Step }> => {
  const signer = {
    key: 'resident',
    label: t('compacts.pledge.signer'),
    kind: 'person' as const,
    required: true,
    find: (words: string) => findPeople(words, division.code),
  }
  return {
    CONFIRM: {
      says: t('compacts.pledge.confirmSays'),
      fields: [signer],
      send: (values, about) =>
        carryOut(confirmPledgePaperMutation, { id, expectedVersion: version, resident: values.text('resident') }, about),
    },
    IDENTIFY: {
      says: t('compacts.pledge.identifySays'),
      fields: [signer],
      send: (values, about) =>
        carryOut(identifyPledgePaperMutation, { id, expectedVersion: version, resident: values.text('resident') }, about),
    },
  }
}
