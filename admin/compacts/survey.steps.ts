// What opening a survey asks for, and entering the sheets that came back.
import { carryOut } from '../app/act.ts'
import { halfWidth } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { enterPaperAnswersMutation, openSurveyMutation } from './survey.queries.ts'

export const openSurveyStep = ({ id, version }: { readonly id: string; readonly version: number }): Step => ({
  says: t('compacts.survey.openSays'),
  fields: [
    {
      key: 'concerns',
      label: t('compacts.survey.concerns'),
      kind: 'text',
      required: true,
      hint: t('compacts.survey.concernsHint'),
    },
    { key: 'households', label: t('compacts.survey.households'), kind: 'number', required: true },
    { key: 'closesOn', label: t('compacts.survey.closesOn'), kind: 'day', required: true },
  ],
  send: (values, about) =>
    carryOut(
      openSurveyMutation,
      {
        issue: id,
        expectedVersion: version,
        input: {
          concerns: values.text('concerns'),
          households: values.number('households'),
          closesOn: values.text('closesOn'),
        },
      },
      about,
    ),
})

/** A sheet as it is typed: its number, its mark, and what was written beside it. */
export const readSheet = (line: string): { sheet: string; mark: number; remark: string | null } | null => {
  const read = /^(\S+)[\s,，]+([1-5])(?:[\s,，]+(.+))?$/.exec(halfWidth(line).trim())
  return read && { sheet: read[1]!, mark: Number(read[2]), remark: read[3]?.trim() || null }
}

export const enterStep = (survey: { readonly id: string }): Step => ({
  says: t('compacts.survey.enterSays'),
  draft: { key: `survey.sheets.${survey.id}` },
  fields: [{ key: 'lines', label: t('compacts.survey.enterLines'), kind: 'long', required: true }],
  send: async (values, about) => {
    const lines = values
      .text('lines')
      .split('\n')
      .filter((line) => line.trim())
    const answers = lines.map(readSheet)
    const wrong = answers.indexOf(null)
    if (wrong >= 0)
      return {
        data: null,
        mistake: {
          code: 'BAD_USER_INPUT',
          sentence: t('compacts.survey.enterWrong', { n: wrong + 1 }),
          field: 'lines',
          requestId: null,
          changes: [],
        },
      }
    return carryOut(
      enterPaperAnswersMutation,
      { survey: survey.id, answers: answers.flatMap((one) => (one ? [one] : [])) },
      about,
    )
  },
})
