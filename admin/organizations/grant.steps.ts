// What the steps of rounds, fund lines and templates ask for.
import { carryOut } from '../app/act.ts'
import { today } from '../app/clock.ts'
import { halfWidth, yuan } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import {
  createFundMutation,
  createTemplateMutation,
  drawMutation,
  reviseFundMutation,
  reviseTemplateMutation,
} from './grant.mutations.ts'
import type { Fund, RoundAction, RoundWhole, Template } from './grant.queries.ts'

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

/** Another amount of a fund line. */
export const amountStep = ({ id, version: expectedVersion, amount, reserved }: Fund): Step => ({
  says: t('organizations.grant.amountSays', { reserved: yuan(reserved) }),
  fields: [{ key: 'amount', label: t('organizations.grant.amount'), kind: 'money', required: true, value: String(amount / 100) }],
  send: (values, about) => carryOut(reviseFundMutation, { id, expectedVersion, amount: values.fen('amount') }, about),
})

/** A line such as “项目需求 20 30”: what is scored, points at most, weight in percent. */
const criterionIn = (line: string) => {
  const [, label = line, points = '0', weight = '0'] = /^(.+?)\s+(\d+)\s+(\d+(?:\.\d+)?)%?$/.exec(halfWidth(line)) ?? []
  return { label, points: Number(points), weight: Math.round(Number(weight) * 100) }
}

/** Whatever keeps its name keeps its key; what is new takes the next that is free. */
const keyed = <Line extends { readonly label: string }>(
  lines: readonly Line[],
  before: readonly { readonly key: string; readonly label: string }[],
  letter: string,
) => {
  const taken = new Set(before.map(({ key }) => key))
  const free = (n: number): string => (taken.has(`${letter}${n}`) ? free(n + 1) : `${letter}${n}`)
  return lines.map((line) => {
    const key = before.find(({ label }) => label === line.label)?.key ?? free(1)
    taken.add(key)
    return { key, ...line }
  })
}

/** A form with its score sheet: a new one, or one that is changed. */
export const templateStep = (division: string, template?: Template): Step => ({
  says: t('organizations.grant.templateSays'),
  draft: template ? { key: `grant.template.${template.id}`, version: template.version } : { key: `grant.template.${division}` },
  fields: [
    { key: 'name', label: t('organizations.grant.templateName'), kind: 'text', required: true, value: template?.name ?? '' },
    {
      key: 'form',
      label: t('organizations.grant.form'),
      kind: 'lines',
      required: true,
      hint: t('organizations.grant.formHint'),
      value: template?.form.map(({ label }) => label) ?? ['需求分析', '实施方案', '团队能力', '预期成效'],
    },
    {
      key: 'criteria',
      label: t('organizations.grant.criteria'),
      kind: 'lines',
      required: true,
      hint: t('organizations.grant.criteriaHint'),
      value: template?.criteria.map(({ label, points, weight }) => `${label} ${points} ${weight / 100}`) ?? [
        '项目需求 10 30',
        '方案设计 10 30',
        '团队能力 10 20',
        '预算合理 10 20',
      ],
    },
  ],
  send: (values, about) => {
    const parts = values.list('form').map((label) => {
      const { hint = '', limit = 2_000 } = template?.form.find((part) => part.label === label) ?? {}
      return { label, hint, limit }
    })
    const input = {
      division,
      name: values.text('name'),
      form: keyed(parts, template?.form ?? [], 's'),
      criteria: keyed(values.list('criteria').map(criterionIn), template?.criteria ?? [], 'c'),
    }
    return template
      ? carryOut(reviseTemplateMutation, { id: template.id, expectedVersion: template.version, input }, about)
      : carryOut(createTemplateMutation, { input }, about)
  },
})

export const roundSteps = ({ id, version: expectedVersion }: RoundWhole): Partial<Record<RoundAction, Step>> => ({
  DRAW: {
    says: t('organizations.grant.drawSays'),
    fields: [{ key: 'seed', label: t('organizations.grant.seed'), kind: 'text', hint: t('organizations.grant.seedHint') }],
    send: (values, about) => carryOut(drawMutation, { id, expectedVersion, seed: values.textOrNull('seed') }, about),
  },
})
