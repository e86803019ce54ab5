import { Migration } from '@mikro-orm/migrations';

export class Migration20261122175741_checks_in_one_constant extends Migration {

  override name = 'Migration20261122175741_checks_in_one_constant';

  override up(): void | Promise<void> {
    this.addSql(`alter table "compacts"."affairs_disclosure" drop constraint "affairs_disclosure_category_check";`);
    this.addSql(`alter table "compacts"."affairs_disclosure" drop constraint "affairs_disclosure_status_check";`);
    this.addSql(`alter table "compacts"."affairs_disclosure" add constraint "affairs_disclosure_category_check" check ("category" = any ('{DECISION,FUNDS,FACILITIES,SERVICES,CONSULTATION,ASSISTANCE,OTHER}'::text[]));`);
    this.addSql(`alter table "compacts"."affairs_disclosure" add constraint "affairs_disclosure_status_check" check ("status" = any ('{DRAFT,REVIEWING,REVIEWED,PUBLISHED,QUERIED,ANSWERED,ORDERED,ARCHIVED,DISCARDED}'::text[]));`);

    this.addSql(`alter table "compacts"."issue" drop constraint "issue_case_class_check";`);
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_naming_check";`);
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_rejection_code_check";`);
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_scope_check";`);
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_status_check";`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_case_class_check" check ("case_class" = any ('{COMPONENT,EVENT}'::text[]));`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_naming_check" check ("naming" = any ('{PUBLIC,OFFICERS,ANONYMOUS}'::text[]));`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_rejection_code_check" check ("rejection_code" = any ('{OUT_OF_SCOPE,UNLAWFUL,SETTLED,PERSONAL_DISPUTE,NO_SUBSTANCE}'::text[]));`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_scope_check" check ("scope" = any ('{SELF_GOVERNANCE,CO_GOVERNANCE,GOVERNMENT}'::text[]));`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_status_check" check ("status" = any ('{DRAFT,SUBMITTED,RETURNED,REJECTED,APPEALED,REFERRED,MERGE_PROPOSED,MERGED,SPLIT_PROPOSED,SPLIT,DELIBERATING,VOTING,ADOPTED,NOT_ADOPTED,IMPLEMENTING,EVALUATING,REWORK,COMPACTING,CONCLUDED,WITHDRAWN,SUSPENDED}'::text[]));`);

    this.addSql(`alter table "compacts"."compact" drop constraint "compact_kind_check";`);
    this.addSql(`alter table "compacts"."compact" drop constraint "compact_review_finding_check";`);
    this.addSql(`alter table "compacts"."compact" drop constraint "compact_status_check";`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_kind_check" check ("kind" = any ('{COMPACT,CHARTER,CIVILITY}'::text[]));`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_review_finding_check" check ("review_finding" = any ('{KEEP,REVISE,REPEAL}'::text[]));`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_status_check" check ("status" = any ('{DRAFTING,COMMENT,PARTY_REVIEW,TOWN_REVIEW,VOTING,ADOPTED,FILED,IN_FORCE,ORDERED_TO_CORRECT,SUPERSEDED,REPEALED,EXPIRED,WITHDRAWN}'::text[]));`);

    this.addSql(`alter table "compacts"."compact_comment" drop constraint "compact_comment_outcome_check";`);
    this.addSql(`alter table "compacts"."compact_comment" add constraint "compact_comment_outcome_check" check ("outcome" = any ('{ADOPTED,PARTLY,NOT_ADOPTED,EXPLAINED}'::text[]));`);

    this.addSql(`alter table "compacts"."amendment" drop constraint "amendment_status_check";`);
    this.addSql(`alter table "compacts"."amendment" add constraint "amendment_status_check" check ("status" = any ('{PROPOSED,STALE,ACCEPTED,REJECTED,CLOSED,WITHDRAWN,PROMOTED,NOTED}'::text[]));`);

    this.addSql(`alter table "compacts"."building_project" drop constraint "building_project_status_check";`);
    this.addSql(`alter table "compacts"."building_project" add constraint "building_project_status_check" check ("status" = any ('{INTENT,FEASIBILITY,SURVEY,AGREEMENT,PUBLICITY,PLAN_FILED,PLANNING,STRUCTURE,PERMIT,CONSTRUCTION,SPECIAL_EQUIPMENT,ACCEPTANCE,OPERATING,OBJECTION,SUSPENDED,ABANDONED}'::text[]));`);

    this.addSql(`alter table "compacts"."approval_step" drop constraint "approval_step_result_check";`);
    this.addSql(`alter table "compacts"."approval_step" drop constraint "approval_step_stage_check";`);
    this.addSql(`alter table "compacts"."approval_step" add constraint "approval_step_result_check" check ("result" = any ('{APPROVED,REJECTED}'::text[]));`);
    this.addSql(`alter table "compacts"."approval_step" add constraint "approval_step_stage_check" check ("stage" = any ('{PLAN_FILED,PLANNING,STRUCTURE,PERMIT,SPECIAL_EQUIPMENT,ACCEPTANCE}'::text[]));`);

    this.addSql(`alter table "compacts"."issue_comment" drop constraint "issue_comment_naming_check";`);
    this.addSql(`alter table "compacts"."issue_comment" drop constraint "issue_comment_status_check";`);
    this.addSql(`alter table "compacts"."issue_comment" add constraint "issue_comment_naming_check" check ("naming" = any ('{PUBLIC,OFFICERS,ANONYMOUS}'::text[]));`);
    this.addSql(`alter table "compacts"."issue_comment" add constraint "issue_comment_status_check" check ("status" = any ('{SHOWN,HIDDEN,CONTESTED,WITHDRAWN}'::text[]));`);

    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_basis_check";`);
    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_matter_check";`);
    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_status_check";`);
    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_type_check";`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_basis_check" check ("basis" = any ('{PERSON,HOUSEHOLD,OWNER}'::text[]));`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_matter_check" check ("matter" = any ('{R3,R4,LIFT}'::text[]));`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_status_check" check ("status" = any ('{PLANNED,NOTICED,OPEN,CLOSED,MINUTED,PUBLISHED,CANCELLED}'::text[]));`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_type_check" check ("type" = any ('{COUNCIL,HEARING,CONVERSATION,COORDINATION,REVIEW,JOINT,RESIDENTS,REPRESENTATIVES,OWNERS}'::text[]));`);

    this.addSql(`alter table "compacts"."electorate" drop constraint "electorate_basis_check";`);
    this.addSql(`alter table "compacts"."electorate" add constraint "electorate_basis_check" check ("basis" = any ('{PERSON,HOUSEHOLD,OWNER}'::text[]));`);

    this.addSql(`alter table "compacts"."electorate_objection" drop constraint "electorate_objection_fault_check";`);
    this.addSql(`alter table "compacts"."electorate_objection" drop constraint "electorate_objection_status_check";`);
    this.addSql(`alter table "compacts"."electorate_objection" add constraint "electorate_objection_fault_check" check ("fault" = any ('{MISSING,WRONGLY_LISTED}'::text[]));`);
    this.addSql(`alter table "compacts"."electorate_objection" add constraint "electorate_objection_status_check" check ("status" = any ('{FILED,UPHELD,DISMISSED}'::text[]));`);

    this.addSql(`alter table "compacts"."convening" drop constraint "convening_ground_check";`);
    this.addSql(`alter table "compacts"."convening" drop constraint "convening_status_check";`);
    this.addSql(`alter table "compacts"."convening" drop constraint "convening_type_check";`);
    this.addSql(`alter table "compacts"."convening" add constraint "convening_ground_check" check ("ground" = any ('{REQUEST,LAW}'::text[]));`);
    this.addSql(`alter table "compacts"."convening" add constraint "convening_status_check" check ("status" = any ('{GATHERING,DUE,CALLED,HELD,WITHDRAWN,LAPSED}'::text[]));`);
    this.addSql(`alter table "compacts"."convening" add constraint "convening_type_check" check ("type" = any ('{RESIDENTS,REPRESENTATIVES}'::text[]));`);

    this.addSql(`alter table "compacts"."agenda_item" drop constraint "agenda_item_outcome_check";`);
    this.addSql(`alter table "compacts"."agenda_item" add constraint "agenda_item_outcome_check" check ("outcome" = any ('{CONSENSUS,NO_CONSENSUS,NOTED}'::text[]));`);

    this.addSql(`alter table "compacts"."moral_review" drop constraint "moral_review_kind_check";`);
    this.addSql(`alter table "compacts"."moral_review" drop constraint "moral_review_measure_check";`);
    this.addSql(`alter table "compacts"."moral_review" drop constraint "moral_review_status_check";`);
    this.addSql(`alter table "compacts"."moral_review" add constraint "moral_review_kind_check" check ("kind" = any ('{GOOD_DEED,BAD_HABIT}'::text[]));`);
    this.addSql(`alter table "compacts"."moral_review" add constraint "moral_review_measure_check" check ("measure" = any ('{COMMEND,PERSUADE,PROPOSE,NONE}'::text[]));`);
    this.addSql(`alter table "compacts"."moral_review" add constraint "moral_review_status_check" check ("status" = any ('{PROPOSED,CONVENED,REVIEWED,PUBLISHED,CLOSED,DECLINED}'::text[]));`);

    this.addSql(`alter table "compacts"."owners_committee" drop constraint "owners_committee_kind_check";`);
    this.addSql(`alter table "compacts"."owners_committee" drop constraint "owners_committee_status_check";`);
    this.addSql(`alter table "compacts"."owners_committee" add constraint "owners_committee_kind_check" check ("kind" = any ('{FIRST,RENEWAL}'::text[]));`);
    this.addSql(`alter table "compacts"."owners_committee" add constraint "owners_committee_status_check" check ("status" = any ('{REPORTED,PREPARING,POSTED,ELECTED,FILED,ENDED,STOPPED}'::text[]));`);

    this.addSql(`alter table "compacts"."pledge" drop constraint "pledge_basis_check";`);
    this.addSql(`alter table "compacts"."pledge" drop constraint "pledge_channel_check";`);
    this.addSql(`alter table "compacts"."pledge" drop constraint "pledge_status_check";`);
    this.addSql(`alter table "compacts"."pledge" add constraint "pledge_basis_check" check ("basis" = any ('{HOUSEHOLD,PERSON}'::text[]));`);
    this.addSql(`alter table "compacts"."pledge" add constraint "pledge_channel_check" check ("channel" = any ('{APP,PAPER}'::text[]));`);
    this.addSql(`alter table "compacts"."pledge" add constraint "pledge_status_check" check ("status" = any ('{SIGNED,WITHDRAWN,LAPSED,VOID}'::text[]));`);

    this.addSql(`alter table "compacts"."pledge_paper" drop constraint "pledge_paper_basis_check";`);
    this.addSql(`alter table "compacts"."pledge_paper" drop constraint "pledge_paper_status_check";`);
    this.addSql(`alter table "compacts"."pledge_paper" add constraint "pledge_paper_basis_check" check ("basis" = any ('{HOUSEHOLD,PERSON}'::text[]));`);
    this.addSql(`alter table "compacts"."pledge_paper" add constraint "pledge_paper_status_check" check ("status" = any ('{ENTERED,UNMATCHED,CONFIRMED,DISCARDED}'::text[]));`);

    this.addSql(`alter table "compacts"."project" drop constraint "project_status_check";`);
    this.addSql(`alter table "compacts"."project" add constraint "project_status_check" check ("status" = any ('{PLANNED,IN_PROGRESS,DELIVERED,REWORK,ACCEPTED,DONE,STOPPED}'::text[]));`);

    this.addSql(`alter table "compacts"."project_fund" drop constraint "project_fund_source_check";`);
    this.addSql(`alter table "compacts"."project_fund" add constraint "project_fund_source_check" check ("source" = any ('{SELF_GOVERNANCE,SERVICE,MAINTENANCE,COMMON_INCOME,GRANT,DONATION,RESIDENTS,OTHER}'::text[]));`);

    this.addSql(`alter table "compacts"."project_inspection" drop constraint "project_inspection_kind_check";`);
    this.addSql(`alter table "compacts"."project_inspection" add constraint "project_inspection_kind_check" check ("kind" = any ('{VISIT,ACCEPTANCE}'::text[]));`);

    this.addSql(`alter table "compacts"."seat" drop constraint "seat_status_check";`);
    this.addSql(`alter table "compacts"."seat" add constraint "seat_status_check" check ("status" = any ('{TAKEN,WAITING}'::text[]));`);

    this.addSql(`alter table "compacts"."statement_ballot" drop constraint "statement_ballot_choice_check";`);
    this.addSql(`alter table "compacts"."statement_ballot" add constraint "statement_ballot_choice_check" check ("choice" = any ('{AGREE,DISAGREE,ABSTAIN}'::text[]));`);

    this.addSql(`alter table "compacts"."survey" drop constraint "survey_status_check";`);
    this.addSql(`alter table "compacts"."survey" add constraint "survey_status_check" check ("status" = any ('{OPEN,CLOSED}'::text[]));`);

    this.addSql(`alter table "compacts"."survey_answer" drop constraint "survey_answer_channel_check";`);
    this.addSql(`alter table "compacts"."survey_answer" add constraint "survey_answer_channel_check" check ("channel" = any ('{APP,PAPER}'::text[]));`);

    this.addSql(`alter table "compacts"."vote" drop constraint "vote_manner_check";`);
    this.addSql(`alter table "compacts"."vote" drop constraint "vote_purpose_check";`);
    this.addSql(`alter table "compacts"."vote" drop constraint "vote_status_check";`);
    this.addSql(`alter table "compacts"."vote" add constraint "vote_manner_check" check ("manner" = any ('{AT_MEETING,OVER_PERIOD}'::text[]));`);
    this.addSql(`alter table "compacts"."vote" add constraint "vote_purpose_check" check ("purpose" = any ('{DECISION,COMPACT,REPEAL,OWNERS}'::text[]));`);
    this.addSql(`alter table "compacts"."vote" add constraint "vote_status_check" check ("status" = any ('{DRAFT,ARMED,OPEN,CLOSED,COUNTED,CERTIFIED,CONTESTED,PUBLISHED,CANCELLED,VOIDED}'::text[]));`);

    this.addSql(`alter table "compacts"."secret_count" drop constraint "secret_count_choice_check";`);
    this.addSql(`alter table "compacts"."secret_count" add constraint "secret_count_choice_check" check ("choice" = any ('{AGREE,DISAGREE,ABSTAIN}'::text[]));`);

    this.addSql(`alter table "compacts"."paper_entry" drop constraint "paper_entry_choice_check";`);
    this.addSql(`alter table "compacts"."paper_entry" add constraint "paper_entry_choice_check" check ("choice" = any ('{AGREE,DISAGREE,ABSTAIN}'::text[]));`);

    this.addSql(`alter table "compacts"."ballot" drop constraint "ballot_channel_check";`);
    this.addSql(`alter table "compacts"."ballot" drop constraint "ballot_choice_check";`);
    this.addSql(`alter table "compacts"."ballot" add constraint "ballot_channel_check" check ("channel" = any ('{APP,PAPER,PROXY}'::text[]));`);
    this.addSql(`alter table "compacts"."ballot" add constraint "ballot_choice_check" check ("choice" = any ('{AGREE,DISAGREE,ABSTAIN}'::text[]));`);

    this.addSql(`alter table "compacts"."voted" drop constraint "voted_channel_check";`);
    this.addSql(`alter table "compacts"."voted" add constraint "voted_channel_check" check ("channel" = any ('{APP,PAPER,PROXY}'::text[]));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "compacts"."affairs_disclosure" drop constraint "affairs_disclosure_status_check";`);
    this.addSql(`alter table "compacts"."affairs_disclosure" drop constraint "affairs_disclosure_category_check";`);
    this.addSql(`alter table "compacts"."affairs_disclosure" add constraint "affairs_disclosure_status_check" check ("status" in ('DRAFT', 'REVIEWING', 'REVIEWED', 'PUBLISHED', 'QUERIED', 'ANSWERED', 'ORDERED', 'ARCHIVED', 'DISCARDED'));`);
    this.addSql(`alter table "compacts"."affairs_disclosure" add constraint "affairs_disclosure_category_check" check ("category" in ('DECISION', 'FUNDS', 'FACILITIES', 'SERVICES', 'CONSULTATION', 'ASSISTANCE', 'OTHER'));`);

    this.addSql(`alter table "compacts"."agenda_item" drop constraint "agenda_item_outcome_check";`);
    this.addSql(`alter table "compacts"."agenda_item" add constraint "agenda_item_outcome_check" check ("outcome" in ('CONSENSUS', 'NO_CONSENSUS', 'NOTED'));`);

    this.addSql(`alter table "compacts"."amendment" drop constraint "amendment_status_check";`);
    this.addSql(`alter table "compacts"."amendment" add constraint "amendment_status_check" check ("status" in ('PROPOSED', 'STALE', 'ACCEPTED', 'REJECTED', 'CLOSED', 'WITHDRAWN', 'PROMOTED', 'NOTED'));`);

    this.addSql(`alter table "compacts"."approval_step" drop constraint "approval_step_stage_check";`);
    this.addSql(`alter table "compacts"."approval_step" drop constraint "approval_step_result_check";`);
    this.addSql(`alter table "compacts"."approval_step" add constraint "approval_step_stage_check" check ("stage" in ('PLAN_FILED', 'PLANNING', 'STRUCTURE', 'PERMIT', 'SPECIAL_EQUIPMENT', 'ACCEPTANCE'));`);
    this.addSql(`alter table "compacts"."approval_step" add constraint "approval_step_result_check" check ("result" in ('APPROVED', 'REJECTED'));`);

    this.addSql(`alter table "compacts"."ballot" drop constraint "ballot_choice_check";`);
    this.addSql(`alter table "compacts"."ballot" drop constraint "ballot_channel_check";`);
    this.addSql(`alter table "compacts"."ballot" add constraint "ballot_choice_check" check ("choice" in ('AGREE', 'DISAGREE', 'ABSTAIN'));`);
    this.addSql(`alter table "compacts"."ballot" add constraint "ballot_channel_check" check ("channel" in ('APP', 'PAPER', 'PROXY'));`);

    this.addSql(`alter table "compacts"."building_project" drop constraint "building_project_status_check";`);
    this.addSql(`alter table "compacts"."building_project" add constraint "building_project_status_check" check ("status" in ('INTENT', 'FEASIBILITY', 'SURVEY', 'AGREEMENT', 'PUBLICITY', 'PLAN_FILED', 'PLANNING', 'STRUCTURE', 'PERMIT', 'CONSTRUCTION', 'SPECIAL_EQUIPMENT', 'ACCEPTANCE', 'OPERATING', 'OBJECTION', 'SUSPENDED', 'ABANDONED'));`);

    this.addSql(`alter table "compacts"."compact" drop constraint "compact_status_check";`);
    this.addSql(`alter table "compacts"."compact" drop constraint "compact_kind_check";`);
    this.addSql(`alter table "compacts"."compact" drop constraint "compact_review_finding_check";`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_status_check" check ("status" in ('DRAFTING', 'COMMENT', 'PARTY_REVIEW', 'TOWN_REVIEW', 'VOTING', 'ADOPTED', 'FILED', 'IN_FORCE', 'ORDERED_TO_CORRECT', 'SUPERSEDED', 'REPEALED', 'EXPIRED', 'WITHDRAWN'));`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_kind_check" check ("kind" in ('COMPACT', 'CHARTER', 'CIVILITY'));`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_review_finding_check" check ("review_finding" in ('KEEP', 'REVISE', 'REPEAL'));`);

    this.addSql(`alter table "compacts"."compact_comment" drop constraint "compact_comment_outcome_check";`);
    this.addSql(`alter table "compacts"."compact_comment" add constraint "compact_comment_outcome_check" check ("outcome" in ('ADOPTED', 'PARTLY', 'NOT_ADOPTED', 'EXPLAINED'));`);

    this.addSql(`alter table "compacts"."convening" drop constraint "convening_status_check";`);
    this.addSql(`alter table "compacts"."convening" drop constraint "convening_ground_check";`);
    this.addSql(`alter table "compacts"."convening" drop constraint "convening_type_check";`);
    this.addSql(`alter table "compacts"."convening" add constraint "convening_status_check" check ("status" in ('GATHERING', 'DUE', 'CALLED', 'HELD', 'WITHDRAWN', 'LAPSED'));`);
    this.addSql(`alter table "compacts"."convening" add constraint "convening_ground_check" check ("ground" in ('REQUEST', 'LAW'));`);
    this.addSql(`alter table "compacts"."convening" add constraint "convening_type_check" check ("type" in ('RESIDENTS', 'REPRESENTATIVES'));`);

    this.addSql(`alter table "compacts"."electorate" drop constraint "electorate_basis_check";`);
    this.addSql(`alter table "compacts"."electorate" add constraint "electorate_basis_check" check ("basis" in ('PERSON', 'HOUSEHOLD', 'OWNER'));`);

    this.addSql(`alter table "compacts"."electorate_objection" drop constraint "electorate_objection_status_check";`);
    this.addSql(`alter table "compacts"."electorate_objection" drop constraint "electorate_objection_fault_check";`);
    this.addSql(`alter table "compacts"."electorate_objection" add constraint "electorate_objection_status_check" check ("status" in ('FILED', 'UPHELD', 'DISMISSED'));`);
    this.addSql(`alter table "compacts"."electorate_objection" add constraint "electorate_objection_fault_check" check ("fault" in ('MISSING', 'WRONGLY_LISTED'));`);

    this.addSql(`alter table "compacts"."issue" drop constraint "issue_status_check";`);
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_naming_check";`);
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_scope_check";`);
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_rejection_code_check";`);
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_case_class_check";`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_status_check" check ("status" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED', 'APPEALED', 'REFERRED', 'MERGE_PROPOSED', 'MERGED', 'SPLIT_PROPOSED', 'SPLIT', 'DELIBERATING', 'VOTING', 'ADOPTED', 'NOT_ADOPTED', 'IMPLEMENTING', 'EVALUATING', 'REWORK', 'COMPACTING', 'CONCLUDED', 'WITHDRAWN', 'SUSPENDED'));`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_naming_check" check ("naming" in ('PUBLIC', 'OFFICERS', 'ANONYMOUS'));`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_scope_check" check ("scope" in ('SELF_GOVERNANCE', 'CO_GOVERNANCE', 'GOVERNMENT'));`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_rejection_code_check" check ("rejection_code" in ('OUT_OF_SCOPE', 'UNLAWFUL', 'SETTLED', 'PERSONAL_DISPUTE', 'NO_SUBSTANCE'));`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_case_class_check" check ("case_class" in ('COMPONENT', 'EVENT'));`);

    this.addSql(`alter table "compacts"."issue_comment" drop constraint "issue_comment_status_check";`);
    this.addSql(`alter table "compacts"."issue_comment" drop constraint "issue_comment_naming_check";`);
    this.addSql(`alter table "compacts"."issue_comment" add constraint "issue_comment_status_check" check ("status" in ('SHOWN', 'HIDDEN', 'CONTESTED', 'WITHDRAWN'));`);
    this.addSql(`alter table "compacts"."issue_comment" add constraint "issue_comment_naming_check" check ("naming" in ('PUBLIC', 'OFFICERS', 'ANONYMOUS'));`);

    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_status_check";`);
    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_type_check";`);
    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_basis_check";`);
    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_matter_check";`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_status_check" check ("status" in ('PLANNED', 'NOTICED', 'OPEN', 'CLOSED', 'MINUTED', 'PUBLISHED', 'CANCELLED'));`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_type_check" check ("type" in ('COUNCIL', 'HEARING', 'CONVERSATION', 'COORDINATION', 'REVIEW', 'JOINT', 'RESIDENTS', 'REPRESENTATIVES', 'OWNERS'));`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_basis_check" check ("basis" in ('PERSON', 'HOUSEHOLD', 'OWNER'));`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_matter_check" check ("matter" in ('R3', 'R4', 'LIFT'));`);

    this.addSql(`alter table "compacts"."moral_review" drop constraint "moral_review_status_check";`);
    this.addSql(`alter table "compacts"."moral_review" drop constraint "moral_review_kind_check";`);
    this.addSql(`alter table "compacts"."moral_review" drop constraint "moral_review_measure_check";`);
    this.addSql(`alter table "compacts"."moral_review" add constraint "moral_review_status_check" check ("status" in ('PROPOSED', 'CONVENED', 'REVIEWED', 'PUBLISHED', 'CLOSED', 'DECLINED'));`);
    this.addSql(`alter table "compacts"."moral_review" add constraint "moral_review_kind_check" check ("kind" in ('GOOD_DEED', 'BAD_HABIT'));`);
    this.addSql(`alter table "compacts"."moral_review" add constraint "moral_review_measure_check" check ("measure" in ('COMMEND', 'PERSUADE', 'PROPOSE', 'NONE'));`);

    this.addSql(`alter table "compacts"."owners_committee" drop constraint "owners_committee_status_check";`);
    this.addSql(`alter table "compacts"."owners_committee" drop constraint "owners_committee_kind_check";`);
    this.addSql(`alter table "compacts"."owners_committee" add constraint "owners_committee_status_check" check ("status" in ('REPORTED', 'PREPARING', 'POSTED', 'ELECTED', 'FILED', 'ENDED', 'STOPPED'));`);
    this.addSql(`alter table "compacts"."owners_committee" add constraint "owners_committee_kind_check" check ("kind" in ('FIRST', 'RENEWAL'));`);

    this.addSql(`alter table "compacts"."paper_entry" drop constraint "paper_entry_choice_check";`);
    this.addSql(`alter table "compacts"."paper_entry" add constraint "paper_entry_choice_check" check ("choice" in ('AGREE', 'DISAGREE', 'ABSTAIN'));`);

    this.addSql(`alter table "compacts"."pledge" drop constraint "pledge_status_check";`);
    this.addSql(`alter table "compacts"."pledge" drop constraint "pledge_basis_check";`);
    this.addSql(`alter table "compacts"."pledge" drop constraint "pledge_channel_check";`);
    this.addSql(`alter table "compacts"."pledge" add constraint "pledge_status_check" check ("status" in ('SIGNED', 'WITHDRAWN', 'LAPSED', 'VOID'));`);
    this.addSql(`alter table "compacts"."pledge" add constraint "pledge_basis_check" check ("basis" in ('HOUSEHOLD', 'PERSON'));`);
    this.addSql(`alter table "compacts"."pledge" add constraint "pledge_channel_check" check ("channel" in ('APP', 'PAPER'));`);

    this.addSql(`alter table "compacts"."pledge_paper" drop constraint "pledge_paper_status_check";`);
    this.addSql(`alter table "compacts"."pledge_paper" drop constraint "pledge_paper_basis_check";`);
    this.addSql(`alter table "compacts"."pledge_paper" add constraint "pledge_paper_status_check" check ("status" in ('ENTERED', 'UNMATCHED', 'CONFIRMED', 'DISCARDED'));`);
    this.addSql(`alter table "compacts"."pledge_paper" add constraint "pledge_paper_basis_check" check ("basis" in ('HOUSEHOLD', 'PERSON'));`);

    this.addSql(`alter table "compacts"."project" drop constraint "project_status_check";`);
    this.addSql(`alter table "compacts"."project" add constraint "project_status_check" check ("status" in ('PLANNED', 'IN_PROGRESS', 'DELIVERED', 'REWORK', 'ACCEPTED', 'DONE', 'STOPPED'));`);

    this.addSql(`alter table "compacts"."project_fund" drop constraint "project_fund_source_check";`);
    this.addSql(`alter table "compacts"."project_fund" add constraint "project_fund_source_check" check ("source" in ('SELF_GOVERNANCE', 'SERVICE', 'MAINTENANCE', 'COMMON_INCOME', 'GRANT', 'DONATION', 'RESIDENTS', 'OTHER'));`);

    this.addSql(`alter table "compacts"."project_inspection" drop constraint "project_inspection_kind_check";`);
    this.addSql(`alter table "compacts"."project_inspection" add constraint "project_inspection_kind_check" check ("kind" in ('VISIT', 'ACCEPTANCE'));`);

    this.addSql(`alter table "compacts"."seat" drop constraint "seat_status_check";`);
    this.addSql(`alter table "compacts"."seat" add constraint "seat_status_check" check ("status" in ('TAKEN', 'WAITING'));`);

    this.addSql(`alter table "compacts"."secret_count" drop constraint "secret_count_choice_check";`);
    this.addSql(`alter table "compacts"."secret_count" add constraint "secret_count_choice_check" check ("choice" in ('AGREE', 'DISAGREE', 'ABSTAIN'));`);

    this.addSql(`alter table "compacts"."statement_ballot" drop constraint "statement_ballot_choice_check";`);
    this.addSql(`alter table "compacts"."statement_ballot" add constraint "statement_ballot_choice_check" check ("choice" in ('AGREE', 'DISAGREE', 'ABSTAIN'));`);

    this.addSql(`alter table "compacts"."survey" drop constraint "survey_status_check";`);
    this.addSql(`alter table "compacts"."survey" add constraint "survey_status_check" check ("status" in ('OPEN', 'CLOSED'));`);

    this.addSql(`alter table "compacts"."survey_answer" drop constraint "survey_answer_channel_check";`);
    this.addSql(`alter table "compacts"."survey_answer" add constraint "survey_answer_channel_check" check ("channel" in ('APP', 'PAPER'));`);

    this.addSql(`alter table "compacts"."vote" drop constraint "vote_status_check";`);
    this.addSql(`alter table "compacts"."vote" drop constraint "vote_purpose_check";`);
    this.addSql(`alter table "compacts"."vote" drop constraint "vote_manner_check";`);
    this.addSql(`alter table "compacts"."vote" add constraint "vote_status_check" check ("status" in ('DRAFT', 'ARMED', 'OPEN', 'CLOSED', 'COUNTED', 'CERTIFIED', 'CONTESTED', 'PUBLISHED', 'CANCELLED', 'VOIDED'));`);
    this.addSql(`alter table "compacts"."vote" add constraint "vote_purpose_check" check ("purpose" in ('DECISION', 'COMPACT', 'REPEAL', 'OWNERS'));`);
    this.addSql(`alter table "compacts"."vote" add constraint "vote_manner_check" check ("manner" in ('AT_MEETING', 'OVER_PERIOD'));`);

    this.addSql(`alter table "compacts"."voted" drop constraint "voted_channel_check";`);
    this.addSql(`alter table "compacts"."voted" add constraint "voted_channel_check" check ("channel" in ('APP', 'PAPER', 'PROXY'));`);
  }

}
