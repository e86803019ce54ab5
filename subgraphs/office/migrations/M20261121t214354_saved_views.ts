import { Migration } from '@mikro-orm/migrations';

export class Migration20261121214354_saved_views extends Migration {

  override name = 'Migration20261121214354_saved_views';

  override up(): void | Promise<void> {
    this.addSql(`create table "office"."saved_view" ("id" uuid not null, "version" int not null default 0, "list" text not null, "name" text not null, "state" text not null, "audience" text not null, "role" text null, "division" text not null, "account" uuid not null, "by" text not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "saved_view_division_audience_index" on "office"."saved_view" ("division", "audience");`);
    this.addSql(`alter table "office"."saved_view" add constraint "saved_view_name_once" unique ("account", "list", "name");`);

    this.addSql(`alter table "office"."saved_view" add constraint "saved_view_state_length" check (char_length(state) <= 2000);`);
    this.addSql(`alter table "office"."saved_view" add constraint "saved_view_name_length" check (char_length(name) <= 20);`);
    this.addSql(`alter table "office"."saved_view" add constraint "saved_view_role" check ((audience = 'ROLE') = (role is not null));`);
    this.addSql(`alter table "office"."saved_view" add constraint "saved_view_audience_check" check ("audience" in ('MINE', 'ROLE', 'EVERYONE'));`);
    this.addSql(`alter table "office"."saved_view" add constraint "saved_view_role_check" check ("role" in ('DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER', 'COMMUNITY_MANAGER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'PARTY_BRANCH', 'MEETING_CHAIR', 'SUPERVISION_MEMBER', 'LEGAL_SPECIALIST', 'GRID_WORKER', 'RESIDENT', 'PARTNER_ORGANIZATION', 'SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "office"."saved_view" cascade;`);
  }

}
