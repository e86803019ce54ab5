// What preparing or changing a shop, and drafting or changing an opportunity, ask for.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { FieldSpec, Step, Values } from '../app/step.ts'
import { opportunityKinds, serviceFields } from './offers.display.ts'
import {
  createOpportunityMutation,
  reviseOpportunityMutation,
  type OpportunityKind,
  type OpportunityWhole,
} from './opportunity.queries.ts'
import { choicesOf } from './organizations.display.ts'
import type { ServiceField } from './service.queries.ts'
import { createShopMutation, reviseShopMutation, type ShopWhole } from './shop.queries.ts'

const shopFields = (told?: ShopWhole): readonly FieldSpec[] => [
  { key: 'name', label: t('organizations.shop.name'), kind: 'text', required: true, value: told?.name ?? '' },
  {
    key: 'field',
    label: t('organizations.service.field'),
    kind: 'choice',
    required: true,
    options: choicesOf('serviceField', serviceFields),
    value: told?.field ?? '',
  },
  { key: 'intro', label: t('organizations.shop.intro'), kind: 'long', required: true, value: told?.intro ?? '' },
  { key: 'goods', label: t('organizations.shop.goods'), kind: 'lines', required: true, value: told ? [...told.goods] : [''] },
  { key: 'phone', label: t('organizations.service.phone'), kind: 'text', value: told?.hotline ?? '' },
]

const shopOf = (values: Values) => ({
  name: values.text('name'),
  field: values.choice<ServiceField>('field'),
  intro: values.text('intro'),
  goods: values.list('goods'),
  phone: values.textOrNull('phone'),
})

export const shopStep = (done: (id: string) => void): Step => ({
  says: t('organizations.shop.createSays'),
  draft: { key: 'shop.new' },
  fields: shopFields(),
  send: async (values, about) => {
    const outcome = await carryOut(createShopMutation, { input: shopOf(values) }, about)
    if (outcome.data) done(outcome.data.createServiceShop.id)
    return outcome
  },
})

export const reviseShopStep = (shop: ShopWhole): Step => ({
  draft: { key: `shop.${shop.id}`, version: shop.version },
  fields: shopFields(shop),
  send: (values, about) =>
    carryOut(reviseShopMutation, { id: shop.id, expectedVersion: shop.version, input: shopOf(values) }, about),
})

const opportunityFields = (told?: OpportunityWhole): readonly FieldSpec[] => [
  { key: 'title', label: t('organizations.opportunity.title'), kind: 'text', required: true, value: told?.title ?? '' },
  {
    key: 'kind',
    label: t('organizations.opportunity.kind'),
    kind: 'choice',
    required: true,
    options: choicesOf('opportunityKind', opportunityKinds),
    value: told?.kind ?? '',
  },
  { key: 'body', label: t('organizations.opportunity.body'), kind: 'long', required: true, value: told?.body ?? '' },
  {
    key: 'places',
    label: t('organizations.opportunity.places'),
    kind: 'number',
    required: true,
    value: told ? String(told.places) : '',
  },
  { key: 'until', label: t('organizations.opportunity.until'), kind: 'day', required: true, value: told?.until ?? '' },
  {
    key: 'forListed',
    label: t('organizations.opportunity.forListed'),
    kind: 'yes',
    hint: t('organizations.opportunity.forListedHint'),
    value: told?.forListed ?? false,
  },
]

const opportunityOf = (values: Values) => ({
  title: values.text('title'),
  kind: values.choice<OpportunityKind>('kind'),
  body: values.text('body'),
  places: values.number('places'),
  until: values.text('until'),
  forListed: values.yes('forListed'),
})

/** Of the account's organisation when no division is given, else of the office of that division. */
export const opportunityStep = (division: string | null, done: (id: string) => void): Step => ({
  draft: { key: `opportunity.new.${division ?? 'own'}` },
  fields: opportunityFields(),
  send: async (values, about) => {
    const outcome = await carryOut(createOpportunityMutation, { input: opportunityOf(values), division }, about)
    if (outcome.data) done(outcome.data.createOpportunity.id)
    return outcome
  },
})

export const reviseOpportunityStep = (one: OpportunityWhole): Step => ({
  draft: { key: `opportunity.${one.id}`, version: one.version },
  fields: opportunityFields(one),
  send: (values, about) =>
    carryOut(reviseOpportunityMutation, { id: one.id, expectedVersion: one.version, input: opportunityOf(values) }, about),
})
