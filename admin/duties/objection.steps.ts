// What the actions of an objection ask for.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import {
  answerObjectionMutation,
  dismissObjectionMutation,
  raiseObjectionMutation,
  upholdObjectionMutation,
  type Effect,
  type ObjectionAction,
  type ObjectionWhole,
} from './objection.queries.ts'
import type { Ground } from './task.queries.ts'
import { choicesOf, effects, grounds } from './tasks.display.ts'

export const objectionSteps = (objection: ObjectionWhole): Partial<{ [Action in ObjectionAction]: Step }> => {
  const { id, version: expectedVersion, task } = objection
  return {
    ANSWER: {
      says: t('duties.objection.answerSays'),
      fields: [{ key: 'answer', label: t('duties.objection.answer'), kind: 'long', required: true }],
      send: (values, about) => carryOut(answerObjectionMutation, { id, expectedVersion, answer: values.text('answer') }, about),
    },
    UPHOLD: {
      says: t('duties.objection.upholdSays'),
      fields: [
        {
          key: 'decision',
          label: t('duties.objection.decision'),
          kind: 'long',
          required: true,
          hint: t('duties.objection.publicHint'),
        },
        {
          key: 'effects',
          label: t('duties.objection.effects'),
          kind: 'choices',
          required: true,
          options: choicesOf('effect', task ? effects : ['CIRCULAR']),
          value: task ? [] : ['CIRCULAR'],
        },
        { key: 'circular', label: t('duties.objection.circular'), kind: 'long', hint: t('duties.objection.circularHint') },
      ],
      send: (values, about) =>
        carryOut(
          upholdObjectionMutation,
          {
            id,
            expectedVersion,
            input: {
              decision: values.text('decision'),
              effects: values.list('effects') as Effect[],
              circular: values.textOrNull('circular'),
            },
          },
          about,
        ),
    },
    DISMISS: {
      says: t('duties.objection.dismissSays'),
      fields: [
        {
          key: 'decision',
          label: t('duties.objection.decision'),
          kind: 'long',
          required: true,
          hint: t('duties.objection.publicHint'),
        },
      ],
      send: (values, about) =>
        carryOut(dismissObjectionMutation, { id, expectedVersion, decision: values.text('decision') }, about),
    },
  }
}

/** An objection of the committee's own: to a task, or to what a department demands without one. */
export const raiseStep = (
  division: string,
  about: { readonly task: string } | { readonly departments: readonly { value: string; label: string }[] },
  done: (id: string) => void,
): Step => ({
  says: t('duties.objection.raiseSays'),
  fields: [
    ...('departments' in about
      ? [
          {
            key: 'department',
            label: t('duties.of.department'),
            kind: 'choice' as const,
            required: true,
            options: about.departments,
          },
        ]
      : []),
    { key: 'ground', label: t('duties.task.ground'), kind: 'choice', required: true, options: choicesOf('ground', grounds) },
    {
      key: 'statement',
      label: t('duties.task.statement'),
      kind: 'long',
      required: true,
      hint: t('duties.objection.statementHint'),
    },
  ],
  send: async (values, told) => {
    const outcome = await carryOut(
      raiseObjectionMutation,
      {
        input: {
          division,
          task: 'task' in about ? about.task : null,
          department: values.textOrNull('department'),
          ground: values.choice<Ground>('ground'),
          statement: values.text('statement'),
        },
      },
      told,
    )
    if (outcome.data) done(outcome.data.raiseDutyObjection.id)
    return outcome
  },
})
