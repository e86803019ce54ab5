// What follows from actions that cannot be taken back, said before they are taken: on the page of a record, and for many.
import { t } from '../app/i18n.ts'

export const weightyOfIssue = () => ({
  WITHDRAW: t('compacts.issue.withdrawSays'),
  CONCLUDE: t('compacts.issue.concludeSays'),
  AGREE: t('compacts.issue.agreeSays'),
})

export const weightyOfMeeting = () => ({
  NOTICE: t('compacts.meeting.noticeSays'),
  CLOSE: t('compacts.meeting.closeSays'),
  PUBLISH: t('compacts.meeting.publishSays'),
})

export const weightyOfVote = () => ({
  ARM: t('compacts.vote.armSays'),
  OPEN: t('compacts.vote.openSays'),
  SIGN_COUNT: t('compacts.vote.signSays'),
  CERTIFY: t('compacts.vote.certifySays'),
  PUBLISH: t('compacts.vote.publishSays'),
})

export const weightyOfProject = () => ({
  ACCEPT: t('compacts.project.acceptSays'),
  FINISH: t('compacts.project.finishSays'),
})

export const weightyOfCompact = () => ({
  OPEN_COMMENT: t('compacts.compact.openCommentSays'),
  SUBMIT_FILING: t('compacts.compact.submitSays'),
  WITHDRAW: t('compacts.compact.withdrawSays'),
})
