// What the actions of a task ask for.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { FieldSpec, Step, Values } from '../app/step.ts'
import { choicesOf, grounds } from './tasks.display.ts'
import { correctTaskMutation, refuseTaskMutation, submitTaskMutation } from './task.mutations.ts'
import type { Ground, TaskAction, TaskKind, TaskWhole } from './task.queries.ts'

/** A line of data to ask for: its name, and after a bar how it is counted. */
export const datumOf = (line: string) => {
  const [name = '', caliber = ''] = line.split(/[|｜]/).map((part) => part.trim())
  return { name, caliber: caliber || null }
}
export const lineOf = ({ name, caliber }: { readonly name: string; readonly caliber: string | null }) =>
  caliber ? `${name}｜${caliber}` : name

/** What a task says, as fields: shared by its correction and its issue. */
export const wordingFields = (known: Partial<TaskWhole>): FieldSpec[] => [
  { key: 'title', label: t('duties.task.title'), kind: 'text', required: true, value: known.title ?? '' },
  {
    key: 'standard',
    label: t('duties.task.standard'),
    kind: 'long',
    required: true,
    hint: t('duties.task.standardHint'),
    value: known.standard ?? '',
  },
  {
    key: 'data',
    label: t('duties.task.data'),
    kind: 'lines',
    required: known.kind === 'DATA',
    hint: t('duties.task.dataHint'),
    value: known.data?.length ? known.data.map(lineOf) : [''],
  },
  {
    key: 'periodFrom',
    label: t('duties.task.periodFrom'),
    kind: 'day',
    hint: t('duties.task.periodHint'),
    value: known.periodFrom ?? '',
  },
  { key: 'periodTo', label: t('duties.task.periodTo'), kind: 'day', value: known.periodTo ?? '' },
  { key: 'dueOn', label: t('duties.task.dueOn'), kind: 'day', required: true, value: known.dueOn ?? '' },
]

export const wordingOf = (values: Values, kind: TaskKind) => ({
  kind,
  title: values.text('title'),
  standard: values.text('standard'),
  data: values.list('data').map(datumOf),
  periodFrom: values.textOrNull('periodFrom'),
  periodTo: values.textOrNull('periodTo'),
  dueOn: values.text('dueOn'),
})

const answerFields = ({ data }: TaskWhole): FieldSpec[] =>
  data.map(({ position, name, caliber, answer }) => ({
    key: `answer${position}`,
    label: caliber ? `${name}（${caliber}）` : name,
    kind: 'text',
    required: true,
    value: answer ?? '',
  }))

export const taskSteps = (task: TaskWhole): Partial<{ [Action in TaskAction]: Step }> => {
  const { id, version: expectedVersion, kind, data, report } = task
  return {
    REFUSE: {
      says: t('duties.task.refuseSays'),
      fields: [
        {
          key: 'ground',
          label: t('duties.task.ground'),
          kind: 'choice',
          required: true,
          options: choicesOf('ground', grounds),
          value: task.repeats.length ? 'REPEATED_DATA' : '',
        },
        {
          key: 'statement',
          label: t('duties.task.statement'),
          kind: 'long',
          required: true,
          hint: t('duties.task.statementHint'),
        },
      ],
      send: (values, about) =>
        carryOut(
          refuseTaskMutation,
          { id, expectedVersion, ground: values.choice<Ground>('ground'), statement: values.text('statement') },
          about,
        ),
    },
    SUBMIT: {
      fields: [
        ...answerFields(task),
        { key: 'report', label: t('duties.task.report'), kind: 'long', required: true, value: report ?? '' },
      ],
      draft: { key: `task.submit.${id}`, version: expectedVersion },
      send: (values, about) =>
        carryOut(
          submitTaskMutation,
          {
            id,
            expectedVersion,
            report: values.text('report'),
            answers: data.map((datum) => ({ id: datum.id, answer: values.text(`answer${datum.position}`) })),
          },
          about,
        ),
    },
    CORRECT: {
      says: t('duties.task.correctSays'),
      fields: wordingFields(task),
      send: (values, about) => carryOut(correctTaskMutation, { id, expectedVersion, input: wordingOf(values, kind) }, about),
    },
  }
}

export const weightyOfTask = () => ({ CONFIRM: t('duties.task.confirmSays') })
