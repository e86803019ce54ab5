create schema if not exists "duties";
create table "duties"."department" ("id" uuid not null, "version" int not null default 0, "division" text not null, "name" text not null, "code" text not null, "level" text not null, primary key ("id"));
alter table "duties"."department" add constraint "department_name_once" unique ("division", "name");
alter table "duties"."department" add constraint "department_code_once" unique ("division", "code");
alter table "duties"."department" add constraint "department_level_check" check ("level" = any ('{CITY,DISTRICT,TOWN}'::text[]));

create table "duties"."duty_list" ("id" uuid not null, "division" text not null, "type" text not null, primary key ("id"));
alter table "duties"."duty_list" add constraint "duty_list_once" unique ("division", "type");
alter table "duties"."duty_list" add constraint "duty_list_type_check" check ("type" = any ('{SELF_GOVERNANCE,ASSIST_GOVERNMENT,CERTIFICATE,TOWN_BASIC,TOWN_COOPERATE,TOWN_WITHDRAWN,NEGATIVE}'::text[]));

create table "duties"."duty_list_version" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'COMPILING', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "list_id" uuid not null, "year" int not null, "number" int not null, "based_on_id" uuid null, "solicited_at" timestamptz null, "deliberation" text null, "deliberated_at" timestamptz null, "document_number" text null, "published_at" timestamptz null, "effective_on" date null, "in_force_at" timestamptz null, "ended_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "duty_list_version_division_status_created_at_index" on "duties"."duty_list_version" ("division", "status", "created_at");
create unique index "duty_version_published_once" on "duties"."duty_list_version" ("list_id") where "status" = 'PUBLISHED';
create unique index "duty_version_in_force_once" on "duties"."duty_list_version" ("list_id") where "status" = 'IN_FORCE';
alter table "duties"."duty_list_version" add constraint "duty_version_number_once" unique ("list_id", "number");
alter table "duties"."duty_list_version" add constraint "duty_version_in_force" check (status <> 'IN_FORCE' or in_force_at is not null);
alter table "duties"."duty_list_version" add constraint "duty_version_published" check (not (status in ('PUBLISHED', 'IN_FORCE', 'SUPERSEDED')) or (published_at is not null and effective_on is not null and document_number is not null));
alter table "duties"."duty_list_version" add constraint "duty_version_year" check (year >= 2000 and year <= 2100);
alter table "duties"."duty_list_version" add constraint "duty_list_version_status_check" check ("status" = any ('{COMPILING,SOLICITING,DELIBERATED,PUBLISHED,IN_FORCE,SUPERSEDED,REPEALED}'::text[]));
create or replace function "duties"."duty_list_version_version_fixed_fn"() returns trigger as $$ begin if (new.list_id, new.division, new.number, new.year, new.created_at) is distinct from (old.list_id, old.division, old.number, old.year, old.created_at) then raise exception 'version_fixed' using errcode = '23514', constraint = 'version_fixed'; end if;       if old.status not in ('COMPILING', 'SOLICITING', 'DELIBERATED') and ((new.document_number, new.effective_on, new.published_at, new.deliberation, new.deliberated_at) is distinct from (old.document_number, old.effective_on, old.published_at, old.deliberation, old.deliberated_at)
        or new.status in ('COMPILING', 'SOLICITING', 'DELIBERATED')) then raise exception 'version_fixed' using errcode = '23514', constraint = 'version_fixed'; end if;       if new.status = 'IN_FORCE' and old.status not in ('PUBLISHED', 'IN_FORCE') then raise exception 'version_fixed' using errcode = '23514', constraint = 'version_fixed'; end if;       if new.status = 'IN_FORCE' and old.status = 'PUBLISHED' and exists (select 1 from duties.duty_item i join duties.duty_list l on l.id = new.list_id
  where i.list_version_id = new.id and i.status <> 'WITHDRAWN' and l.type in ('ASSIST_GOVERNMENT') and not exists (
    select 1 from duties.funding_commitment f join duties.duty_list fl on fl.id = f.list_id
     where f.item_code = i.code and f.year = new.year and f.status in ('BUDGETED', 'TRANSFERRED', 'RECONCILED') and fl.type = l.type
       and fl.division in (new.division, left(new.division, 9) || '000', left(new.division, 6) || '000000') for share of f)) then raise exception 'version_funded' using errcode = '23514', constraint = 'version_funded'; end if;       return new; end; $$ language plpgsql;
create trigger "version_fixed" BEFORE UPDATE on "duties"."duty_list_version" for each ROW execute function "duties"."duty_list_version_version_fixed_fn"();
create or replace function "duties"."duty_list_version_duty_list_version_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'duty_list_version_kept' using errcode = '23514', constraint = 'duty_list_version_kept'; end if;       if new.version < old.version or (old.status in ('SUPERSEDED', 'REPEALED') and new.status <> old.status) then raise exception 'duty_list_version_kept' using errcode = '23514', constraint = 'duty_list_version_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "duty_list_version_kept" BEFORE UPDATE OR DELETE on "duties"."duty_list_version" for each ROW execute function "duties"."duty_list_version_duty_list_version_kept_fn"();

create table "duties"."duty_item" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'LISTED', "previous_status" text null, "division" text not null, "organization" uuid null, "due_at" timestamptz null, "list_version_id" uuid not null, "origin_id" uuid null, "position" int not null, "code" text not null, "name" text not null, "category" text not null, "performer" text not null, "partners" text null, "content" text not null, "standard" text null, "frequency" text null, "time_limit" text null, "materials" text null, "funding_source" text null, "funding" int null, "accounting_unit" text null, "staffing" text null, "valid_from" date not null, "valid_to" date null, "admission_document" text null, "remark" text null, primary key ("id"));
create index "duty_item_organization_index" on "duties"."duty_item" ("organization");
create index "duty_item_origin_id_index" on "duties"."duty_item" ("origin_id");
alter table "duties"."duty_item" add constraint "duty_item_code_once" unique ("list_version_id", "code");
alter table "duties"."duty_item" add constraint "duty_item_money" check (funding is null or funding >= 0);
alter table "duties"."duty_item" add constraint "duty_item_days" check (valid_to is null or valid_to >= valid_from);
alter table "duties"."duty_item" add constraint "duty_item_status_check" check ("status" = any ('{LISTED,SUSPENDED,ADJUSTING,WITHDRAWN}'::text[]));
alter table "duties"."duty_item" add constraint "duty_item_category_check" check ("category" = any ('{SELF_GOVERNANCE,PUBLIC_SERVICE,PUBLIC_MANAGEMENT,PUBLIC_SAFETY,RIGHTS_PROTECTION,CERTIFICATION}'::text[]));
alter table "duties"."duty_item" add constraint "duty_item_performer_check" check ("performer" = any ('{RESIDENTS_COMMITTEE,VILLAGERS_COMMITTEE,EITHER,TOWN}'::text[]));
create or replace function "duties"."duty_item_item_fixed_fn"() returns trigger as $$ begin if tg_op = 'UPDATE' and not ((new.list_version_id, new.origin_id, new.division, new.organization, new.position, new.code, new.name, new.category, new.performer, new.partners, new.content, new.standard, new.frequency, new.time_limit, new.materials, new.funding_source, new.funding, new.accounting_unit, new.staffing, new.valid_from, new.valid_to, new.admission_document, new.remark) is distinct from (old.list_version_id, old.origin_id, old.division, old.organization, old.position, old.code, old.name, old.category, old.performer, old.partners, old.content, old.standard, old.frequency, old.time_limit, old.materials, old.funding_source, old.funding, old.accounting_unit, old.staffing, old.valid_from, old.valid_to, old.admission_document, old.remark)) then return new; end if;       if tg_op <> 'INSERT' and not exists (select 1 from duties.duty_list_version v where v.id = old.list_version_id and v.status = 'COMPILING' for share) then raise exception 'item_fixed' using errcode = '23514', constraint = 'item_fixed'; end if;       if tg_op <> 'DELETE' and not exists (select 1 from duties.duty_list_version v where v.id = new.list_version_id and v.status = 'COMPILING' for share) then raise exception 'item_fixed' using errcode = '23514', constraint = 'item_fixed'; end if;       return coalesce(new, old); end; $$ language plpgsql;
create trigger "item_fixed" BEFORE INSERT OR UPDATE OR DELETE on "duties"."duty_item" for each ROW execute function "duties"."duty_item_item_fixed_fn"();
create or replace function "duties"."duty_item_duty_item_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then if old.version > 0 then raise exception 'duty_item_kept' using errcode = '23514', constraint = 'duty_item_kept'; end if; return old; end if;       if new.version < old.version or (old.status in ('WITHDRAWN') and new.status <> old.status) then raise exception 'duty_item_kept' using errcode = '23514', constraint = 'duty_item_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "duty_item_kept" BEFORE UPDATE OR DELETE on "duties"."duty_item" for each ROW execute function "duties"."duty_item_duty_item_kept_fn"();

create table "duties"."certificate_request" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'ASKED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "item_id" uuid null, "matter" text not null, "name" text not null, "resident" uuid null, "receiver" text not null, "purpose" text not null, "number" text null, "facts" text null, "refusal" text null, "referral" text null, "decided_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "certificate_request_resident_index" on "duties"."certificate_request" ("resident");
create index "certificate_request_division_status_created_at_index" on "duties"."certificate_request" ("division", "status", "created_at");
alter table "duties"."certificate_request" add constraint "certificate_number_once" unique ("division", "number");
alter table "duties"."certificate_request" add constraint "certificate_decided" check ((status in ('ISSUED', 'REFUSED')) = (number is not null and decided_at is not null)
    and (status <> 'ISSUED' or (item_id is not null and facts is not null))
    and (status = 'REFUSED') = (refusal is not null and referral is not null));
alter table "duties"."certificate_request" add constraint "certificate_request_status_check" check ("status" = any ('{ASKED,ISSUED,REFUSED,WITHDRAWN}'::text[]));
alter table "duties"."certificate_request" add constraint "certificate_request_refusal_check" check ("refusal" = any ('{OFF_LIST,UNVERIFIED}'::text[]));
create or replace function "duties"."certificate_request_certificate_listed_fn"() returns trigger as $$ begin declare i duties.duty_item; begin
      if new.status <> 'ISSUED' or (tg_op = 'UPDATE' and old.status = 'ISSUED' and not ((new.item_id, new.division) is distinct from (old.item_id, old.division))) then return new; end if;       perform 1 from duties.duty_list_version v where v.id = (select list_version_id from duties.duty_item where id = new.item_id) for share;       select * into i from duties.duty_item where id = new.item_id for share;       if i.id is null or i.status <> 'LISTED' or i.valid_from > (new.decided_at at time zone 'Asia/Shanghai')::date or i.valid_to < (new.decided_at at time zone 'Asia/Shanghai')::date
        or new.division not like regexp_replace(i.division, '(0{10}|0{8}|0{6}|0{3})$', '') || '%'
        or not exists (select 1 from duties.duty_list_version v join duties.duty_list l on l.id = v.list_id
             where v.id = i.list_version_id and v.status = 'IN_FORCE' and l.type = 'CERTIFICATE') then raise exception 'certificate_listed' using errcode = '23514', constraint = 'certificate_listed'; end if;       return new; end; end; $$ language plpgsql;
create trigger "certificate_listed" BEFORE INSERT OR UPDATE on "duties"."certificate_request" for each ROW execute function "duties"."certificate_request_certificate_listed_fn"();
create or replace function "duties"."certificate_request_certificate_request_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'certificate_request_kept' using errcode = '23514', constraint = 'certificate_request_kept'; end if;       if new.version < old.version or (old.status in ('ISSUED', 'REFUSED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'certificate_request_kept' using errcode = '23514', constraint = 'certificate_request_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "certificate_request_kept" BEFORE UPDATE OR DELETE on "duties"."certificate_request" for each ROW execute function "duties"."certificate_request_certificate_request_kept_fn"();

create table "duties"."admission_application" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "list_type" text not null, "name" text not null, "category" text not null, "performer" text not null, "partners" text null, "content" text not null default '', "standard" text null, "frequency" text null, "time_limit" text null, "materials" text null, "staffing" text null, "valid_from" date null, "valid_to" date null, "remark" text null, "bases" jsonb not null, "submitted_at" timestamptz null, "missing" jsonb not null, "returned_at" timestamptz null, "corrected_at" timestamptz null, "accepted_at" timestamptz null, "decide_by" timestamptz null, "passed" jsonb not null, "legal_opinion" text null, "reviewed_by" text null, "reviewed_at" timestamptz null, "meets_on" date null, "members" int null, "minutes" text null, "decided_at" timestamptz null, "publicity_begun_at" timestamptz null, "publicity_days" int null, "document_number" text null, "admitted_at" timestamptz null, "list_id" uuid null, "list_version_id" uuid null, "item_code" text null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "admission_application_list_id_item_code_index" on "duties"."admission_application" ("list_id", "item_code");
create index "admission_application_organization_created_at_index" on "duties"."admission_application" ("organization", "created_at");
create index "admission_application_division_status_created_at_index" on "duties"."admission_application" ("division", "status", "created_at");
alter table "duties"."admission_application" add constraint "admission_document_once" unique ("document_number");
alter table "duties"."admission_application" add constraint "admission_members" check (members is null or members > 0);
alter table "duties"."admission_application" add constraint "admission_admitted" check (not (status in ('ADMITTED', 'IN_FORCE', 'SUSPENDED', 'ADJUSTING')) or num_nonnulls(document_number, admitted_at, list_id, item_code, publicity_begun_at) = 5);
alter table "duties"."admission_application" add constraint "admission_submitted" check (status in ('DRAFT', 'WITHDRAWN') or submitted_at is not null);
alter table "duties"."admission_application" add constraint "admission_days" check (valid_to is null or valid_from is null or valid_to > valid_from);
alter table "duties"."admission_application" add constraint "admission_application_status_check" check ("status" = any ('{DRAFT,SUBMITTED,RETURNED,LEGAL_REVIEW,CONSULTING,JOINT_MEETING,PUBLICITY,ADMITTED,IN_FORCE,SUSPENDED,ADJUSTING,REJECTED,WITHDRAWN}'::text[]));
alter table "duties"."admission_application" add constraint "admission_application_list_type_check" check ("list_type" = any ('{SELF_GOVERNANCE,ASSIST_GOVERNMENT,CERTIFICATE,TOWN_BASIC,TOWN_COOPERATE,TOWN_WITHDRAWN,NEGATIVE}'::text[]));
alter table "duties"."admission_application" add constraint "admission_application_category_check" check ("category" = any ('{SELF_GOVERNANCE,PUBLIC_SERVICE,PUBLIC_MANAGEMENT,PUBLIC_SAFETY,RIGHTS_PROTECTION,CERTIFICATION}'::text[]));
alter table "duties"."admission_application" add constraint "admission_application_performer_check" check ("performer" = any ('{RESIDENTS_COMMITTEE,VILLAGERS_COMMITTEE,EITHER,TOWN}'::text[]));
create or replace function "duties"."admission_application_admission_application_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'admission_application_kept' using errcode = '23514', constraint = 'admission_application_kept'; end if;       if new.version < old.version or (old.status in ('REJECTED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'admission_application_kept' using errcode = '23514', constraint = 'admission_application_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "admission_application_kept" BEFORE UPDATE OR DELETE on "duties"."admission_application" for each ROW execute function "duties"."admission_application_admission_application_kept_fn"();

create table "duties"."admission_objection" ("id" uuid not null, "application_id" uuid not null, "division" text not null, "account" text null, "role" text null, "by" text not null, "body" text not null, "at" timestamptz not null, "due_at" timestamptz not null, "answer" text null, "answered_at" timestamptz null, primary key ("id"));
create index "admission_objection_application_id_at_index" on "duties"."admission_objection" ("application_id", "at");
alter table "duties"."admission_objection" add constraint "admission_objection_answered" check ((answer is null) = (answered_at is null));
create or replace function "duties"."admission_objection_admission_objection_open_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'admission_objection_open' using errcode = '23514', constraint = 'admission_objection_open'; end if;       if tg_op = 'UPDATE' then
        if old.answer is not null or (new.application_id, new.account, new.body, new.at) is distinct from (old.application_id, old.account, old.body, old.at) then raise exception 'admission_objection_open' using errcode = '23514', constraint = 'admission_objection_open'; end if;         return new;       end if;       if not exists (select 1 from duties.admission_application a where a.id = new.application_id and a.status = 'PUBLICITY' for share) then raise exception 'admission_objection_open' using errcode = '23514', constraint = 'admission_objection_open'; end if;       return new; end; $$ language plpgsql;
create trigger "admission_objection_open" BEFORE INSERT OR UPDATE OR DELETE on "duties"."admission_objection" for each ROW execute function "duties"."admission_objection_admission_objection_open_fn"();

create table "duties"."duty_task" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'ISSUED', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "item_id" uuid not null, "batch" uuid not null, "kind" text not null, "title" text not null, "standard" text not null, "period_from" date null, "period_to" date null, "due_on" date not null, "issued_by" text not null, "report" text null, "submitted_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "duty_task_division_status_created_at_index" on "duties"."duty_task" ("division", "status", "created_at");
create index "duty_task_organization_created_at_index" on "duties"."duty_task" ("organization", "created_at");
create index "duty_task_item_id_status_index" on "duties"."duty_task" ("item_id", "status");
alter table "duties"."duty_task" add constraint "duty_task_batch_once" unique ("batch", "division");
alter table "duties"."duty_task" add constraint "duty_task_data_period" check (kind <> 'DATA' or (period_from is not null and period_to is not null));
alter table "duties"."duty_task" add constraint "duty_task_period" check (period_to is null or period_from <= period_to);
alter table "duties"."duty_task" add constraint "duty_task_status_check" check ("status" = any ('{ISSUED,ACCEPTED,DOING,SUBMITTED,REFUSED,CORRECTING,CONFIRMED,WITHDRAWN,STOPPED}'::text[]));
alter table "duties"."duty_task" add constraint "duty_task_kind_check" check ("kind" = any ('{WORK,DATA,VISIT,EVENT}'::text[]));
create or replace function "duties"."duty_task_task_in_force_fn"() returns trigger as $$ begin declare i duties.duty_item; begin
      if tg_op = 'UPDATE' then
        if (new.created_at, new.batch) is distinct from (old.created_at, old.batch) then raise exception 'task_in_force' using errcode = '23514', constraint = 'task_in_force'; end if;         if not ((new.item_id, new.division, new.organization) is distinct from (old.item_id, old.division, old.organization)) and not (new.status = 'ISSUED' and old.status <> 'ISSUED') then return new; end if;       end if;       perform 1 from duties.duty_list_version v where v.id = (select list_version_id from duties.duty_item where id = new.item_id) for share;       select * into i from duties.duty_item where id = new.item_id for share;       if i.id is null or i.status <> 'LISTED' or i.valid_from > (new.created_at at time zone 'Asia/Shanghai')::date or i.valid_to < (new.created_at at time zone 'Asia/Shanghai')::date
        or new.division not like regexp_replace(i.division, '(0{10}|0{8}|0{6}|0{3})$', '') || '%'
        or not exists (select 1 from duties.duty_list_version v join duties.duty_list l on l.id = v.list_id
             where v.id = i.list_version_id and v.status = 'IN_FORCE' and l.type = 'ASSIST_GOVERNMENT') then raise exception 'task_in_force' using errcode = '23514', constraint = 'task_in_force'; end if;       if i.organization is distinct from new.organization then raise exception 'task_in_force' using errcode = '23514', constraint = 'task_in_force'; end if;       return new; end; end; $$ language plpgsql;
create trigger "task_in_force" BEFORE INSERT OR UPDATE on "duties"."duty_task" for each ROW execute function "duties"."duty_task_task_in_force_fn"();
create or replace function "duties"."duty_task_duty_task_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'duty_task_kept' using errcode = '23514', constraint = 'duty_task_kept'; end if;       if new.version < old.version or (old.status in ('CONFIRMED', 'WITHDRAWN', 'STOPPED') and new.status <> old.status) then raise exception 'duty_task_kept' using errcode = '23514', constraint = 'duty_task_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "duty_task_kept" BEFORE UPDATE OR DELETE on "duties"."duty_task" for each ROW execute function "duties"."duty_task_duty_task_kept_fn"();

create table "duties"."duty_objection" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'RAISED', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "task_id" uuid null, "side" text not null, "resident" uuid null, "raised_by" text not null, "ground" text not null, "statement" text not null, "reply_number" text null, "answer_until" timestamptz null, "answer" text null, "answered_at" timestamptz null, "decision" text null, "effects" text[] not null, "circular" text null, "decided_at" timestamptz null, "decided_by" text null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "duty_objection_task_id_index" on "duties"."duty_objection" ("task_id");
create index "duty_objection_organization_created_at_index" on "duties"."duty_objection" ("organization", "created_at");
create index "duty_objection_division_status_created_at_index" on "duties"."duty_objection" ("division", "status", "created_at");
create unique index "objection_open_once" on "duties"."duty_objection" ("task_id") where "status" in ('RAISED', 'ACCEPTED', 'INVESTIGATING');
alter table "duties"."duty_objection" add constraint "reply_number_once" unique ("division", "reply_number");
alter table "duties"."duty_objection" add constraint "objection_decided" check ((status in ('UPHELD', 'DISMISSED')) = (decision is not null and decided_at is not null) and (decided_by is null or decided_by <> raised_by));
alter table "duties"."duty_objection" add constraint "objection_side" check ((side = 'RESIDENT') = (resident is not null));
alter table "duties"."duty_objection" add constraint "duty_objection_status_check" check ("status" = any ('{RAISED,ACCEPTED,INVESTIGATING,UPHELD,DISMISSED,WITHDRAWN}'::text[]));
alter table "duties"."duty_objection" add constraint "duty_objection_side_check" check ("side" = any ('{COMMITTEE,RESIDENT}'::text[]));
alter table "duties"."duty_objection" add constraint "duty_objection_ground_check" check ("ground" = any ('{OFF_LIST,UNFUNDED,REPEATED_DATA,EXCESS_APPRAISAL,OFF_LIST_CERTIFICATE}'::text[]));
create or replace function "duties"."duty_objection_duty_objection_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'duty_objection_kept' using errcode = '23514', constraint = 'duty_objection_kept'; end if;       if new.version < old.version or (old.status in ('UPHELD', 'DISMISSED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'duty_objection_kept' using errcode = '23514', constraint = 'duty_objection_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "duty_objection_kept" BEFORE UPDATE OR DELETE on "duties"."duty_objection" for each ROW execute function "duties"."duty_objection_duty_objection_kept_fn"();

create table "duties"."event" ("id" uuid not null, "stream" uuid not null, "type" text not null, "version" int not null, "action" text not null, "from" text null, "to" text null, "by" text not null, "account" text null, "role" text null, "division" text not null, "at" timestamptz(3) not null, "reason" text null, "data" jsonb null, "request_id" text not null, "previous_hash" text null, "hash" text not null, primary key ("id"));
create index "event_at_index" on "duties"."event" ("at");
alter table "duties"."event" add constraint "event_stream_version_unique" unique ("stream", "version");

create table "duties"."funding_commitment" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'PLANNED', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "application" uuid null, "list_id" uuid null, "item_code" text null, "matter" text not null, "year" int not null, "amount" int not null, "source" text not null, "accounting_unit" text not null, "transfer_by" date not null, "promised_at" timestamptz null, "budget_document" text null, "overdue_at" timestamptz null, "received" int null, "reconciled_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "funding_commitment_status_transfer_by_index" on "duties"."funding_commitment" ("status", "transfer_by");
create index "funding_commitment_division_status_created_at_index" on "duties"."funding_commitment" ("division", "status", "created_at");
create index "funding_commitment_application_index" on "duties"."funding_commitment" ("application");
create index "funding_commitment_list_id_item_code_year_index" on "duties"."funding_commitment" ("list_id", "item_code", "year");
alter table "duties"."funding_commitment" add constraint "funding_received" check (status <> 'RECONCILED' or received = amount);
alter table "duties"."funding_commitment" add constraint "funding_promised" check (status in ('PLANNED', 'LAPSED') or promised_at is not null);
alter table "duties"."funding_commitment" add constraint "funding_budgeted" check (not (status in ('BUDGETED', 'TRANSFERRED', 'RECONCILED')) or budget_document is not null);
alter table "duties"."funding_commitment" add constraint "funding_of_something" check (application is not null or (list_id is not null and item_code is not null));
alter table "duties"."funding_commitment" add constraint "funding_amount" check (amount > 0);
alter table "duties"."funding_commitment" add constraint "funding_commitment_status_check" check ("status" = any ('{PLANNED,PROMISED,BUDGETED,TRANSFERRED,RECONCILED,LAPSED}'::text[]));
create or replace function "duties"."funding_commitment_funding_fixed_fn"() returns trigger as $$ begin if old.status <> 'PLANNED' and (new.amount, new.division, new.organization, new.application, new.year, new.matter, new.source, new.accounting_unit, new.transfer_by) is distinct from (old.amount, old.division, old.organization, old.application, old.year, old.matter, old.source, old.accounting_unit, old.transfer_by) then raise exception 'funding_fixed' using errcode = '23514', constraint = 'funding_fixed'; end if;       if old.list_id is not null and (new.list_id, new.item_code) is distinct from (old.list_id, old.item_code) then raise exception 'funding_fixed' using errcode = '23514', constraint = 'funding_fixed'; end if;       if new.status <> old.status and new.status in ('TRANSFERRED', 'RECONCILED') and (select coalesce(sum(t.amount), 0) from duties.funding_transfer t where t.commitment_id = new.id) <> new.amount then raise exception 'funding_whole' using errcode = '23514', constraint = 'funding_whole'; end if;       return new; end; $$ language plpgsql;
create trigger "funding_fixed" BEFORE UPDATE on "duties"."funding_commitment" for each ROW execute function "duties"."funding_commitment_funding_fixed_fn"();
create or replace function "duties"."funding_commitment_funding_commitment_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'funding_commitment_kept' using errcode = '23514', constraint = 'funding_commitment_kept'; end if;       if new.version < old.version or (old.status in ('RECONCILED', 'LAPSED') and new.status <> old.status) then raise exception 'funding_commitment_kept' using errcode = '23514', constraint = 'funding_commitment_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "funding_commitment_kept" BEFORE UPDATE OR DELETE on "duties"."funding_commitment" for each ROW execute function "duties"."funding_commitment_funding_commitment_kept_fn"();

create table "duties"."funding_transfer" ("id" uuid not null, "commitment_id" uuid not null, "amount" int not null, "voucher" text not null, "transferred_on" date not null, "by" text not null, "at" timestamptz(3) not null, primary key ("id"));
alter table "duties"."funding_transfer" add constraint "funding_voucher_once" unique ("commitment_id", "voucher");
alter table "duties"."funding_transfer" add constraint "funding_transfer_amount" check (amount <> 0);
create or replace function "duties"."funding_transfer_funding_ceiling_fn"() returns trigger as $$ begin declare c duties.funding_commitment; begin
      select * into c from duties.funding_commitment where id = new.commitment_id for update;       if c.status <> 'BUDGETED' then raise exception 'funding_open' using errcode = '23514', constraint = 'funding_open'; end if;       if (select coalesce(sum(t.amount), 0) from duties.funding_transfer t where t.commitment_id = c.id) + new.amount not between 0 and c.amount then raise exception 'funding_ceiling' using errcode = '23514', constraint = 'funding_ceiling'; end if;       return new; end; end; $$ language plpgsql;
create trigger "funding_ceiling" BEFORE INSERT on "duties"."funding_transfer" for each ROW execute function "duties"."funding_transfer_funding_ceiling_fn"();

create table "duties"."joint_vote" ("id" uuid not null, "application_id" uuid not null, "division" text not null, "account" text not null, "by" text not null, "choice" text not null, "reason" text not null, "at" timestamptz not null, primary key ("id"));
alter table "duties"."joint_vote" add constraint "joint_vote_once" unique ("application_id", "account");
alter table "duties"."joint_vote" add constraint "joint_vote_choice_check" check ("choice" = any ('{FOR,AGAINST,ABSTAIN}'::text[]));
create or replace function "duties"."joint_vote_joint_vote_open_fn"() returns trigger as $$ begin if not exists (select 1 from duties.admission_application a where a.id = new.application_id and a.status = 'JOINT_MEETING' for share) then raise exception 'joint_vote_open' using errcode = '23514', constraint = 'joint_vote_open'; end if;       return new; end; $$ language plpgsql;
create trigger "joint_vote_open" BEFORE INSERT on "duties"."joint_vote" for each ROW execute function "duties"."joint_vote_joint_vote_open_fn"();

create table "duties"."legal_basis" ("id" uuid not null, "item_id" uuid not null, "position" int not null, "law" text not null, "article" text not null, "level" text not null, "in_force_from" date not null, "in_force_to" date null, "link" text null, primary key ("id"));
alter table "duties"."legal_basis" add constraint "legal_basis_position_once" unique ("item_id", "position");
alter table "duties"."legal_basis" add constraint "legal_basis_days" check (in_force_to is null or in_force_to >= in_force_from);
alter table "duties"."legal_basis" add constraint "legal_basis_level_check" check ("level" = any ('{LAW,ADMIN_REGULATION,LOCAL_REGULATION,RULE,NORMATIVE,STANDARD}'::text[]));
create or replace function "duties"."legal_basis_basis_fixed_fn"() returns trigger as $$ begin if tg_op <> 'INSERT' and not exists (select 1 from duties.duty_list_version v where v.id = (select i.list_version_id from duties.duty_item i where i.id = old.item_id) and v.status = 'COMPILING' for share) then raise exception 'item_fixed' using errcode = '23514', constraint = 'item_fixed'; end if;       if tg_op <> 'DELETE' and not exists (select 1 from duties.duty_list_version v where v.id = (select i.list_version_id from duties.duty_item i where i.id = new.item_id) and v.status = 'COMPILING' for share) then raise exception 'item_fixed' using errcode = '23514', constraint = 'item_fixed'; end if;       return coalesce(new, old); end; $$ language plpgsql;
create trigger "basis_fixed" BEFORE INSERT OR UPDATE OR DELETE on "duties"."legal_basis" for each ROW execute function "duties"."legal_basis_basis_fixed_fn"();

create table "duties"."list_opinion" ("id" uuid not null, "list_version_id" uuid not null, "item_code" text null, "by" text not null, "account" text null, "body" text not null, "at" timestamptz(3) not null, "answer" text null, "answered_at" timestamptz null, primary key ("id"));
create index "list_opinion_list_version_id_at_index" on "duties"."list_opinion" ("list_version_id", "at");
alter table "duties"."list_opinion" add constraint "list_opinion_answered" check ((answer is null) = (answered_at is null));

create table "duties"."off_list_attempt" ("id" uuid not null, "division" text not null, "organization" uuid not null, "item" uuid null, "title" text not null, "refusal" text not null, "by" text not null, "account" text null, "at" timestamptz(3) not null, primary key ("id"));
create index "off_list_attempt_division_at_index" on "duties"."off_list_attempt" ("division", "at");
create index "off_list_attempt_organization_at_index" on "duties"."off_list_attempt" ("organization", "at");
alter table "duties"."off_list_attempt" add constraint "off_list_attempt_refusal_check" check ("refusal" = any ('{NO_ITEM,NOT_IN_FORCE,OTHER_DEPARTMENT,NOT_COVERED}'::text[]));

create table "duties"."opinion" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'AWAITED', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "application_id" uuid not null, "stance" text null, "body" text null, "signed_by" text null, "signer" text null, "signed_at" timestamptz null, "invited_at" timestamptz not null, primary key ("id"));
create index "opinion_division_status_index" on "duties"."opinion" ("division", "status");
alter table "duties"."opinion" add constraint "opinion_once" unique ("application_id", "division");
alter table "duties"."opinion" add constraint "opinion_given" check (status <> 'GIVEN' or stance is not null);
alter table "duties"."opinion" add constraint "opinion_signed" check (num_nonnulls(stance, body, signed_by, signer, signed_at) in (0, 5));
alter table "duties"."opinion" add constraint "opinion_status_check" check ("status" = any ('{AWAITED,GIVEN,CLOSED}'::text[]));
alter table "duties"."opinion" add constraint "opinion_stance_check" check ("stance" = any ('{AGREE,AGREE_WITH_CHANGES,DISAGREE}'::text[]));
create or replace function "duties"."opinion_opinion_open_fn"() returns trigger as $$ begin if tg_op = 'UPDATE' then
        if (new.application_id, new.division, new.organization, new.invited_at) is distinct from (old.application_id, old.division, old.organization, old.invited_at) then raise exception 'opinion_open' using errcode = '23514', constraint = 'opinion_open'; end if;         if not ((new.stance, new.body, new.signed_by, new.signer, new.signed_at) is distinct from (old.stance, old.body, old.signed_by, old.signer, old.signed_at)) then return new; end if;       end if;       if not exists (select 1 from duties.admission_application a where a.id = new.application_id and a.status = 'CONSULTING' for share) then raise exception 'opinion_open' using errcode = '23514', constraint = 'opinion_open'; end if;       return new; end; $$ language plpgsql;
create trigger "opinion_open" BEFORE INSERT OR UPDATE on "duties"."opinion" for each ROW execute function "duties"."opinion_opinion_open_fn"();
create or replace function "duties"."opinion_opinion_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'opinion_kept' using errcode = '23514', constraint = 'opinion_kept'; end if;       if new.version < old.version or (old.status in ('CLOSED') and new.status <> old.status) then raise exception 'opinion_kept' using errcode = '23514', constraint = 'opinion_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "opinion_kept" BEFORE UPDATE OR DELETE on "duties"."opinion" for each ROW execute function "duties"."opinion_opinion_kept_fn"();

create table "duties"."paper_counter" ("division" text not null, "year" int not null, "kind" text not null, "last" int not null, primary key ("division", "year", "kind"));

create table "duties"."reply" ("caller" text not null, "key" text not null, "digest" text not null, "answer" jsonb null, "at" timestamptz not null, primary key ("caller", "key"));
create index "reply_at_index" on "duties"."reply" ("at");

create table "duties"."rule" ("code" text not null, "division" text not null, "valid_from" text not null, "value" jsonb not null, "basis" text not null, primary key ("code", "division", "valid_from"));
create index "rule_code_valid_from_index" on "duties"."rule" ("code", "valid_from");

create table "duties"."task_datum" ("id" uuid not null, "task_id" uuid not null, "position" int not null, "name" text not null, "caliber" text null, "key" text not null, "answer" text null, primary key ("id"));
create index "task_datum_key_index" on "duties"."task_datum" ("key");
alter table "duties"."task_datum" add constraint "task_datum_once" unique ("task_id", "key");

create table "duties"."task_repeat" ("task_id" uuid not null, "earlier_id" uuid not null, "organization" uuid not null, "names" text[] not null, primary key ("task_id", "earlier_id"));
create index "task_repeat_earlier_id_organization_index" on "duties"."task_repeat" ("earlier_id", "organization");

alter table "duties"."duty_list_version" add constraint "duty_list_version_list_id_foreign" foreign key ("list_id") references "duties"."duty_list" ("id");
alter table "duties"."duty_list_version" add constraint "duty_list_version_based_on_id_foreign" foreign key ("based_on_id") references "duties"."duty_list_version" ("id") on delete no action;

alter table "duties"."duty_item" add constraint "duty_item_list_version_id_foreign" foreign key ("list_version_id") references "duties"."duty_list_version" ("id");
alter table "duties"."duty_item" add constraint "duty_item_origin_id_foreign" foreign key ("origin_id") references "duties"."duty_item" ("id") on delete no action;

alter table "duties"."certificate_request" add constraint "certificate_request_item_id_foreign" foreign key ("item_id") references "duties"."duty_item" ("id") on delete no action;

alter table "duties"."admission_application" add constraint "admission_application_list_id_foreign" foreign key ("list_id") references "duties"."duty_list" ("id") on delete no action;
alter table "duties"."admission_application" add constraint "admission_application_list_version_id_foreign" foreign key ("list_version_id") references "duties"."duty_list_version" ("id") on delete no action;

alter table "duties"."admission_objection" add constraint "admission_objection_application_id_foreign" foreign key ("application_id") references "duties"."admission_application" ("id");

alter table "duties"."duty_task" add constraint "duty_task_item_id_foreign" foreign key ("item_id") references "duties"."duty_item" ("id") on delete no action;

alter table "duties"."duty_objection" add constraint "duty_objection_task_id_foreign" foreign key ("task_id") references "duties"."duty_task" ("id") on delete no action;

alter table "duties"."funding_commitment" add constraint "funding_commitment_list_id_foreign" foreign key ("list_id") references "duties"."duty_list" ("id") on delete no action;

alter table "duties"."funding_transfer" add constraint "funding_transfer_commitment_id_foreign" foreign key ("commitment_id") references "duties"."funding_commitment" ("id");

alter table "duties"."joint_vote" add constraint "joint_vote_application_id_foreign" foreign key ("application_id") references "duties"."admission_application" ("id");

alter table "duties"."legal_basis" add constraint "legal_basis_item_id_foreign" foreign key ("item_id") references "duties"."duty_item" ("id");

alter table "duties"."list_opinion" add constraint "list_opinion_list_version_id_foreign" foreign key ("list_version_id") references "duties"."duty_list_version" ("id");

alter table "duties"."opinion" add constraint "opinion_application_id_foreign" foreign key ("application_id") references "duties"."admission_application" ("id");

alter table "duties"."task_datum" add constraint "task_datum_task_id_foreign" foreign key ("task_id") references "duties"."duty_task" ("id") on delete no action;

alter table "duties"."task_repeat" add constraint "task_repeat_task_id_foreign" foreign key ("task_id") references "duties"."duty_task" ("id") on update cascade on delete no action;
alter table "duties"."task_repeat" add constraint "task_repeat_earlier_id_foreign" foreign key ("earlier_id") references "duties"."duty_task" ("id") on update cascade on delete no action;
