// What preparing a shop and drafting an opportunity ask for.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { opportunityKinds, serviceFields } from './offers.display.ts'
import { createOpportunityMutation, type OpportunityKind } from './opportunity.queries.ts'
import { choicesOf } from './organizations.display.ts'
import type { ServiceField } from './service.queries.ts'
import { createShopMutation } from './shop.queries.ts'

export const shopStep = (done: (id: string) => void): Step => ({
  says: t('organizations.shop.createSays'),
  draft: { key: 'shop.new' },
  fields: [
    { key: 'name', label: t('organizations.shop.name'), kind: 'text', required: true },
    {
      key: 'field',
      label: t('organizations.service.field'),
      kind: 'choice',
      required: true,
      options: choicesOf('serviceField', serviceFields),
    },
    { key: 'intro', label: t('organizations.shop.intro'), kind: 'long', required: true },
    { key: 'goods', label: t('organizations.shop.goods'), kind: 'lines', required: true },
    { key: 'phone', label: t('organizations.service.phone'), kind: 'text' },
  ],
  send: async (values, about) => {
    const input = {
      name: values.text('name'),
      field: values.choice<ServiceField>('field'),
      intro: values.text('intro'),
      goods: values.list('goods'),
      phone: values.textOrNull('phone'),
    }
    const outcome = await carryOut(createShopMutation, { input }, about)
    if (outcome.data) done(outcome.data.createServiceShop.id)
    return outcome
  },
})

/** Of the account's organisation when no division is given, else of the office of that division. */
export const opportunityStep = (division: string | null, done: (id: string) => void): Step => ({
  draft: { key: `opportunity.new.${division ?? 'own'}` },
  fields: [
    { key: 'title', label: t('organizations.opportunity.title'), kind: 'text', required: true },
    {
      key: 'kind',
      label: t('organizations.opportunity.kind'),
      kind: 'choice',
      required: true,
      options: choicesOf('opportunityKind', opportunityKinds),
    },
    { key: 'body', label: t('organizations.opportunity.body'), kind: 'long', required: true },
    { key: 'places', label: t('organizations.opportunity.places'), kind: 'number', required: true },
    { key: 'until', label: t('organizations.opportunity.until'), kind: 'day', required: true },
    {
      key: 'forListed',
      label: t('organizations.opportunity.forListed'),
      kind: 'yes',
      hint: t('organizations.opportunity.forListedHint'),
    },
  ],
  send: async (values, about) => {
    const input = {
      title: values.text('title'),
      kind: values.choice<OpportunityKind>('kind'),
      body: values.text('body'),
      places: values.number('places'),
      until: values.text('until'),
      forListed: values.yes('forListed'),
    }
    const outcome = await carryOut(createOpportunityMutation, { input, division }, about)
    if (outcome.data) done(outcome.data.createOpportunity.id)
    return outcome
  },
})
