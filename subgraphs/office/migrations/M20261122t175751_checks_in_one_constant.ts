import { Migration } from '@mikro-orm/migrations';

export class Migration20261122175751_checks_in_one_constant extends Migration {

  override name = 'Migration20261122175751_checks_in_one_constant';

  override up(): void | Promise<void> {
    this.addSql(`alter table "office"."account" drop constraint "account_status_check";`);
    this.addSql(`alter table "office"."account" add constraint "account_status_check" check ("status" = any ('{ACTIVE,DISABLED}'::text[]));`);

    this.addSql(`alter table "office"."role_grant" drop constraint "role_grant_administrators_apart";`);
    this.addSql(`alter table "office"."role_grant" drop constraint "role_grant_once";`);
    this.addSql(`alter table "office"."role_grant" drop constraint "role_grant_role_check";`);
    this.addSql(`alter table office.role_grant add constraint role_grant_once exclude using gist
    (account_id with =, role with =, division with =, tstzrange(valid_from, valid_to) with &&);`);
    this.addSql(`alter table office.role_grant add constraint role_grant_administrators_apart exclude using gist
    (account_id with =, tstzrange(valid_from, valid_to) with &&) where (role in ('SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'));`);
    this.addSql(`alter table "office"."role_grant" add constraint "role_grant_role_check" check ("role" = any ('{DISTRICT_CIVIL_AFFAIRS,DISTRICT_JOINT_MEETING,DISTRICT_DEPARTMENT,DISTRICT_JUSTICE,DISTRICT_FINANCE,SUBDISTRICT_LEAD,SUBDISTRICT_OFFICER,COMMUNITY_MANAGER,COMMITTEE_SECRETARY,COMMITTEE_MEMBER,PARTY_BRANCH,MEETING_CHAIR,SUPERVISION_MEMBER,LEGAL_SPECIALIST,GRID_WORKER,RESIDENT,EVALUATOR,PARTNER_ORGANIZATION,SYS_ADMIN,SEC_ADMIN,AUDITOR}'::text[]));`);

    this.addSql(`alter table "office"."saved_view" drop constraint "saved_view_audience_check";`);
    this.addSql(`alter table "office"."saved_view" drop constraint "saved_view_role_check";`);
    this.addSql(`alter table "office"."saved_view" add constraint "saved_view_audience_check" check ("audience" = any ('{MINE,ROLE,EVERYONE}'::text[]));`);
    this.addSql(`alter table "office"."saved_view" add constraint "saved_view_role_check" check ("role" = any ('{DISTRICT_CIVIL_AFFAIRS,DISTRICT_JOINT_MEETING,DISTRICT_DEPARTMENT,DISTRICT_JUSTICE,DISTRICT_FINANCE,SUBDISTRICT_LEAD,SUBDISTRICT_OFFICER,COMMUNITY_MANAGER,COMMITTEE_SECRETARY,COMMITTEE_MEMBER,PARTY_BRANCH,MEETING_CHAIR,SUPERVISION_MEMBER,LEGAL_SPECIALIST,GRID_WORKER,RESIDENT,EVALUATOR,PARTNER_ORGANIZATION,SYS_ADMIN,SEC_ADMIN,AUDITOR}'::text[]));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "office"."account" drop constraint "account_status_check";`);
    this.addSql(`alter table "office"."account" add constraint "account_status_check" check ("status" in ('ACTIVE', 'DISABLED'));`);

    this.addSql(`drop index "office"."role_grant_once";`);
    this.addSql(`drop index "office"."role_grant_administrators_apart";`);
    this.addSql(`alter table "office"."role_grant" drop constraint "role_grant_role_check";`);
    this.addSql(`alter table "office"."role_grant" add constraint "role_grant_administrators_apart" EXCLUDE USING gist (account_id WITH =, tstzrange(valid_from, valid_to) WITH &&) WHERE ((role = ANY (ARRAY['SYS_ADMIN'::text, 'SEC_ADMIN'::text, 'AUDITOR'::text])));`);
    this.addSql(`alter table "office"."role_grant" add constraint "role_grant_once" EXCLUDE USING gist (account_id WITH =, role WITH =, division WITH =, tstzrange(valid_from, valid_to) WITH &&);`);
    this.addSql(`alter table "office"."role_grant" add constraint "role_grant_role_check" check ("role" in ('DISTRICT_CIVIL_AFFAIRS', 'DISTRICT_JOINT_MEETING', 'DISTRICT_DEPARTMENT', 'DISTRICT_JUSTICE', 'DISTRICT_FINANCE', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER', 'COMMUNITY_MANAGER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'PARTY_BRANCH', 'MEETING_CHAIR', 'SUPERVISION_MEMBER', 'LEGAL_SPECIALIST', 'GRID_WORKER', 'RESIDENT', 'EVALUATOR', 'PARTNER_ORGANIZATION', 'SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'));`);

    this.addSql(`alter table "office"."saved_view" drop constraint "saved_view_audience_check";`);
    this.addSql(`alter table "office"."saved_view" drop constraint "saved_view_role_check";`);
    this.addSql(`alter table "office"."saved_view" add constraint "saved_view_audience_check" check ("audience" in ('MINE', 'ROLE', 'EVERYONE'));`);
    this.addSql(`alter table "office"."saved_view" add constraint "saved_view_role_check" check ("role" in ('DISTRICT_CIVIL_AFFAIRS', 'DISTRICT_JOINT_MEETING', 'DISTRICT_DEPARTMENT', 'DISTRICT_JUSTICE', 'DISTRICT_FINANCE', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER', 'COMMUNITY_MANAGER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'PARTY_BRANCH', 'MEETING_CHAIR', 'SUPERVISION_MEMBER', 'LEGAL_SPECIALIST', 'GRID_WORKER', 'RESIDENT', 'EVALUATOR', 'PARTNER_ORGANIZATION', 'SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'));`);
  }

}
