import { Migration } from '@mikro-orm/migrations';

export class Migration20261122004144_organization extends Migration {

  override name = 'Migration20261122004144_organization';

  override up(): void | Promise<void> {
    this.addSql(`alter table "office"."account" add "organization" uuid null;`);

    this.addSql(`alter table "office"."api_client" add "organization" uuid null;`);

    this.addSql(`alter table "office"."role_grant" drop constraint "role_grant_role_check";`);
    this.addSql(`alter table "office"."role_grant" add constraint "role_grant_role_check" check ("role" in ('DISTRICT_CIVIL_AFFAIRS', 'DISTRICT_JOINT_MEETING', 'DISTRICT_DEPARTMENT', 'DISTRICT_JUSTICE', 'DISTRICT_FINANCE', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER', 'COMMUNITY_MANAGER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'PARTY_BRANCH', 'MEETING_CHAIR', 'SUPERVISION_MEMBER', 'LEGAL_SPECIALIST', 'GRID_WORKER', 'RESIDENT', 'EVALUATOR', 'PARTNER_ORGANIZATION', 'SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'));`);

    this.addSql(`alter table "office"."saved_view" drop constraint "saved_view_role_check";`);
    this.addSql(`alter table "office"."saved_view" add constraint "saved_view_role_check" check ("role" in ('DISTRICT_CIVIL_AFFAIRS', 'DISTRICT_JOINT_MEETING', 'DISTRICT_DEPARTMENT', 'DISTRICT_JUSTICE', 'DISTRICT_FINANCE', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER', 'COMMUNITY_MANAGER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'PARTY_BRANCH', 'MEETING_CHAIR', 'SUPERVISION_MEMBER', 'LEGAL_SPECIALIST', 'GRID_WORKER', 'RESIDENT', 'EVALUATOR', 'PARTNER_ORGANIZATION', 'SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'));`);

    this.addSql(`alter table "office"."todo" add "organization" uuid null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "office"."account" drop column "organization";`);

    this.addSql(`alter table "office"."api_client" drop column "organization";`);

    this.addSql(`alter table "office"."role_grant" drop constraint "role_grant_role_check";`);
    this.addSql(`alter table "office"."role_grant" add constraint "role_grant_role_check" check ("role" in ('DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER', 'COMMUNITY_MANAGER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'PARTY_BRANCH', 'MEETING_CHAIR', 'SUPERVISION_MEMBER', 'LEGAL_SPECIALIST', 'GRID_WORKER', 'RESIDENT', 'PARTNER_ORGANIZATION', 'SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'));`);

    this.addSql(`alter table "office"."saved_view" drop constraint "saved_view_role_check";`);
    this.addSql(`alter table "office"."saved_view" add constraint "saved_view_role_check" check ("role" in ('DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER', 'COMMUNITY_MANAGER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'PARTY_BRANCH', 'MEETING_CHAIR', 'SUPERVISION_MEMBER', 'LEGAL_SPECIALIST', 'GRID_WORKER', 'RESIDENT', 'PARTNER_ORGANIZATION', 'SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'));`);

    this.addSql(`alter table "office"."todo" drop column "organization";`);
  }

}
