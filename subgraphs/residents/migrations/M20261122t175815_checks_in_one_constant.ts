import { Migration } from '@mikro-orm/migrations';

export class Migration20261122175815_checks_in_one_constant extends Migration {

  override name = 'Migration20261122175815_checks_in_one_constant';

  override up(): void | Promise<void> {
    this.addSql(`alter table "residents"."access" drop constraint "access_field_check";`);
    this.addSql(`alter table "residents"."access" add constraint "access_field_check" check ("field" = any ('{NAME,ID_NUMBER,PHONE,BIRTH_DATE,ADDRESS}'::text[]));`);

    this.addSql(`alter table "residents"."consent" drop constraint "consent_channel_check";`);
    this.addSql(`alter table "residents"."consent" drop constraint "consent_purpose_check";`);
    this.addSql(`alter table "residents"."consent" add constraint "consent_channel_check" check ("channel" = any ('{APP,PAPER}'::text[]));`);
    this.addSql(`alter table "residents"."consent" add constraint "consent_purpose_check" check ("purpose" = any ('{SERVICE_CONTACT,PARTNER_CONTACT,CARE_VISIT,SAFETY_ALERT,PUBLIC_NAME}'::text[]));`);

    this.addSql(`alter table "residents"."data_request" drop constraint "data_request_kind_check";`);
    this.addSql(`alter table "residents"."data_request" drop constraint "data_request_status_check";`);
    this.addSql(`alter table "residents"."data_request" add constraint "data_request_kind_check" check ("kind" = any ('{READ,COPY,CORRECT,DELETE,EXPLAIN}'::text[]));`);
    this.addSql(`alter table "residents"."data_request" add constraint "data_request_status_check" check ("status" = any ('{SUBMITTED,PROCESSING,REFUSED,REVIEWING,FULFILLED,UPHELD,WITHDRAWN}'::text[]));`);

    this.addSql(`alter table "residents"."import_run" drop constraint "import_run_status_check";`);
    this.addSql(`alter table "residents"."import_run" add constraint "import_run_status_check" check ("status" = any ('{UPLOADING,CHECKING,MAPPING,CHECKED,RUNNING,DONE,UNREADABLE,DISCARDED}'::text[]));`);

    this.addSql(`alter table "residents"."resident" drop constraint "resident_ended_as_check";`);
    this.addSql(`alter table "residents"."resident" drop constraint "resident_paper_check";`);
    this.addSql(`alter table "residents"."resident" drop constraint "resident_relation_check";`);
    this.addSql(`alter table "residents"."resident" drop constraint "resident_residence_check";`);
    this.addSql(`alter table "residents"."resident" drop constraint "resident_sex_check";`);
    this.addSql(`alter table "residents"."resident" add constraint "resident_ended_as_check" check ("ended_as" = any ('{MOVED_OUT,DECEASED,ERASED}'::text[]));`);
    this.addSql(`alter table "residents"."resident" add constraint "resident_paper_check" check ("paper" = any ('{RESIDENT_ID,RESIDENCE_PERMIT,HK_MACAO_PERMIT,TAIWAN_PERMIT,FOREIGN_PERMANENT,PASSPORT}'::text[]));`);
    this.addSql(`alter table "residents"."resident" add constraint "resident_relation_check" check ("relation" = any ('{HEAD,SPOUSE,CHILD,PARENT,GRANDCHILD,OTHER}'::text[]));`);
    this.addSql(`alter table "residents"."resident" add constraint "resident_residence_check" check ("residence" = any ('{REGISTERED,PERMANENT,MIGRANT}'::text[]));`);
    this.addSql(`alter table "residents"."resident" add constraint "resident_sex_check" check ("sex" = any ('{MALE,FEMALE}'::text[]));`);

    this.addSql(`alter table "residents"."reveal_request" drop constraint "reveal_request_field_check";`);
    this.addSql(`alter table "residents"."reveal_request" drop constraint "reveal_request_status_check";`);
    this.addSql(`alter table "residents"."reveal_request" add constraint "reveal_request_field_check" check ("field" = any ('{NAME,ID_NUMBER,PHONE,BIRTH_DATE,ADDRESS}'::text[]));`);
    this.addSql(`alter table "residents"."reveal_request" add constraint "reveal_request_status_check" check ("status" = any ('{REQUESTED,APPROVED,USED,REFUSED,LAPSED}'::text[]));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "residents"."access" drop constraint "access_field_check";`);
    this.addSql(`alter table "residents"."access" add constraint "access_field_check" check ("field" in ('NAME', 'ID_NUMBER', 'PHONE', 'BIRTH_DATE', 'ADDRESS'));`);

    this.addSql(`alter table "residents"."consent" drop constraint "consent_purpose_check";`);
    this.addSql(`alter table "residents"."consent" drop constraint "consent_channel_check";`);
    this.addSql(`alter table "residents"."consent" add constraint "consent_purpose_check" check ("purpose" in ('SERVICE_CONTACT', 'PARTNER_CONTACT', 'CARE_VISIT', 'SAFETY_ALERT', 'PUBLIC_NAME'));`);
    this.addSql(`alter table "residents"."consent" add constraint "consent_channel_check" check ("channel" in ('APP', 'PAPER'));`);

    this.addSql(`alter table "residents"."data_request" drop constraint "data_request_status_check";`);
    this.addSql(`alter table "residents"."data_request" drop constraint "data_request_kind_check";`);
    this.addSql(`alter table "residents"."data_request" add constraint "data_request_status_check" check ("status" in ('SUBMITTED', 'PROCESSING', 'REFUSED', 'REVIEWING', 'FULFILLED', 'UPHELD', 'WITHDRAWN'));`);
    this.addSql(`alter table "residents"."data_request" add constraint "data_request_kind_check" check ("kind" in ('READ', 'COPY', 'CORRECT', 'DELETE', 'EXPLAIN'));`);

    this.addSql(`alter table "residents"."import_run" drop constraint "import_run_status_check";`);
    this.addSql(`alter table "residents"."import_run" add constraint "import_run_status_check" check ("status" in ('UPLOADING', 'CHECKING', 'MAPPING', 'CHECKED', 'RUNNING', 'DONE', 'UNREADABLE', 'DISCARDED'));`);

    this.addSql(`alter table "residents"."resident" drop constraint "resident_paper_check";`);
    this.addSql(`alter table "residents"."resident" drop constraint "resident_sex_check";`);
    this.addSql(`alter table "residents"."resident" drop constraint "resident_residence_check";`);
    this.addSql(`alter table "residents"."resident" drop constraint "resident_relation_check";`);
    this.addSql(`alter table "residents"."resident" drop constraint "resident_ended_as_check";`);
    this.addSql(`alter table "residents"."resident" add constraint "resident_paper_check" check ("paper" in ('RESIDENT_ID', 'RESIDENCE_PERMIT', 'HK_MACAO_PERMIT', 'TAIWAN_PERMIT', 'FOREIGN_PERMANENT', 'PASSPORT'));`);
    this.addSql(`alter table "residents"."resident" add constraint "resident_sex_check" check ("sex" in ('MALE', 'FEMALE'));`);
    this.addSql(`alter table "residents"."resident" add constraint "resident_residence_check" check ("residence" in ('REGISTERED', 'PERMANENT', 'MIGRANT'));`);
    this.addSql(`alter table "residents"."resident" add constraint "resident_relation_check" check ("relation" in ('HEAD', 'SPOUSE', 'CHILD', 'PARENT', 'GRANDCHILD', 'OTHER'));`);
    this.addSql(`alter table "residents"."resident" add constraint "resident_ended_as_check" check ("ended_as" in ('MOVED_OUT', 'DECEASED', 'ERASED'));`);

    this.addSql(`alter table "residents"."reveal_request" drop constraint "reveal_request_status_check";`);
    this.addSql(`alter table "residents"."reveal_request" drop constraint "reveal_request_field_check";`);
    this.addSql(`alter table "residents"."reveal_request" add constraint "reveal_request_status_check" check ("status" in ('REQUESTED', 'APPROVED', 'USED', 'REFUSED', 'LAPSED'));`);
    this.addSql(`alter table "residents"."reveal_request" add constraint "reveal_request_field_check" check ("field" in ('NAME', 'ID_NUMBER', 'PHONE', 'BIRTH_DATE', 'ADDRESS'));`);
  }

}
