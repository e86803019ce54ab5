// Guards of admission in the database: opinions, votes and objections are taken only while their time lasts.
import { Trigger } from '@mikro-orm/decorators/legacy'
import { differ, refuse } from './guards.ts'

/** Waits for whoever moves the application on, then looks where it stands. */
const isAt = (status: string) =>
  `exists (select 1 from duties.admission_application a where a.id = new.application_id and a.status = '${status}' for share)`

/** A unit is asked, and signs, while the consultation runs; what it signed then stands. */
export const OpinionOpen = () =>
  Trigger({
    name: 'opinion_open',
    timing: 'before',
    events: ['insert', 'update'],
    body: `if tg_op = 'UPDATE' then
        if ${differ(['application_id', 'division', 'organization', 'invited_at'])} then ${refuse('opinion_open')} end if;
        if not (${differ(['stance', 'body', 'signed_by', 'signer', 'signed_at'])}) then return new; end if;
      end if;
      if not ${isAt('CONSULTING')} then ${refuse('opinion_open')} end if;
      return new;`,
  })

/** Members vote while the application is before the joint meeting. */
export const JointVoteOpen = () =>
  Trigger({
    name: 'joint_vote_open',
    timing: 'before',
    events: ['insert'],
    body: `if not ${isAt('JOINT_MEETING')} then ${refuse('joint_vote_open')} end if;
      return new;`,
  })

/** Objections are raised while the matter is shown; afterwards only their answer is added, once. */
export const AdmissionObjectionOpen = () =>
  Trigger({
    name: 'admission_objection_open',
    timing: 'before',
    events: ['insert', 'update', 'delete'],
    body: `if tg_op = 'DELETE' then ${refuse('admission_objection_open')} end if;
      if tg_op = 'UPDATE' then
        if old.answer is not null or ${differ(['application_id', 'account', 'body', 'at'])} then ${refuse('admission_objection_open')} end if;
        return new;
      end if;
      if not ${isAt('PUBLICITY')} then ${refuse('admission_objection_open')} end if;
      return new;`,
  })
