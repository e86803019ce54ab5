import { Migration } from '@mikro-orm/migrations';

export class Migration20261122175849_checks_in_one_constant extends Migration {

  override name = 'Migration20261122175849_checks_in_one_constant';

  override up(): void | Promise<void> {
    this.addSql(`alter table "organizations"."annual_report" drop constraint "annual_report_result_check";`);
    this.addSql(`alter table "organizations"."annual_report" add constraint "annual_report_result_check" check ("result" = any ('{PASSED,BASIC,FAILED,MISSING}'::text[]));`);

    this.addSql(`alter table "organizations"."enclosure" drop constraint "enclosure_evidence_check";`);
    this.addSql(`alter table "organizations"."enclosure" add constraint "enclosure_evidence_check" check ("evidence" = any ('{REGISTRATION,FINANCE,TAX,EQUIPMENT,CREDIT}'::text[]));`);

    this.addSql(`alter table "organizations"."grant_reviewer" drop constraint "grant_reviewer_status_check";`);
    this.addSql(`alter table "organizations"."grant_reviewer" add constraint "grant_reviewer_status_check" check ("status" = any ('{APPLIED,ADMITTED,RETIRED}'::text[]));`);

    this.addSql(`alter table "organizations"."grant_tie" drop constraint "grant_tie_kind_check";`);
    this.addSql(`alter table "organizations"."grant_tie" add constraint "grant_tie_kind_check" check ("kind" = any ('{EMPLOYED,BOARD,SHAREHOLDER,KIN,MENTOR,INCUBATOR,OTHER}'::text[]));`);

    this.addSql(`alter table "organizations"."micro_grant_round" drop constraint "micro_grant_round_status_check";`);
    this.addSql(`alter table "organizations"."micro_grant_round" add constraint "micro_grant_round_status_check" check ("status" = any ('{DRAFT,ANNOUNCED,OPEN,CLOSED,SCREENING,REVIEWING,DELIBERATION,PUBLICITY,FINAL,ARCHIVED,CANCELLED}'::text[]));`);

    this.addSql(`alter table "organizations"."grant_application" drop constraint "grant_application_field_check";`);
    this.addSql(`alter table "organizations"."grant_application" drop constraint "grant_application_status_check";`);
    this.addSql(`alter table "organizations"."grant_application" add constraint "grant_application_field_check" check ("field" = any ('{ELDERLY,YOUTH,DISABILITY,SOCIAL_WORK,OTHER}'::text[]));`);
    this.addSql(`alter table "organizations"."grant_application" add constraint "grant_application_status_check" check ("status" = any ('{DRAFT,SUBMITTED,MORE_INFO,ELIGIBLE,INELIGIBLE,IN_REVIEW,SCORED,RECOMMENDED,RESERVE,REJECTED,AWARDED,DECLINED,WITHDRAWN,STOPPED,CONCLUDED}'::text[]));`);

    this.addSql(`alter table "organizations"."grant_revision" drop constraint "grant_revision_field_check";`);
    this.addSql(`alter table "organizations"."grant_revision" add constraint "grant_revision_field_check" check ("field" = any ('{ELDERLY,YOUTH,DISABILITY,SOCIAL_WORK,OTHER}'::text[]));`);

    this.addSql(`alter table "organizations"."grant_objection" drop constraint "grant_objection_status_check";`);
    this.addSql(`alter table "organizations"."grant_objection" add constraint "grant_objection_status_check" check ("status" = any ('{RAISED,UPHELD,DISMISSED}'::text[]));`);

    this.addSql(`alter table "organizations"."grant_assignment" drop constraint "grant_assignment_status_check";`);
    this.addSql(`alter table "organizations"."grant_assignment" add constraint "grant_assignment_status_check" check ("status" = any ('{DRAWN,ACCEPTED,SUBMITTED,LOCKED,RECUSED,ABSTAINED,EXPIRED}'::text[]));`);

    this.addSql(`alter table "organizations"."grant_agreement" drop constraint "grant_agreement_field_check";`);
    this.addSql(`alter table "organizations"."grant_agreement" drop constraint "grant_agreement_result_check";`);
    this.addSql(`alter table "organizations"."grant_agreement" drop constraint "grant_agreement_status_check";`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_field_check" check ("field" = any ('{ELDERLY,YOUTH,DISABILITY,SOCIAL_WORK,OTHER}'::text[]));`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_result_check" check ("result" = any ('{EXCELLENT,GOOD,PASS,FAIL}'::text[]));`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_status_check" check ("status" = any ('{DRAFT,SIGNED,RUNNING,MIDTERM,RECTIFYING,CONTINUING,FINAL,SETTLING,CLOSED,SUSPENDED,TERMINATED,WOUND_UP,DECLINED}'::text[]));`);

    this.addSql(`alter table "organizations"."grant_report" drop constraint "grant_report_kind_check";`);
    this.addSql(`alter table "organizations"."grant_report" add constraint "grant_report_kind_check" check ("kind" = any ('{MIDTERM,FINAL}'::text[]));`);

    this.addSql(`alter table "organizations"."grant_instalment" drop constraint "grant_instalment_condition_check";`);
    this.addSql(`alter table "organizations"."grant_instalment" drop constraint "grant_instalment_status_check";`);
    this.addSql(`alter table "organizations"."grant_instalment" add constraint "grant_instalment_condition_check" check ("condition" = any ('{SIGNED,MIDTERM,FINAL}'::text[]));`);
    this.addSql(`alter table "organizations"."grant_instalment" add constraint "grant_instalment_status_check" check ("status" = any ('{PLANNED,CONDITION_MET,REQUESTED,CHECKED,APPROVED,PAID,WITHHELD,CANCELLED}'::text[]));`);

    this.addSql(`alter table "organizations"."grant_change" drop constraint "grant_change_kind_check";`);
    this.addSql(`alter table "organizations"."grant_change" drop constraint "grant_change_status_check";`);
    this.addSql(`alter table "organizations"."grant_change" add constraint "grant_change_kind_check" check ("kind" = any ('{BUDGET,PERIOD,AWARD,TARGET}'::text[]));`);
    this.addSql(`alter table "organizations"."grant_change" add constraint "grant_change_status_check" check ("status" = any ('{ASKED,APPROVED,REFUSED,WITHDRAWN}'::text[]));`);

    this.addSql(`alter table "organizations"."opportunity" drop constraint "opportunity_kind_check";`);
    this.addSql(`alter table "organizations"."opportunity" drop constraint "opportunity_status_check";`);
    this.addSql(`alter table "organizations"."opportunity" add constraint "opportunity_kind_check" check ("kind" = any ('{PROJECT,JOB,TRAINING,MENTOR,RESOURCE}'::text[]));`);
    this.addSql(`alter table "organizations"."opportunity" add constraint "opportunity_status_check" check ("status" = any ('{DRAFT,OPEN,CLOSED,EXPIRED,WITHDRAWN}'::text[]));`);

    this.addSql(`alter table "organizations"."opportunity_claim" drop constraint "opportunity_claim_status_check";`);
    this.addSql(`alter table "organizations"."opportunity_claim" add constraint "opportunity_claim_status_check" check ("status" = any ('{REQUESTED,ACCEPTED,CONFIRMED,REJECTED,RELEASED}'::text[]));`);

    this.addSql(`alter table "organizations"."organization_link" drop constraint "organization_link_kind_check";`);
    this.addSql(`alter table "organizations"."organization_link" add constraint "organization_link_kind_check" check ("kind" = any ('{DUPLICATE,MERGER,DIVISION,SPIN_OFF}'::text[]));`);

    this.addSql(`alter table "organizations"."organization_mark" drop constraint "organization_mark_kind_check";`);
    this.addSql(`alter table "organizations"."organization_mark" add constraint "organization_mark_kind_check" check ("kind" = any ('{ABNORMAL,VIOLATION,PENALTY}'::text[]));`);

    this.addSql(`alter table "organizations"."organization_person" drop constraint "organization_person_post_check";`);
    this.addSql(`alter table "organizations"."organization_person" add constraint "organization_person_post_check" check ("post" = any ('{LEGAL_REPRESENTATIVE,DIRECTOR,SUPERVISOR,SECRETARY_GENERAL,STAFF,CONTACT}'::text[]));`);

    this.addSql(`alter table "organizations"."qualified_entry" drop constraint "qualified_entry_status_check";`);
    this.addSql(`alter table "organizations"."qualified_entry" add constraint "qualified_entry_status_check" check ("status" = any ('{APPLIED,UNDER_REVIEW,NEEDS_INFO,PUBLICITY,LISTED,SUSPENDED,REMOVED,EXPIRED,REJECTED,WITHDRAWN}'::text[]));`);

    this.addSql(`alter table "organizations"."register_conflict" drop constraint "register_conflict_says_check";`);
    this.addSql(`alter table "organizations"."register_conflict" drop constraint "register_conflict_status_check";`);
    this.addSql(`alter table "organizations"."register_conflict" add constraint "register_conflict_says_check" check ("says" = any ('{REGISTERED,LIQUIDATING,DEREGISTERED,REVOKED}'::text[]));`);
    this.addSql(`alter table "organizations"."register_conflict" add constraint "register_conflict_status_check" check ("status" = any ('{OPEN,KEPT,FOLLOWED}'::text[]));`);

    this.addSql(`alter table "organizations"."service_listing" drop constraint "service_listing_cost_check";`);
    this.addSql(`alter table "organizations"."service_listing" drop constraint "service_listing_field_check";`);
    this.addSql(`alter table "organizations"."service_listing" drop constraint "service_listing_status_check";`);
    this.addSql(`alter table "organizations"."service_listing" add constraint "service_listing_cost_check" check ("cost" = any ('{FREE,REDUCED,PAID}'::text[]));`);
    this.addSql(`alter table "organizations"."service_listing" add constraint "service_listing_field_check" check ("field" = any ('{ELDERLY,CHILDREN,DISABILITY,FAMILY,HEALTH,LEGAL,EMPLOYMENT,CULTURE,ENVIRONMENT,VOLUNTEERING,OTHER}'::text[]));`);
    this.addSql(`alter table "organizations"."service_listing" add constraint "service_listing_status_check" check ("status" = any ('{DRAFT,IN_REVIEW,ACTIVE,TEMPORARILY_CLOSED,INACTIVE,DEFUNCT}'::text[]));`);

    this.addSql(`alter table "organizations"."service_place" drop constraint "service_place_kind_check";`);
    this.addSql(`alter table "organizations"."service_place" add constraint "service_place_kind_check" check ("kind" = any ('{PHYSICAL,VIRTUAL,MOBILE}'::text[]));`);

    this.addSql(`alter table "organizations"."service_point" drop constraint "service_point_holidays_check";`);
    this.addSql(`alter table "organizations"."service_point" add constraint "service_point_holidays_check" check ("holidays" = any ('{CLOSED,AS_USUAL}'::text[]));`);

    this.addSql(`alter table "organizations"."service_shop" drop constraint "service_shop_field_check";`);
    this.addSql(`alter table "organizations"."service_shop" drop constraint "service_shop_status_check";`);
    this.addSql(`alter table "organizations"."service_shop" add constraint "service_shop_field_check" check ("field" = any ('{ELDERLY,CHILDREN,DISABILITY,FAMILY,HEALTH,LEGAL,EMPLOYMENT,CULTURE,ENVIRONMENT,VOLUNTEERING,OTHER}'::text[]));`);
    this.addSql(`alter table "organizations"."service_shop" add constraint "service_shop_status_check" check ("status" = any ('{DRAFT,IN_REVIEW,OPEN,PAUSED,CLOSED}'::text[]));`);

    this.addSql(`alter table "organizations"."social_organization" drop constraint "social_organization_grade_check";`);
    this.addSql(`alter table "organizations"."social_organization" drop constraint "social_organization_kind_check";`);
    this.addSql(`alter table "organizations"."social_organization" drop constraint "social_organization_status_check";`);
    this.addSql(`alter table "organizations"."social_organization" add constraint "social_organization_grade_check" check ("grade" = any ('{A1,A2,A3,A4,A5}'::text[]));`);
    this.addSql(`alter table "organizations"."social_organization" add constraint "social_organization_kind_check" check ("kind" = any ('{ASSOCIATION,SERVICE_AGENCY,FOUNDATION,OTHER}'::text[]));`);
    this.addSql(`alter table "organizations"."social_organization" add constraint "social_organization_status_check" check ("status" = any ('{REGISTERED,LIQUIDATING,DEREGISTERED,REVOKED,MERGED,DIVIDED}'::text[]));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "organizations"."annual_report" drop constraint "annual_report_result_check";`);
    this.addSql(`alter table "organizations"."annual_report" add constraint "annual_report_result_check" check ("result" in ('PASSED', 'BASIC', 'FAILED', 'MISSING'));`);

    this.addSql(`alter table "organizations"."enclosure" drop constraint "enclosure_evidence_check";`);
    this.addSql(`alter table "organizations"."enclosure" add constraint "enclosure_evidence_check" check ("evidence" in ('REGISTRATION', 'FINANCE', 'TAX', 'EQUIPMENT', 'CREDIT'));`);

    this.addSql(`alter table "organizations"."grant_agreement" drop constraint "grant_agreement_status_check";`);
    this.addSql(`alter table "organizations"."grant_agreement" drop constraint "grant_agreement_field_check";`);
    this.addSql(`alter table "organizations"."grant_agreement" drop constraint "grant_agreement_result_check";`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_status_check" check ("status" in ('DRAFT', 'SIGNED', 'RUNNING', 'MIDTERM', 'RECTIFYING', 'CONTINUING', 'FINAL', 'SETTLING', 'CLOSED', 'SUSPENDED', 'TERMINATED', 'WOUND_UP', 'DECLINED'));`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_field_check" check ("field" in ('ELDERLY', 'YOUTH', 'DISABILITY', 'SOCIAL_WORK', 'OTHER'));`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_result_check" check ("result" in ('EXCELLENT', 'GOOD', 'PASS', 'FAIL'));`);

    this.addSql(`alter table "organizations"."grant_application" drop constraint "grant_application_status_check";`);
    this.addSql(`alter table "organizations"."grant_application" drop constraint "grant_application_field_check";`);
    this.addSql(`alter table "organizations"."grant_application" add constraint "grant_application_status_check" check ("status" in ('DRAFT', 'SUBMITTED', 'MORE_INFO', 'ELIGIBLE', 'INELIGIBLE', 'IN_REVIEW', 'SCORED', 'RECOMMENDED', 'RESERVE', 'REJECTED', 'AWARDED', 'DECLINED', 'WITHDRAWN', 'STOPPED', 'CONCLUDED'));`);
    this.addSql(`alter table "organizations"."grant_application" add constraint "grant_application_field_check" check ("field" in ('ELDERLY', 'YOUTH', 'DISABILITY', 'SOCIAL_WORK', 'OTHER'));`);

    this.addSql(`alter table "organizations"."grant_assignment" drop constraint "grant_assignment_status_check";`);
    this.addSql(`alter table "organizations"."grant_assignment" add constraint "grant_assignment_status_check" check ("status" in ('DRAWN', 'ACCEPTED', 'SUBMITTED', 'LOCKED', 'RECUSED', 'ABSTAINED', 'EXPIRED'));`);

    this.addSql(`alter table "organizations"."grant_change" drop constraint "grant_change_status_check";`);
    this.addSql(`alter table "organizations"."grant_change" drop constraint "grant_change_kind_check";`);
    this.addSql(`alter table "organizations"."grant_change" add constraint "grant_change_status_check" check ("status" in ('ASKED', 'APPROVED', 'REFUSED', 'WITHDRAWN'));`);
    this.addSql(`alter table "organizations"."grant_change" add constraint "grant_change_kind_check" check ("kind" in ('BUDGET', 'PERIOD', 'AWARD', 'TARGET'));`);

    this.addSql(`alter table "organizations"."grant_instalment" drop constraint "grant_instalment_status_check";`);
    this.addSql(`alter table "organizations"."grant_instalment" drop constraint "grant_instalment_condition_check";`);
    this.addSql(`alter table "organizations"."grant_instalment" add constraint "grant_instalment_status_check" check ("status" in ('PLANNED', 'CONDITION_MET', 'REQUESTED', 'CHECKED', 'APPROVED', 'PAID', 'WITHHELD', 'CANCELLED'));`);
    this.addSql(`alter table "organizations"."grant_instalment" add constraint "grant_instalment_condition_check" check ("condition" in ('SIGNED', 'MIDTERM', 'FINAL'));`);

    this.addSql(`alter table "organizations"."grant_objection" drop constraint "grant_objection_status_check";`);
    this.addSql(`alter table "organizations"."grant_objection" add constraint "grant_objection_status_check" check ("status" in ('RAISED', 'UPHELD', 'DISMISSED'));`);

    this.addSql(`alter table "organizations"."grant_report" drop constraint "grant_report_kind_check";`);
    this.addSql(`alter table "organizations"."grant_report" add constraint "grant_report_kind_check" check ("kind" in ('MIDTERM', 'FINAL'));`);

    this.addSql(`alter table "organizations"."grant_reviewer" drop constraint "grant_reviewer_status_check";`);
    this.addSql(`alter table "organizations"."grant_reviewer" add constraint "grant_reviewer_status_check" check ("status" in ('APPLIED', 'ADMITTED', 'RETIRED'));`);

    this.addSql(`alter table "organizations"."grant_revision" drop constraint "grant_revision_field_check";`);
    this.addSql(`alter table "organizations"."grant_revision" add constraint "grant_revision_field_check" check ("field" in ('ELDERLY', 'YOUTH', 'DISABILITY', 'SOCIAL_WORK', 'OTHER'));`);

    this.addSql(`alter table "organizations"."grant_tie" drop constraint "grant_tie_kind_check";`);
    this.addSql(`alter table "organizations"."grant_tie" add constraint "grant_tie_kind_check" check ("kind" in ('EMPLOYED', 'BOARD', 'SHAREHOLDER', 'KIN', 'MENTOR', 'INCUBATOR', 'OTHER'));`);

    this.addSql(`alter table "organizations"."micro_grant_round" drop constraint "micro_grant_round_status_check";`);
    this.addSql(`alter table "organizations"."micro_grant_round" add constraint "micro_grant_round_status_check" check ("status" in ('DRAFT', 'ANNOUNCED', 'OPEN', 'CLOSED', 'SCREENING', 'REVIEWING', 'DELIBERATION', 'PUBLICITY', 'FINAL', 'ARCHIVED', 'CANCELLED'));`);

    this.addSql(`alter table "organizations"."opportunity" drop constraint "opportunity_status_check";`);
    this.addSql(`alter table "organizations"."opportunity" drop constraint "opportunity_kind_check";`);
    this.addSql(`alter table "organizations"."opportunity" add constraint "opportunity_status_check" check ("status" in ('DRAFT', 'OPEN', 'CLOSED', 'EXPIRED', 'WITHDRAWN'));`);
    this.addSql(`alter table "organizations"."opportunity" add constraint "opportunity_kind_check" check ("kind" in ('PROJECT', 'JOB', 'TRAINING', 'MENTOR', 'RESOURCE'));`);

    this.addSql(`alter table "organizations"."opportunity_claim" drop constraint "opportunity_claim_status_check";`);
    this.addSql(`alter table "organizations"."opportunity_claim" add constraint "opportunity_claim_status_check" check ("status" in ('REQUESTED', 'ACCEPTED', 'CONFIRMED', 'REJECTED', 'RELEASED'));`);

    this.addSql(`alter table "organizations"."organization_link" drop constraint "organization_link_kind_check";`);
    this.addSql(`alter table "organizations"."organization_link" add constraint "organization_link_kind_check" check ("kind" in ('DUPLICATE', 'MERGER', 'DIVISION', 'SPIN_OFF'));`);

    this.addSql(`alter table "organizations"."organization_mark" drop constraint "organization_mark_kind_check";`);
    this.addSql(`alter table "organizations"."organization_mark" add constraint "organization_mark_kind_check" check ("kind" in ('ABNORMAL', 'VIOLATION', 'PENALTY'));`);

    this.addSql(`alter table "organizations"."organization_person" drop constraint "organization_person_post_check";`);
    this.addSql(`alter table "organizations"."organization_person" add constraint "organization_person_post_check" check ("post" in ('LEGAL_REPRESENTATIVE', 'DIRECTOR', 'SUPERVISOR', 'SECRETARY_GENERAL', 'STAFF', 'CONTACT'));`);

    this.addSql(`alter table "organizations"."qualified_entry" drop constraint "qualified_entry_status_check";`);
    this.addSql(`alter table "organizations"."qualified_entry" add constraint "qualified_entry_status_check" check ("status" in ('APPLIED', 'UNDER_REVIEW', 'NEEDS_INFO', 'PUBLICITY', 'LISTED', 'SUSPENDED', 'REMOVED', 'EXPIRED', 'REJECTED', 'WITHDRAWN'));`);

    this.addSql(`alter table "organizations"."register_conflict" drop constraint "register_conflict_status_check";`);
    this.addSql(`alter table "organizations"."register_conflict" drop constraint "register_conflict_says_check";`);
    this.addSql(`alter table "organizations"."register_conflict" add constraint "register_conflict_status_check" check ("status" in ('OPEN', 'KEPT', 'FOLLOWED'));`);
    this.addSql(`alter table "organizations"."register_conflict" add constraint "register_conflict_says_check" check ("says" in ('REGISTERED', 'LIQUIDATING', 'DEREGISTERED', 'REVOKED'));`);

    this.addSql(`alter table "organizations"."service_listing" drop constraint "service_listing_status_check";`);
    this.addSql(`alter table "organizations"."service_listing" drop constraint "service_listing_field_check";`);
    this.addSql(`alter table "organizations"."service_listing" drop constraint "service_listing_cost_check";`);
    this.addSql(`alter table "organizations"."service_listing" add constraint "service_listing_status_check" check ("status" in ('DRAFT', 'IN_REVIEW', 'ACTIVE', 'TEMPORARILY_CLOSED', 'INACTIVE', 'DEFUNCT'));`);
    this.addSql(`alter table "organizations"."service_listing" add constraint "service_listing_field_check" check ("field" in ('ELDERLY', 'CHILDREN', 'DISABILITY', 'FAMILY', 'HEALTH', 'LEGAL', 'EMPLOYMENT', 'CULTURE', 'ENVIRONMENT', 'VOLUNTEERING', 'OTHER'));`);
    this.addSql(`alter table "organizations"."service_listing" add constraint "service_listing_cost_check" check ("cost" in ('FREE', 'REDUCED', 'PAID'));`);

    this.addSql(`alter table "organizations"."service_place" drop constraint "service_place_kind_check";`);
    this.addSql(`alter table "organizations"."service_place" add constraint "service_place_kind_check" check ("kind" in ('PHYSICAL', 'VIRTUAL', 'MOBILE'));`);

    this.addSql(`alter table "organizations"."service_point" drop constraint "service_point_holidays_check";`);
    this.addSql(`alter table "organizations"."service_point" add constraint "service_point_holidays_check" check ("holidays" in ('CLOSED', 'AS_USUAL'));`);

    this.addSql(`alter table "organizations"."service_shop" drop constraint "service_shop_status_check";`);
    this.addSql(`alter table "organizations"."service_shop" drop constraint "service_shop_field_check";`);
    this.addSql(`alter table "organizations"."service_shop" add constraint "service_shop_status_check" check ("status" in ('DRAFT', 'IN_REVIEW', 'OPEN', 'PAUSED', 'CLOSED'));`);
    this.addSql(`alter table "organizations"."service_shop" add constraint "service_shop_field_check" check ("field" in ('ELDERLY', 'CHILDREN', 'DISABILITY', 'FAMILY', 'HEALTH', 'LEGAL', 'EMPLOYMENT', 'CULTURE', 'ENVIRONMENT', 'VOLUNTEERING', 'OTHER'));`);

    this.addSql(`alter table "organizations"."social_organization" drop constraint "social_organization_status_check";`);
    this.addSql(`alter table "organizations"."social_organization" drop constraint "social_organization_kind_check";`);
    this.addSql(`alter table "organizations"."social_organization" drop constraint "social_organization_grade_check";`);
    this.addSql(`alter table "organizations"."social_organization" add constraint "social_organization_status_check" check ("status" in ('REGISTERED', 'LIQUIDATING', 'DEREGISTERED', 'REVOKED', 'MERGED', 'DIVIDED'));`);
    this.addSql(`alter table "organizations"."social_organization" add constraint "social_organization_kind_check" check ("kind" in ('ASSOCIATION', 'SERVICE_AGENCY', 'FOUNDATION', 'OTHER'));`);
    this.addSql(`alter table "organizations"."social_organization" add constraint "social_organization_grade_check" check ("grade" in ('A1', 'A2', 'A3', 'A4', 'A5'));`);

    this.addSql(`create or replace function "organizations"."lineages"("codes" text[]) returns text[] security invoker immutable language sql as \$\$ CREATE OR REPLACE FUNCTION organizations.lineages(codes text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT DISTINCT rpad("left"(code.code, length.length), 12, '0'::text) AS rpad FROM unnest(lineages.codes) code(code), unnest(ARRAY[2, 4, 6, 9, 12]) length(length)) \$\$;`);

    this.addSql(`create or replace function "organizations"."pairs"("words" text) returns text[] security invoker immutable language sql as \$\$ CREATE OR REPLACE FUNCTION organizations.pairs(words text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE COST 1000
RETURN ARRAY(SELECT DISTINCT substr(lower(pairs.words), i.i, 2) AS substr FROM generate_series(1, (char_length(pairs.words) - 1)) i(i)) \$\$;`);
  }

}
