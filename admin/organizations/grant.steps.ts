// What the steps of rounds, fund lines and templates ask for.
import { carryOut } from '../app/act.ts'
import { today } from '../app/clock.ts'
import { halfWidth } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { createFundMutation, createTemplateMutation, drawMutation, type RoundAction, type RoundWhole } from './grant.queries.ts'

export const fundStep = (division: string): Step => ({
  says: t('organizations.grant.fundSays'),
  fields: [
    { key: 'name', label: t('organizations.grant.fundName'), kind: 'text', required: true },
    { key: 'year', label: t('organizations.grant.year'), kind: 'number', required: true, value: String(today().getFullYear()) },
    { key: 'amount', label: t('organizations.grant.amount'), kind: 'money', required: true },
  ],
  send: (values, about) =>
    carryOut(
      createFundMutation,
      { input: { division, name: values.text('name'), year: values.number('year'), amount: values.fen('amount') } },
      about,
    ),
})

/** A line such as “项目需求 20 30”: what is scored, points at most, weight in percent. */
const criterionIn = (line: string, at: number) => {
  const [, label = line, points = '0', weight = '0'] = /^(.+?)\s+(\d+)\s+(\d+(?:\.\d+)?)%?$/.exec(halfWidth(line)) ?? []
  return { key: `c${at + 1}`, label, points: Number(points), weight: Math.round(Number(weight) * 100) }
}

export const templateStep = (division: string): Step => ({
  says: t('organizations.grant.templateSays'),
  draft: { key: `grant.template.${division}` },
  fields: [
    { key: 'name', label: t('organizations.grant.templateName'), kind: 'text', required: true },
    {
      key: 'form',
      label: t('organizations.grant.form'),
      kind: 'lines',
      required: true,
      hint: t('organizations.grant.formHint'),
      value: ['需求分析', '实施方案', '团队能力', '预期成效'],
    },
    {
      key: 'criteria',
      label: t('organizations.grant.criteria'),
      kind: 'lines',
      required: true,
      hint: t('organizations.grant.criteriaHint'),
      value: ['项目需求 10 30', '方案设计 10 30', '团队能力 10 20', '预算合理 10 20'],
    },
  ],
  send: (values, about) =>
    carryOut(
      createTemplateMutation,
      {
        input: {
          division,
          name: values.text('name'),
          form: values.list('form').map((label, at) => ({ key: `s${at + 1}`, label, hint: '', limit: 2_000 })),
          criteria: values.list('criteria').map(criterionIn),
        },
      },
      about,
    ),
})

export const roundSteps = ({ id, version: expectedVersion }: RoundWhole): Partial<Record<RoundAction, Step>> => ({
  DRAW: {
    says: t('organizations.grant.drawSays'),
    fields: [{ key: 'seed', label: t('organizations.grant.seed'), kind: 'text', hint: t('organizations.grant.seedHint') }],
    send: (values, about) => carryOut(drawMutation, { id, expectedVersion, seed: values.textOrNull('seed') }, about),
  },
})
