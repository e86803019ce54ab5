import { Migration } from '@mikro-orm/migrations';

export class Migration20261122175832_checks_in_one_constant extends Migration {

  override name = 'Migration20261122175832_checks_in_one_constant';

  override up(): void | Promise<void> {
    this.addSql(`alter table "duties"."department" drop constraint "department_level_check";`);
    this.addSql(`alter table "duties"."department" add constraint "department_level_check" check ("level" = any ('{CITY,DISTRICT,TOWN}'::text[]));`);

    this.addSql(`alter table "duties"."duty_list" drop constraint "duty_list_type_check";`);
    this.addSql(`alter table "duties"."duty_list" add constraint "duty_list_type_check" check ("type" = any ('{SELF_GOVERNANCE,ASSIST_GOVERNMENT,CERTIFICATE,TOWN_BASIC,TOWN_COOPERATE,TOWN_WITHDRAWN,NEGATIVE}'::text[]));`);

    this.addSql(`alter table "duties"."duty_list_version" drop constraint "duty_list_version_status_check";`);
    this.addSql(`alter table "duties"."duty_list_version" add constraint "duty_list_version_status_check" check ("status" = any ('{COMPILING,SOLICITING,DELIBERATED,PUBLISHED,IN_FORCE,SUPERSEDED,REPEALED}'::text[]));`);

    this.addSql(`alter table "duties"."duty_item" drop constraint "duty_item_category_check";`);
    this.addSql(`alter table "duties"."duty_item" drop constraint "duty_item_performer_check";`);
    this.addSql(`alter table "duties"."duty_item" drop constraint "duty_item_status_check";`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_category_check" check ("category" = any ('{SELF_GOVERNANCE,PUBLIC_SERVICE,PUBLIC_MANAGEMENT,PUBLIC_SAFETY,RIGHTS_PROTECTION,CERTIFICATION}'::text[]));`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_performer_check" check ("performer" = any ('{RESIDENTS_COMMITTEE,VILLAGERS_COMMITTEE,EITHER,TOWN}'::text[]));`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_status_check" check ("status" = any ('{LISTED,SUSPENDED,ADJUSTING,WITHDRAWN}'::text[]));`);

    this.addSql(`alter table "duties"."certificate_request" drop constraint "certificate_request_refusal_check";`);
    this.addSql(`alter table "duties"."certificate_request" drop constraint "certificate_request_status_check";`);
    this.addSql(`alter table "duties"."certificate_request" add constraint "certificate_request_refusal_check" check ("refusal" = any ('{OFF_LIST,UNVERIFIED}'::text[]));`);
    this.addSql(`alter table "duties"."certificate_request" add constraint "certificate_request_status_check" check ("status" = any ('{ASKED,ISSUED,REFUSED,WITHDRAWN}'::text[]));`);

    this.addSql(`alter table "duties"."admission_application" drop constraint "admission_application_category_check";`);
    this.addSql(`alter table "duties"."admission_application" drop constraint "admission_application_list_type_check";`);
    this.addSql(`alter table "duties"."admission_application" drop constraint "admission_application_performer_check";`);
    this.addSql(`alter table "duties"."admission_application" drop constraint "admission_application_status_check";`);
    this.addSql(`alter table "duties"."admission_application" add constraint "admission_application_category_check" check ("category" = any ('{SELF_GOVERNANCE,PUBLIC_SERVICE,PUBLIC_MANAGEMENT,PUBLIC_SAFETY,RIGHTS_PROTECTION,CERTIFICATION}'::text[]));`);
    this.addSql(`alter table "duties"."admission_application" add constraint "admission_application_list_type_check" check ("list_type" = any ('{SELF_GOVERNANCE,ASSIST_GOVERNMENT,CERTIFICATE,TOWN_BASIC,TOWN_COOPERATE,TOWN_WITHDRAWN,NEGATIVE}'::text[]));`);
    this.addSql(`alter table "duties"."admission_application" add constraint "admission_application_performer_check" check ("performer" = any ('{RESIDENTS_COMMITTEE,VILLAGERS_COMMITTEE,EITHER,TOWN}'::text[]));`);
    this.addSql(`alter table "duties"."admission_application" add constraint "admission_application_status_check" check ("status" = any ('{DRAFT,SUBMITTED,RETURNED,LEGAL_REVIEW,CONSULTING,JOINT_MEETING,PUBLICITY,ADMITTED,IN_FORCE,SUSPENDED,ADJUSTING,REJECTED,WITHDRAWN}'::text[]));`);

    this.addSql(`alter table "duties"."duty_task" drop constraint "duty_task_kind_check";`);
    this.addSql(`alter table "duties"."duty_task" drop constraint "duty_task_status_check";`);
    this.addSql(`alter table "duties"."duty_task" add constraint "duty_task_kind_check" check ("kind" = any ('{WORK,DATA,VISIT,EVENT}'::text[]));`);
    this.addSql(`alter table "duties"."duty_task" add constraint "duty_task_status_check" check ("status" = any ('{ISSUED,ACCEPTED,DOING,SUBMITTED,REFUSED,CORRECTING,CONFIRMED,WITHDRAWN,STOPPED}'::text[]));`);

    this.addSql(`alter table "duties"."duty_objection" drop constraint "duty_objection_ground_check";`);
    this.addSql(`alter table "duties"."duty_objection" drop constraint "duty_objection_side_check";`);
    this.addSql(`alter table "duties"."duty_objection" drop constraint "duty_objection_status_check";`);
    this.addSql(`alter table "duties"."duty_objection" add constraint "duty_objection_ground_check" check ("ground" = any ('{OFF_LIST,UNFUNDED,REPEATED_DATA,EXCESS_APPRAISAL,OFF_LIST_CERTIFICATE}'::text[]));`);
    this.addSql(`alter table "duties"."duty_objection" add constraint "duty_objection_side_check" check ("side" = any ('{COMMITTEE,RESIDENT}'::text[]));`);
    this.addSql(`alter table "duties"."duty_objection" add constraint "duty_objection_status_check" check ("status" = any ('{RAISED,ACCEPTED,INVESTIGATING,UPHELD,DISMISSED,WITHDRAWN}'::text[]));`);

    this.addSql(`alter table "duties"."funding_commitment" drop constraint "funding_commitment_status_check";`);
    this.addSql(`alter table "duties"."funding_commitment" add constraint "funding_commitment_status_check" check ("status" = any ('{PLANNED,PROMISED,BUDGETED,TRANSFERRED,RECONCILED,LAPSED}'::text[]));`);

    this.addSql(`alter table "duties"."joint_vote" drop constraint "joint_vote_choice_check";`);
    this.addSql(`alter table "duties"."joint_vote" add constraint "joint_vote_choice_check" check ("choice" = any ('{FOR,AGAINST,ABSTAIN}'::text[]));`);

    this.addSql(`alter table "duties"."legal_basis" drop constraint "legal_basis_level_check";`);
    this.addSql(`alter table "duties"."legal_basis" add constraint "legal_basis_level_check" check ("level" = any ('{LAW,ADMIN_REGULATION,LOCAL_REGULATION,RULE,NORMATIVE,STANDARD}'::text[]));`);

    this.addSql(`alter table "duties"."off_list_attempt" drop constraint "off_list_attempt_refusal_check";`);
    this.addSql(`alter table "duties"."off_list_attempt" add constraint "off_list_attempt_refusal_check" check ("refusal" = any ('{NO_ITEM,NOT_IN_FORCE,OTHER_DEPARTMENT,NOT_COVERED}'::text[]));`);

    this.addSql(`alter table "duties"."opinion" drop constraint "opinion_stance_check";`);
    this.addSql(`alter table "duties"."opinion" drop constraint "opinion_status_check";`);
    this.addSql(`alter table "duties"."opinion" add constraint "opinion_stance_check" check ("stance" = any ('{AGREE,AGREE_WITH_CHANGES,DISAGREE}'::text[]));`);
    this.addSql(`alter table "duties"."opinion" add constraint "opinion_status_check" check ("status" = any ('{AWAITED,GIVEN,CLOSED}'::text[]));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "duties"."admission_application" drop constraint "admission_application_status_check";`);
    this.addSql(`alter table "duties"."admission_application" drop constraint "admission_application_list_type_check";`);
    this.addSql(`alter table "duties"."admission_application" drop constraint "admission_application_category_check";`);
    this.addSql(`alter table "duties"."admission_application" drop constraint "admission_application_performer_check";`);
    this.addSql(`alter table "duties"."admission_application" add constraint "admission_application_status_check" check ("status" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'LEGAL_REVIEW', 'CONSULTING', 'JOINT_MEETING', 'PUBLICITY', 'ADMITTED', 'IN_FORCE', 'SUSPENDED', 'ADJUSTING', 'REJECTED', 'WITHDRAWN'));`);
    this.addSql(`alter table "duties"."admission_application" add constraint "admission_application_list_type_check" check ("list_type" in ('SELF_GOVERNANCE', 'ASSIST_GOVERNMENT', 'CERTIFICATE', 'TOWN_BASIC', 'TOWN_COOPERATE', 'TOWN_WITHDRAWN', 'NEGATIVE'));`);
    this.addSql(`alter table "duties"."admission_application" add constraint "admission_application_category_check" check ("category" in ('SELF_GOVERNANCE', 'PUBLIC_SERVICE', 'PUBLIC_MANAGEMENT', 'PUBLIC_SAFETY', 'RIGHTS_PROTECTION', 'CERTIFICATION'));`);
    this.addSql(`alter table "duties"."admission_application" add constraint "admission_application_performer_check" check ("performer" in ('RESIDENTS_COMMITTEE', 'VILLAGERS_COMMITTEE', 'EITHER', 'TOWN'));`);

    this.addSql(`alter table "duties"."certificate_request" drop constraint "certificate_request_status_check";`);
    this.addSql(`alter table "duties"."certificate_request" drop constraint "certificate_request_refusal_check";`);
    this.addSql(`alter table "duties"."certificate_request" add constraint "certificate_request_status_check" check ("status" in ('ASKED', 'ISSUED', 'REFUSED', 'WITHDRAWN'));`);
    this.addSql(`alter table "duties"."certificate_request" add constraint "certificate_request_refusal_check" check ("refusal" in ('OFF_LIST', 'UNVERIFIED'));`);

    this.addSql(`alter table "duties"."department" drop constraint "department_level_check";`);
    this.addSql(`alter table "duties"."department" add constraint "department_level_check" check ("level" in ('CITY', 'DISTRICT', 'TOWN'));`);

    this.addSql(`alter table "duties"."duty_item" drop constraint "duty_item_status_check";`);
    this.addSql(`alter table "duties"."duty_item" drop constraint "duty_item_category_check";`);
    this.addSql(`alter table "duties"."duty_item" drop constraint "duty_item_performer_check";`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_status_check" check ("status" in ('LISTED', 'SUSPENDED', 'ADJUSTING', 'WITHDRAWN'));`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_category_check" check ("category" in ('SELF_GOVERNANCE', 'PUBLIC_SERVICE', 'PUBLIC_MANAGEMENT', 'PUBLIC_SAFETY', 'RIGHTS_PROTECTION', 'CERTIFICATION'));`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_performer_check" check ("performer" in ('RESIDENTS_COMMITTEE', 'VILLAGERS_COMMITTEE', 'EITHER', 'TOWN'));`);

    this.addSql(`alter table "duties"."duty_list" drop constraint "duty_list_type_check";`);
    this.addSql(`alter table "duties"."duty_list" add constraint "duty_list_type_check" check ("type" in ('SELF_GOVERNANCE', 'ASSIST_GOVERNMENT', 'CERTIFICATE', 'TOWN_BASIC', 'TOWN_COOPERATE', 'TOWN_WITHDRAWN', 'NEGATIVE'));`);

    this.addSql(`alter table "duties"."duty_list_version" drop constraint "duty_list_version_status_check";`);
    this.addSql(`alter table "duties"."duty_list_version" add constraint "duty_list_version_status_check" check ("status" in ('COMPILING', 'SOLICITING', 'DELIBERATED', 'PUBLISHED', 'IN_FORCE', 'SUPERSEDED', 'REPEALED'));`);

    this.addSql(`alter table "duties"."duty_objection" drop constraint "duty_objection_status_check";`);
    this.addSql(`alter table "duties"."duty_objection" drop constraint "duty_objection_side_check";`);
    this.addSql(`alter table "duties"."duty_objection" drop constraint "duty_objection_ground_check";`);
    this.addSql(`alter table "duties"."duty_objection" add constraint "duty_objection_status_check" check ("status" in ('RAISED', 'ACCEPTED', 'INVESTIGATING', 'UPHELD', 'DISMISSED', 'WITHDRAWN'));`);
    this.addSql(`alter table "duties"."duty_objection" add constraint "duty_objection_side_check" check ("side" in ('COMMITTEE', 'RESIDENT'));`);
    this.addSql(`alter table "duties"."duty_objection" add constraint "duty_objection_ground_check" check ("ground" in ('OFF_LIST', 'UNFUNDED', 'REPEATED_DATA', 'EXCESS_APPRAISAL', 'OFF_LIST_CERTIFICATE'));`);

    this.addSql(`alter table "duties"."duty_task" drop constraint "duty_task_status_check";`);
    this.addSql(`alter table "duties"."duty_task" drop constraint "duty_task_kind_check";`);
    this.addSql(`alter table "duties"."duty_task" add constraint "duty_task_status_check" check ("status" in ('ISSUED', 'ACCEPTED', 'DOING', 'SUBMITTED', 'REFUSED', 'CORRECTING', 'CONFIRMED', 'WITHDRAWN', 'STOPPED'));`);
    this.addSql(`alter table "duties"."duty_task" add constraint "duty_task_kind_check" check ("kind" in ('WORK', 'DATA', 'VISIT', 'EVENT'));`);

    this.addSql(`alter table "duties"."funding_commitment" drop constraint "funding_commitment_status_check";`);
    this.addSql(`alter table "duties"."funding_commitment" add constraint "funding_commitment_status_check" check ("status" in ('PLANNED', 'PROMISED', 'BUDGETED', 'TRANSFERRED', 'RECONCILED', 'LAPSED'));`);

    this.addSql(`alter table "duties"."joint_vote" drop constraint "joint_vote_choice_check";`);
    this.addSql(`alter table "duties"."joint_vote" add constraint "joint_vote_choice_check" check ("choice" in ('FOR', 'AGAINST', 'ABSTAIN'));`);

    this.addSql(`alter table "duties"."legal_basis" drop constraint "legal_basis_level_check";`);
    this.addSql(`alter table "duties"."legal_basis" add constraint "legal_basis_level_check" check ("level" in ('LAW', 'ADMIN_REGULATION', 'LOCAL_REGULATION', 'RULE', 'NORMATIVE', 'STANDARD'));`);

    this.addSql(`alter table "duties"."off_list_attempt" drop constraint "off_list_attempt_refusal_check";`);
    this.addSql(`alter table "duties"."off_list_attempt" add constraint "off_list_attempt_refusal_check" check ("refusal" in ('NO_ITEM', 'NOT_IN_FORCE', 'OTHER_DEPARTMENT', 'NOT_COVERED'));`);

    this.addSql(`alter table "duties"."opinion" drop constraint "opinion_status_check";`);
    this.addSql(`alter table "duties"."opinion" drop constraint "opinion_stance_check";`);
    this.addSql(`alter table "duties"."opinion" add constraint "opinion_status_check" check ("status" in ('AWAITED', 'GIVEN', 'CLOSED'));`);
    this.addSql(`alter table "duties"."opinion" add constraint "opinion_stance_check" check ("stance" in ('AGREE', 'AGREE_WITH_CHANGES', 'DISAGREE'));`);
  }

}
