create schema if not exists "compacts";
create table "compacts"."affairs_disclosure" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "category" text not null, "title" text not null, "period" text null, "body" text not null, "sums" jsonb not null, "review_opinion" text null, "published_at" timestamptz null, "text_hash" text null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "affairs_disclosure_division_status_created_at_index" on "compacts"."affairs_disclosure" ("division", "status", "created_at");
alter table "compacts"."affairs_disclosure" add constraint "affairs_disclosure_published" check (status in ('DRAFT', 'REVIEWING', 'REVIEWED', 'DISCARDED') or (published_at is not null and text_hash is not null));
alter table "compacts"."affairs_disclosure" add constraint "affairs_disclosure_status_check" check ("status" = any ('{DRAFT,REVIEWING,REVIEWED,PUBLISHED,QUERIED,ANSWERED,ORDERED,ARCHIVED,DISCARDED}'::text[]));
alter table "compacts"."affairs_disclosure" add constraint "affairs_disclosure_category_check" check ("category" = any ('{DECISION,FUNDS,FACILITIES,SERVICES,CONSULTATION,ASSISTANCE,OTHER}'::text[]));
create or replace function "compacts"."affairs_disclosure_disclosure_text_fn"() returns trigger as $$ begin if old.published_at is not null and (new.title, new.period, new.body, new.sums, new.category) is distinct from (old.title, old.period, old.body, old.sums, old.category) then raise exception 'disclosure_text' using errcode = '23514', constraint = 'disclosure_text'; end if;       return new; end; $$ language plpgsql;
create trigger "disclosure_text" BEFORE UPDATE on "compacts"."affairs_disclosure" for each ROW execute function "compacts"."affairs_disclosure_disclosure_text_fn"();
create or replace function "compacts"."affairs_disclosure_affairs_disclosure_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'affairs_disclosure_kept' using errcode = '23514', constraint = 'affairs_disclosure_kept'; end if;       if new.version < old.version or (old.status in ('ARCHIVED', 'DISCARDED') and new.status <> old.status) then raise exception 'affairs_disclosure_kept' using errcode = '23514', constraint = 'affairs_disclosure_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "affairs_disclosure_kept" BEFORE UPDATE OR DELETE on "compacts"."affairs_disclosure" for each ROW execute function "compacts"."affairs_disclosure_affairs_disclosure_kept_fn"();

create table "compacts"."attachment" ("id" uuid not null, "record" uuid not null, "division" text not null, "file" uuid not null, "name" text not null, "type" text not null, "size" int not null, "account" text not null, "at" timestamptz(3) not null, "hidden_for" text null, primary key ("id"));
create index "attachment_record_at_index" on "compacts"."attachment" ("record", "at");
alter table "compacts"."attachment" add constraint "attachment_file_once" unique ("file");

create table "compacts"."disclosure_correction" ("id" uuid not null, "disclosure_id" uuid not null, "body" text not null, "at" timestamptz not null, primary key ("id"));

create table "compacts"."disclosure_query" ("id" uuid not null, "disclosure_id" uuid not null, "resident" uuid null, "question" text not null, "at" timestamptz not null, "answer" text null, "answered_at" timestamptz null, primary key ("id"));
create index "disclosure_query_disclosure_id_at_index" on "compacts"."disclosure_query" ("disclosure_id", "at");
alter table "compacts"."disclosure_query" add constraint "disclosure_query_answer" check ((answer is null) = (answered_at is null));

create table "compacts"."event" ("id" uuid not null, "stream" uuid not null, "type" text not null, "version" int not null, "action" text not null, "from" text null, "to" text null, "by" text not null, "account" text null, "role" text null, "division" text not null, "at" timestamptz(3) not null, "reason" text null, "data" jsonb null, "request_id" text not null, "previous_hash" text null, "hash" text not null, primary key ("id"));
create index "event_at_index" on "compacts"."event" ("at");
alter table "compacts"."event" add constraint "event_stream_version_unique" unique ("stream", "version");

create table "compacts"."issue" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "number" text null, "title" text not null, "body" text not null, "author" uuid not null, "raised_by" text not null, "naming" text not null default 'OFFICERS', "public_name" text null, "is_on_behalf" boolean not null default false, "consent" text null, "stands_since" timestamptz(3) null, "scope" text null, "lead" text null, "needs_assembly" boolean not null default true, "screened_by" text null, "submitted_at" timestamptz null, "reply_due_at" timestamptz null, "screening_due_at" timestamptz null, "replied_at" timestamptz null, "reply" text null, "returned_at" timestamptz null, "returns" int not null default 0, "screening_seconds" int null, "revised_at" timestamptz null, "rejection_code" text null, "rejection" text null, "appeal_until" timestamptz null, "has_appealed" boolean not null default false, "is_ruled_for" boolean null, "ruled_by" text null, "referred_to" text null, "organization" uuid null, "case_class" text null, "outcome" text null, "party_opinion" text null, "failed_at" timestamptz null, "answers" int null, "satisfied" int null, "households" int null, "reworks" int not null default 0, "allowance" text null, "remaining_seconds" int null, "suspension_document" text null, "suspended_at" timestamptz null, "goes_on_in_id" uuid null, "split_from_id" uuid null, "copied_from_id" uuid null, "part_texts" jsonb null, "stood_at" text null, "stood_seconds" int null, "regrouped_at" timestamptz null, "restore_asked_by" text null, "topics" jsonb not null default '[]', "alerted_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "issue_title_trgm" on "compacts"."issue" using gin ("title" public.gin_trgm_ops);
create index "issue_organization_index" on "compacts"."issue" ("organization") where organization is not null;
create index "issue_copied_from_id_index" on "compacts"."issue" ("copied_from_id") where copied_from_id is not null;
create index "issue_submitted" on "compacts"."issue" ("division", "submitted_at") where "submitted_at" is not null;
create index "issue_split_from_id_index" on "compacts"."issue" ("split_from_id") where split_from_id is not null;
create index "issue_goes_on_in_id_index" on "compacts"."issue" ("goes_on_in_id") where goes_on_in_id is not null;
create index "issue_stands_since_id_index" on "compacts"."issue" ("stands_since", "id");
create index "issue_due_in_order" on "compacts"."issue" ("due_at", "id", "division", "status") where "due_at" is not null;
create index "issue_author_index" on "compacts"."issue" ("author");
create index "issue_created_at_id_index" on "compacts"."issue" ("created_at", "id");
create index "issue_division_status_created_at_index" on "compacts"."issue" ("division", "status", "created_at");
alter table "compacts"."issue" add constraint "issue_number_unique" unique ("number");
alter table "compacts"."issue" add constraint "issue_evaluation" check (answers is null or (satisfied >= 0 and satisfied <= answers and answers <= households and households > 0));
alter table "compacts"."issue" add constraint "issue_numbered" check (number is not null or status in ('DRAFT', 'WITHDRAWN'));
alter table "compacts"."issue" add constraint "issue_status_check" check ("status" = any ('{DRAFT,SUBMITTED,RETURNED,REJECTED,APPEALED,REFERRED,MERGE_PROPOSED,MERGED,SPLIT_PROPOSED,SPLIT,DELIBERATING,VOTING,ADOPTED,NOT_ADOPTED,IMPLEMENTING,EVALUATING,REWORK,COMPACTING,CONCLUDED,WITHDRAWN,SUSPENDED}'::text[]));
alter table "compacts"."issue" add constraint "issue_naming_check" check ("naming" = any ('{PUBLIC,OFFICERS,ANONYMOUS}'::text[]));
alter table "compacts"."issue" add constraint "issue_scope_check" check ("scope" = any ('{SELF_GOVERNANCE,CO_GOVERNANCE,GOVERNMENT}'::text[]));
alter table "compacts"."issue" add constraint "issue_rejection_code_check" check ("rejection_code" = any ('{OUT_OF_SCOPE,UNLAWFUL,SETTLED,PERSONAL_DISPUTE,NO_SUBSTANCE}'::text[]));
alter table "compacts"."issue" add constraint "issue_case_class_check" check ("case_class" = any ('{COMPONENT,EVENT}'::text[]));
create or replace function "compacts"."issue_issue_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'issue_kept' using errcode = '23514', constraint = 'issue_kept'; end if;       if new.version < old.version or (old.status in ('CONCLUDED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'issue_kept' using errcode = '23514', constraint = 'issue_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "issue_kept" BEFORE UPDATE OR DELETE on "compacts"."issue" for each ROW execute function "compacts"."issue_issue_kept_fn"();

create table "compacts"."consultation_source" ("division" text not null, "source" text not null, "issue_id" uuid not null, primary key ("division", "source"));

create table "compacts"."compact" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFTING', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "issue_id" uuid not null, "title" text not null, "owner" text not null, "kind" text not null default 'COMPACT', "edition" int not null default 1, "revises_id" uuid null, "text_hash" text not null, "comment_opened_at" timestamptz null, "comment_rounds" int not null default 0, "legality_opinion" text null, "legality_at" timestamptz null, "party_opinion" text null, "town_opinion" text null, "submitted_at" timestamptz null, "receipt" text null, "filed_at" timestamptz null, "announced_at" timestamptz null, "effective_on" date null, "in_force_at" timestamptz null, "expires_on" date null, "reviewed_at" timestamptz null, "review_finding" text null, "review_opinion" text null, "ordered_at" timestamptz null, "order_document" text null, "ordered_articles" jsonb not null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "compact_division_status_created_at_index" on "compacts"."compact" ("division", "status", "created_at");
create unique index "compact_revision_once" on "compacts"."compact" ("revises_id") where "status" <> 'WITHDRAWN';
alter table "compacts"."compact" add constraint "compact_receipt_unique" unique ("receipt");
alter table "compacts"."compact" add constraint "compact_edition_once" unique ("issue_id", "edition");
alter table "compacts"."compact" add constraint "compact_in_force" check (status <> 'IN_FORCE' or (in_force_at is not null and announced_at is not null and effective_on is not null));
alter table "compacts"."compact" add constraint "compact_filed" check (not (status in ('FILED', 'IN_FORCE')) or kind = 'CIVILITY' or (receipt is not null and filed_at is not null));
alter table "compacts"."compact" add constraint "compact_status_check" check ("status" = any ('{DRAFTING,COMMENT,PARTY_REVIEW,TOWN_REVIEW,VOTING,ADOPTED,FILED,IN_FORCE,ORDERED_TO_CORRECT,SUPERSEDED,REPEALED,EXPIRED,WITHDRAWN}'::text[]));
alter table "compacts"."compact" add constraint "compact_kind_check" check ("kind" = any ('{COMPACT,CHARTER,CIVILITY}'::text[]));
alter table "compacts"."compact" add constraint "compact_review_finding_check" check ("review_finding" = any ('{KEEP,REVISE,REPEAL}'::text[]));
create or replace function "compacts"."compact_compact_text_fn"() returns trigger as $$ begin if old.status <> 'DRAFTING' and (new.text_hash, new.title, new.edition, new.kind, new.issue_id) is distinct from (old.text_hash, old.title, old.edition, old.kind, old.issue_id) then raise exception 'compact_text' using errcode = '23514', constraint = 'compact_text'; end if;       if old.receipt is not null and new.receipt is distinct from old.receipt then raise exception 'compact_text' using errcode = '23514', constraint = 'compact_text'; end if;       return new; end; $$ language plpgsql;
create trigger "compact_text" BEFORE UPDATE on "compacts"."compact" for each ROW execute function "compacts"."compact_compact_text_fn"();
create or replace function "compacts"."compact_compact_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'compact_kept' using errcode = '23514', constraint = 'compact_kept'; end if;       if new.version < old.version or (old.status in ('SUPERSEDED', 'REPEALED', 'EXPIRED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'compact_kept' using errcode = '23514', constraint = 'compact_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "compact_kept" BEFORE UPDATE OR DELETE on "compacts"."compact" for each ROW execute function "compacts"."compact_compact_kept_fn"();

create table "compacts"."compact_comment" ("id" uuid not null, "compact_id" uuid not null, "article" int null, "resident" uuid not null, "body" text not null, "at" timestamptz not null, "topic" text null, "outcome" text null, "answer" text null, "answered_at" timestamptz null, primary key ("id"));
create index "compact_comment_compact_id_at_index" on "compacts"."compact_comment" ("compact_id", "at");
alter table "compacts"."compact_comment" add constraint "compact_comment_outcome_check" check ("outcome" = any ('{ADOPTED,PARTLY,NOT_ADOPTED,EXPLAINED}'::text[]));

create table "compacts"."article" ("id" uuid not null, "compact_id" uuid not null, "number" int not null, "body" text not null, "passed" jsonb not null, "review_note" text null, primary key ("id"));
alter table "compacts"."article" add constraint "article_number_once" unique ("compact_id", "number");
alter table "compacts"."article" add constraint "article_numbered" check (number >= 1);
create or replace function "compacts"."article_article_text_fn"() returns trigger as $$ begin if not exists (select 1 from compacts.compact c where c.id = coalesce(new.compact_id, old.compact_id) and c.status = 'DRAFTING') then raise exception 'compact_text' using errcode = '23514', constraint = 'compact_text'; end if;       return coalesce(new, old); end; $$ language plpgsql;
create trigger "article_text" BEFORE INSERT OR UPDATE OR DELETE on "compacts"."article" for each ROW execute function "compacts"."article_article_text_fn"();

create table "compacts"."amendment" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'PROPOSED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "compact_id" uuid not null, "article" int null, "base_body" text null, "body" text not null, "why" text null, "author" uuid null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "amendment_author_index" on "compacts"."amendment" ("author");
create index "amendment_compact_id_status_created_at_index" on "compacts"."amendment" ("compact_id", "status", "created_at");
alter table "compacts"."amendment" add constraint "amendment_status_check" check ("status" = any ('{PROPOSED,STALE,ACCEPTED,REJECTED,CLOSED,WITHDRAWN,PROMOTED,NOTED}'::text[]));
create or replace function "compacts"."amendment_amendment_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'amendment_kept' using errcode = '23514', constraint = 'amendment_kept'; end if;       if new.version < old.version or (old.status in ('ACCEPTED', 'WITHDRAWN', 'PROMOTED', 'NOTED') and new.status <> old.status) then raise exception 'amendment_kept' using errcode = '23514', constraint = 'amendment_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "amendment_kept" BEFORE UPDATE OR DELETE on "compacts"."amendment" for each ROW execute function "compacts"."amendment_amendment_kept_fn"();

create table "compacts"."building_project" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'INTENT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "issue_id" uuid not null, "title" text not null, "door" text not null, "rule_day" date not null, "agreement" text null, "cost" int null, "compound_owners" int not null default 0, "compound_agree" int not null default 0, "publicised_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "building_project_issue_id_index" on "compacts"."building_project" ("issue_id");
create index "building_project_division_status_created_at_index" on "compacts"."building_project" ("division", "status", "created_at");
alter table "compacts"."building_project" add constraint "building_project_compound" check (compound_agree >= 0 and compound_agree <= compound_owners);
alter table "compacts"."building_project" add constraint "building_project_status_check" check ("status" = any ('{INTENT,FEASIBILITY,SURVEY,AGREEMENT,PUBLICITY,PLAN_FILED,PLANNING,STRUCTURE,PERMIT,CONSTRUCTION,SPECIAL_EQUIPMENT,ACCEPTANCE,OPERATING,OBJECTION,SUSPENDED,ABANDONED}'::text[]));
create or replace function "compacts"."building_project_building_project_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'building_project_kept' using errcode = '23514', constraint = 'building_project_kept'; end if;       if new.version < old.version or (old.status in ('OPERATING', 'ABANDONED') and new.status <> old.status) then raise exception 'building_project_kept' using errcode = '23514', constraint = 'building_project_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "building_project_kept" BEFORE UPDATE OR DELETE on "compacts"."building_project" for each ROW execute function "compacts"."building_project_building_project_kept_fn"();

create table "compacts"."approval_step" ("id" uuid not null, "project_id" uuid not null, "stage" text not null, "department" text not null, "required_seals" int not null, "seals" int not null default 0, "submitted_on" date not null, "decided_on" date null, "result" text null, "document" text null, primary key ("id"));
create index "approval_step_project_id_submitted_on_index" on "compacts"."approval_step" ("project_id", "submitted_on");
alter table "compacts"."approval_step" add constraint "approval_step_decided" check ((decided_on is null) = (result is null));
alter table "compacts"."approval_step" add constraint "approval_step_seals" check (required_seals >= 0 and seals >= 0 and seals <= required_seals);
alter table "compacts"."approval_step" add constraint "approval_step_stage_check" check ("stage" = any ('{PLAN_FILED,PLANNING,STRUCTURE,PERMIT,SPECIAL_EQUIPMENT,ACCEPTANCE}'::text[]));
alter table "compacts"."approval_step" add constraint "approval_step_result_check" check ("result" = any ('{APPROVED,REJECTED}'::text[]));

create table "compacts"."issue_comment" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'SHOWN', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "issue_id" uuid not null, "addressed_to" uuid null, "author" uuid null, "account" text not null, "naming" text not null default 'OFFICERS', "public_name" text null, "body" text not null, "at" timestamptz(3) not null, "hidden_for" text null, "hidden_by" text null, "has_contested" boolean not null default false, primary key ("id"));
create index "issue_comment_author_index" on "compacts"."issue_comment" ("author");
create index "issue_comment_issue_id_at_index" on "compacts"."issue_comment" ("issue_id", "at");
alter table "compacts"."issue_comment" add constraint "issue_comment_status_check" check ("status" = any ('{SHOWN,HIDDEN,CONTESTED,WITHDRAWN}'::text[]));
alter table "compacts"."issue_comment" add constraint "issue_comment_naming_check" check ("naming" = any ('{PUBLIC,OFFICERS,ANONYMOUS}'::text[]));
create or replace function "compacts"."issue_comment_comment_bound_fn"() returns trigger as $$ begin if (new.issue_id, new.author, new.account, new.body, new.at) is distinct from (old.issue_id, old.author, old.account, old.body, old.at) then raise exception 'comment_bound' using errcode = '23514', constraint = 'comment_bound'; end if;       return new; end; $$ language plpgsql;
create trigger "comment_bound" BEFORE UPDATE on "compacts"."issue_comment" for each ROW execute function "compacts"."issue_comment_comment_bound_fn"();
create or replace function "compacts"."issue_comment_issue_comment_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'issue_comment_kept' using errcode = '23514', constraint = 'issue_comment_kept'; end if;       if new.version < old.version or (old.status in ('WITHDRAWN') and new.status <> old.status) then raise exception 'issue_comment_kept' using errcode = '23514', constraint = 'issue_comment_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "issue_comment_kept" BEFORE UPDATE OR DELETE on "compacts"."issue_comment" for each ROW execute function "compacts"."issue_comment_issue_comment_kept_fn"();

create table "compacts"."issue_consent" ("issue_id" uuid not null, "resident" uuid not null, "at" timestamptz not null, primary key ("issue_id", "resident"));

create table "compacts"."issue_counter" ("division" text not null, "year" int not null, "last" int not null, primary key ("division", "year"));

create table "compacts"."issue_hold" ("issue" uuid not null, "account" text not null, "name" text not null, "until" timestamptz(3) not null, primary key ("issue"));

create table "compacts"."issue_raiser" ("issue_id" uuid not null, "resident" uuid not null, "via" uuid not null, "at" timestamptz not null, primary key ("issue_id", "resident"));
create index "issue_raiser_resident_index" on "compacts"."issue_raiser" ("resident");

create table "compacts"."issue_stay" ("id" uuid not null, "issue_id" uuid not null, "division" text not null, "status" text not null, "to" text not null, "entered_at" timestamptz not null, "left_at" timestamptz not null, "due_at" timestamptz null, "is_satisfied" boolean null, primary key ("id"));
create index "issue_stay_issue_id_index" on "compacts"."issue_stay" ("issue_id");
create index "issue_stay_division_left_at_index" on "compacts"."issue_stay" ("division", "left_at");

create table "compacts"."issue_support" ("issue_id" uuid not null, "resident" uuid not null, "at" timestamptz not null, primary key ("issue_id", "resident"));

create table "compacts"."meeting" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'PLANNED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "issue_id" uuid not null, "compact_id" uuid null, "type" text not null, "title" text not null, "starts_at" timestamptz not null, "place" text not null, "basis" text null, "building_id" uuid null, "matter" text null, "door" text null, "invitees" jsonb not null default '[]', "seats" int null, "committee_members" jsonb not null, "exception" text null, "exception_approved_at" timestamptz null, "noticed_at" timestamptz null, "chair_checked_in_at" timestamptz null, "opened_at" timestamptz null, "closed_at" timestamptz null, "minutes" text null, "published_at" timestamptz null, "is_countersigned" boolean null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "meeting_division_starts_at_index" on "compacts"."meeting" ("division", "starts_at");
create index "meeting_issue_id_created_at_index" on "compacts"."meeting" ("issue_id", "created_at");
alter table "compacts"."meeting" add constraint "meeting_noticed" check (status in ('PLANNED', 'CANCELLED') or noticed_at is not null);
alter table "compacts"."meeting" add constraint "meeting_seats" check (seats is null or seats > 0);
alter table "compacts"."meeting" add constraint "meeting_status_check" check ("status" = any ('{PLANNED,NOTICED,OPEN,CLOSED,MINUTED,PUBLISHED,CANCELLED}'::text[]));
alter table "compacts"."meeting" add constraint "meeting_type_check" check ("type" = any ('{COUNCIL,HEARING,CONVERSATION,COORDINATION,REVIEW,JOINT,RESIDENTS,REPRESENTATIVES,OWNERS}'::text[]));
alter table "compacts"."meeting" add constraint "meeting_basis_check" check ("basis" = any ('{PERSON,HOUSEHOLD,OWNER}'::text[]));
alter table "compacts"."meeting" add constraint "meeting_matter_check" check ("matter" = any ('{R3,R4,LIFT}'::text[]));
create or replace function "compacts"."meeting_minutes_final_fn"() returns trigger as $$ begin if old.status = 'PUBLISHED' and (new.minutes, new.published_at, new.is_countersigned, new.starts_at, new.place, new.title) is distinct from (old.minutes, old.published_at, old.is_countersigned, old.starts_at, old.place, old.title) then raise exception 'minutes_final' using errcode = '23514', constraint = 'minutes_final'; end if;       return new; end; $$ language plpgsql;
create trigger "minutes_final" BEFORE UPDATE on "compacts"."meeting" for each ROW execute function "compacts"."meeting_minutes_final_fn"();
create or replace function "compacts"."meeting_meeting_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'meeting_kept' using errcode = '23514', constraint = 'meeting_kept'; end if;       if new.version < old.version or (old.status in ('PUBLISHED', 'CANCELLED') and new.status <> old.status) then raise exception 'meeting_kept' using errcode = '23514', constraint = 'meeting_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "meeting_kept" BEFORE UPDATE OR DELETE on "compacts"."meeting" for each ROW execute function "compacts"."meeting_meeting_kept_fn"();

create table "compacts"."electorate" ("id" uuid not null, "meeting_id" uuid not null, "division" text not null, "basis" text not null, "rule" jsonb not null, "size" int not null, "representatives" int not null, "women" int not null default 0, "hash" text not null, "frozen_at" timestamptz not null, primary key ("id"));
alter table "compacts"."electorate" add constraint "electorate_meeting_id_unique" unique ("meeting_id");
alter table "compacts"."electorate" add constraint "electorate_counted" check (women >= 0 and women <= representatives and representatives <= size);
alter table "compacts"."electorate" add constraint "electorate_basis_check" check ("basis" = any ('{PERSON,HOUSEHOLD,OWNER}'::text[]));

create table "compacts"."elector" ("id" uuid not null, "electorate_id" uuid not null, "unit" uuid not null, "resident" uuid null, "is_representative" boolean not null, "area_cm2" bigint not null default '0', "label" text null, "objection" uuid null, primary key ("id"));
create index "elector_resident_electorate_id_index" on "compacts"."elector" ("resident", "electorate_id");
alter table "compacts"."elector" add constraint "elector_once" unique ("electorate_id", "unit");
create or replace function compacts.elector_electorate_frozen_fn() returns trigger as $$ begin
      if exists (select 1 from (select distinct electorate_id from added) a join compacts.electorate e on e.id = a.electorate_id
        where e.size <> (select count(*) from compacts.elector x where x.electorate_id = e.id and x.objection is null)) then raise exception 'electorate_frozen' using errcode = '23514', constraint = 'electorate_frozen'; end if;       if exists (select 1 from added a join compacts.vote v on v.electorate_id = a.electorate_id where a.objection is not null and v.status not in ('ARMED', 'CANCELLED')) then raise exception 'electorate_frozen' using errcode = '23514', constraint = 'electorate_frozen'; end if;       return null; end; $$ language plpgsql;
create trigger "electorate_frozen" after insert on "compacts"."elector" referencing new table as added for each statement execute function compacts.elector_electorate_frozen_fn();

create table "compacts"."electorate_objection" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'FILED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "electorate_id" uuid not null, "fault" text not null, "elector_id" uuid null, "resident" uuid null, "unit" uuid null, "grounds" text not null, "filed_by" text not null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "electorate_objection_elector_id_index" on "compacts"."electorate_objection" ("elector_id");
create index "electorate_objection_electorate_id_status_index" on "compacts"."electorate_objection" ("electorate_id", "status");
alter table "compacts"."electorate_objection" add constraint "electorate_objection_about" check ((fault = 'WRONGLY_LISTED') = (elector_id is not null));
alter table "compacts"."electorate_objection" add constraint "electorate_objection_status_check" check ("status" = any ('{FILED,UPHELD,DISMISSED}'::text[]));
alter table "compacts"."electorate_objection" add constraint "electorate_objection_fault_check" check ("fault" = any ('{MISSING,WRONGLY_LISTED}'::text[]));
create or replace function "compacts"."electorate_objection_electorate_objection_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'electorate_objection_kept' using errcode = '23514', constraint = 'electorate_objection_kept'; end if;       if new.version < old.version or (old.status in ('UPHELD', 'DISMISSED') and new.status <> old.status) then raise exception 'electorate_objection_kept' using errcode = '23514', constraint = 'electorate_objection_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "electorate_objection_kept" BEFORE UPDATE OR DELETE on "compacts"."electorate_objection" for each ROW execute function "compacts"."electorate_objection_electorate_objection_kept_fn"();

create table "compacts"."convening" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'GATHERING', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "ground" text not null, "type" text not null, "issue_id" uuid null, "author" uuid null, "reason" text null, "stretch" text null, "ends_at" timestamptz null, "meeting_id" uuid null, "reached_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));
create unique index "convening_open_once" on "compacts"."convening" ("issue_id", "type") where "status" in ('GATHERING', 'DUE', 'CALLED');
create index "convening_meeting_id_index" on "compacts"."convening" ("meeting_id");
create index "convening_issue_id_index" on "compacts"."convening" ("issue_id");
create index "convening_division_status_created_at_index" on "compacts"."convening" ("division", "status", "created_at");
alter table "compacts"."convening" add constraint "convening_due_once" unique ("division", "type", "stretch");
alter table "compacts"."convening" add constraint "convening_ground" check (case ground when 'REQUEST' then num_nonnulls(issue_id, author, reason) = 3 and stretch is null else author is null and stretch is not null end);
alter table "compacts"."convening" add constraint "convening_status_check" check ("status" = any ('{GATHERING,DUE,CALLED,HELD,WITHDRAWN,LAPSED}'::text[]));
alter table "compacts"."convening" add constraint "convening_ground_check" check ("ground" = any ('{REQUEST,LAW}'::text[]));
alter table "compacts"."convening" add constraint "convening_type_check" check ("type" = any ('{RESIDENTS,REPRESENTATIVES}'::text[]));
create or replace function "compacts"."convening_convening_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'convening_kept' using errcode = '23514', constraint = 'convening_kept'; end if;       if new.version < old.version or (old.status in ('HELD', 'WITHDRAWN', 'LAPSED') and new.status <> old.status) then raise exception 'convening_kept' using errcode = '23514', constraint = 'convening_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "convening_kept" BEFORE UPDATE OR DELETE on "compacts"."convening" for each ROW execute function "compacts"."convening_convening_kept_fn"();

create table "compacts"."convening_signer" ("convening_id" uuid not null, "resident" uuid not null, "by" text not null, "at" timestamptz not null, primary key ("convening_id", "resident"));

create table "compacts"."attendance" ("id" uuid not null, "meeting_id" uuid not null, "resident" uuid not null, "by" text not null, "at" timestamptz not null, primary key ("id"));
alter table "compacts"."attendance" add constraint "attendance_once" unique ("meeting_id", "resident");
create or replace function "compacts"."attendance_attendance_open_fn"() returns trigger as $$ begin declare at_stage text; begin
      select status into at_stage from compacts.meeting where id = coalesce(new.meeting_id, old.meeting_id) for share;       if at_stage not in ('NOTICED', 'OPEN') then raise exception 'attendance_open' using errcode = '23514', constraint = 'attendance_open'; end if;       return coalesce(new, old); end; end; $$ language plpgsql;
create trigger "attendance_open" BEFORE INSERT OR UPDATE OR DELETE on "compacts"."attendance" for each ROW execute function "compacts"."attendance_attendance_open_fn"();

create table "compacts"."agenda_item" ("id" uuid not null, "meeting_id" uuid not null, "position" int not null, "topic" text not null, "outcome" text null, "result" text null, "dissent" text null, primary key ("id"));
alter table "compacts"."agenda_item" add constraint "agenda_item_meeting_id_position_unique" unique ("meeting_id", "position");
alter table "compacts"."agenda_item" add constraint "agenda_item_outcome_check" check ("outcome" = any ('{CONSENSUS,NO_CONSENSUS,NOTED}'::text[]));
create or replace function "compacts"."agenda_item_agenda_final_fn"() returns trigger as $$ begin if exists (select 1 from compacts.meeting m where m.id = coalesce(new.meeting_id, old.meeting_id) and m.status = 'PUBLISHED') then raise exception 'minutes_final' using errcode = '23514', constraint = 'minutes_final'; end if;       return coalesce(new, old); end; $$ language plpgsql;
create trigger "agenda_final" BEFORE INSERT OR UPDATE OR DELETE on "compacts"."agenda_item" for each ROW execute function "compacts"."agenda_item_agenda_final_fn"();

create table "compacts"."addendum" ("id" uuid not null, "meeting_id" uuid not null, "number" int not null, "words" text not null, "by" text not null, "at" timestamptz not null, primary key ("id"));
alter table "compacts"."addendum" add constraint "addendum_once" unique ("meeting_id", "number");

create table "compacts"."month_figures" ("month" text not null, "division" text not null, "raised" int not null, "decided" int not null, "due" int not null, "on_time" int not null, "evaluated" int not null, "satisfied" int not null, "kept_at" timestamptz not null, primary key ("month", "division"));

create table "compacts"."moral_review" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'PROPOSED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "kind" text not null, "title" text not null, "body" text not null, "proposer" uuid null, "meets_at" timestamptz null, "agree" int null, "disagree" int null, "abstain" int null, "measure" text null, "opinion" text null, "named" text null, "published_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "moral_review_division_status_created_at_index" on "compacts"."moral_review" ("division", "status", "created_at");
alter table "compacts"."moral_review" add constraint "moral_review_named" check (named is null or kind = 'GOOD_DEED');
alter table "compacts"."moral_review" add constraint "moral_review_count" check (agree is null or (agree >= 0 and disagree >= 0 and abstain >= 0));
alter table "compacts"."moral_review" add constraint "moral_review_status_check" check ("status" = any ('{PROPOSED,CONVENED,REVIEWED,PUBLISHED,CLOSED,DECLINED}'::text[]));
alter table "compacts"."moral_review" add constraint "moral_review_kind_check" check ("kind" = any ('{GOOD_DEED,BAD_HABIT}'::text[]));
alter table "compacts"."moral_review" add constraint "moral_review_measure_check" check ("measure" = any ('{COMMEND,PERSUADE,PROPOSE,NONE}'::text[]));
create or replace function "compacts"."moral_review_moral_review_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'moral_review_kept' using errcode = '23514', constraint = 'moral_review_kept'; end if;       if new.version < old.version or (old.status in ('PUBLISHED', 'CLOSED', 'DECLINED') and new.status <> old.status) then raise exception 'moral_review_kept' using errcode = '23514', constraint = 'moral_review_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "moral_review_kept" BEFORE UPDATE OR DELETE on "compacts"."moral_review" for each ROW execute function "compacts"."moral_review_moral_review_kept_fn"();

create table "compacts"."moral_panelist" ("id" uuid not null, "review_id" uuid not null, "resident" uuid not null, primary key ("id"));
alter table "compacts"."moral_panelist" add constraint "moral_panelist_once" unique ("review_id", "resident");

create table "compacts"."owner_entry" ("id" uuid not null, "division" text not null, "door" text not null, "rooms" text not null, "area_cm2" bigint not null, "resident" uuid null, primary key ("id"));
alter table "compacts"."owner_entry" add constraint "owner_entry_once" unique ("division", "door", "rooms");
alter table "compacts"."owner_entry" add constraint "owner_entry_area" check (area_cm2 > 0);

create table "compacts"."owners_committee" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'REPORTED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "kind" text not null, "renews_id" uuid null, "compound" text not null, "heads" int not null, "area" int not null, "reported_on" date not null, "group" jsonb not null, "group_announced_at" timestamptz null, "documents" jsonb not null, "posted_at" timestamptz null, "meeting_on" date null, "present_heads" int null, "present_area" int null, "agree_heads" int null, "agree_area" int null, "members" jsonb not null, "elected_on" date null, "term_ends_on" date null, "receipt" text null, "created_at" timestamptz(3) not null, primary key ("id"));
create unique index "owners_committee_renewed_once" on "compacts"."owners_committee" ("renews_id") where "status" <> 'STOPPED';
create index "owners_committee_division_status_created_at_index" on "compacts"."owners_committee" ("division", "status", "created_at");
alter table "compacts"."owners_committee" add constraint "owners_committee_filed" check (status <> 'FILED' or (receipt is not null and term_ends_on is not null and elected_on is not null));
alter table "compacts"."owners_committee" add constraint "owners_committee_size" check (heads > 0 and area > 0);
alter table "compacts"."owners_committee" add constraint "owners_committee_status_check" check ("status" = any ('{REPORTED,PREPARING,POSTED,ELECTED,FILED,ENDED,STOPPED}'::text[]));
alter table "compacts"."owners_committee" add constraint "owners_committee_kind_check" check ("kind" = any ('{FIRST,RENEWAL}'::text[]));
create or replace function "compacts"."owners_committee_owners_committee_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'owners_committee_kept' using errcode = '23514', constraint = 'owners_committee_kept'; end if;       if new.version < old.version or (old.status in ('ENDED', 'STOPPED') and new.status <> old.status) then raise exception 'owners_committee_kept' using errcode = '23514', constraint = 'owners_committee_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "owners_committee_kept" BEFORE UPDATE OR DELETE on "compacts"."owners_committee" for each ROW execute function "compacts"."owners_committee_owners_committee_kept_fn"();

create table "compacts"."pledge" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'SIGNED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "compact_id" uuid not null, "text_hash" text not null, "basis" text not null, "unit" uuid not null, "resident" uuid not null, "household" uuid null, "channel" text not null default 'APP', "sheet" text null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "pledge_resident_index" on "compacts"."pledge" ("resident");
create index "pledge_compact_id_status_created_at_index" on "compacts"."pledge" ("compact_id", "status", "created_at");
create unique index "pledge_active_once" on "compacts"."pledge" ("compact_id", "unit") where "status" = 'SIGNED';
alter table "compacts"."pledge" add constraint "pledge_status_check" check ("status" = any ('{SIGNED,WITHDRAWN,LAPSED,VOID}'::text[]));
alter table "compacts"."pledge" add constraint "pledge_basis_check" check ("basis" = any ('{HOUSEHOLD,PERSON}'::text[]));
alter table "compacts"."pledge" add constraint "pledge_channel_check" check ("channel" = any ('{APP,PAPER}'::text[]));
create or replace function "compacts"."pledge_pledge_bound_fn"() returns trigger as $$ begin declare c compacts.compact; begin
      if tg_op = 'INSERT' then
        select * into c from compacts.compact where id = new.compact_id for share;         if new.status <> 'SIGNED' or c.status not in ('ADOPTED', 'FILED', 'IN_FORCE') or c.text_hash <> new.text_hash then raise exception 'pledge_bound' using errcode = '23514', constraint = 'pledge_bound'; end if;       elsif (new.compact_id, new.text_hash, new.unit, new.basis, new.resident) is distinct from (old.compact_id, old.text_hash, old.unit, old.basis, old.resident) then raise exception 'pledge_bound' using errcode = '23514', constraint = 'pledge_bound'; end if;       return new; end; end; $$ language plpgsql;
create trigger "pledge_bound" BEFORE INSERT OR UPDATE on "compacts"."pledge" for each ROW execute function "compacts"."pledge_pledge_bound_fn"();
create or replace function "compacts"."pledge_pledge_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'pledge_kept' using errcode = '23514', constraint = 'pledge_kept'; end if;       if new.version < old.version or (old.status in ('WITHDRAWN', 'LAPSED', 'VOID') and new.status <> old.status) then raise exception 'pledge_kept' using errcode = '23514', constraint = 'pledge_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "pledge_kept" BEFORE UPDATE OR DELETE on "compacts"."pledge" for each ROW execute function "compacts"."pledge_pledge_kept_fn"();

create table "compacts"."pledge_paper" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'ENTERED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "compact_id" uuid not null, "sheet" text not null, "basis" text not null, "resident" uuid null, "remark" text null, "entered_by" text not null, "confirmed_by" text null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "pledge_paper_division_status_created_at_index" on "compacts"."pledge_paper" ("division", "status", "created_at");
alter table "compacts"."pledge_paper" add constraint "pledge_paper_sheet_once" unique ("compact_id", "sheet");
alter table "compacts"."pledge_paper" add constraint "pledge_paper_two" check (confirmed_by is null or confirmed_by <> entered_by);
alter table "compacts"."pledge_paper" add constraint "pledge_paper_status_check" check ("status" = any ('{ENTERED,UNMATCHED,CONFIRMED,DISCARDED}'::text[]));
alter table "compacts"."pledge_paper" add constraint "pledge_paper_basis_check" check ("basis" = any ('{HOUSEHOLD,PERSON}'::text[]));
create or replace function "compacts"."pledge_paper_pledge_paper_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'pledge_paper_kept' using errcode = '23514', constraint = 'pledge_paper_kept'; end if;       if new.version < old.version or (old.status in ('CONFIRMED', 'DISCARDED') and new.status <> old.status) then raise exception 'pledge_paper_kept' using errcode = '23514', constraint = 'pledge_paper_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "pledge_paper_kept" BEFORE UPDATE OR DELETE on "compacts"."pledge_paper" for each ROW execute function "compacts"."pledge_paper_pledge_paper_kept_fn"();

create table "compacts"."project" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'PLANNED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "issue_id" uuid not null, "title" text not null, "owner" text not null, "owner_account" text null, "organization" uuid null, "budget" int not null, "spent" int null, "overspent" text null, "delivered_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "project_division_status_created_at_index" on "compacts"."project" ("division", "status", "created_at");
alter table "compacts"."project" add constraint "project_once" unique ("issue_id");
alter table "compacts"."project" add constraint "project_money" check (budget >= 0 and (spent is null or spent >= 0));
alter table "compacts"."project" add constraint "project_status_check" check ("status" = any ('{PLANNED,IN_PROGRESS,DELIVERED,REWORK,ACCEPTED,DONE,STOPPED}'::text[]));
create or replace function "compacts"."project_project_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'project_kept' using errcode = '23514', constraint = 'project_kept'; end if;       if new.version < old.version or (old.status in ('DONE', 'STOPPED') and new.status <> old.status) then raise exception 'project_kept' using errcode = '23514', constraint = 'project_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "project_kept" BEFORE UPDATE OR DELETE on "compacts"."project" for each ROW execute function "compacts"."project_project_kept_fn"();

create table "compacts"."milestone" ("id" uuid not null, "project_id" uuid not null, "position" int not null, "title" text not null, "due_on" date not null, "is_mandatory" boolean not null, "evidence" text null, "evidenced_at" timestamptz null, "alerts" int not null default 0, primary key ("id"));
alter table "compacts"."milestone" add constraint "milestone_project_id_position_unique" unique ("project_id", "position");
alter table "compacts"."milestone" add constraint "milestone_evidence" check ((evidence is null) = (evidenced_at is null));

create table "compacts"."project_fund" ("id" uuid not null, "project_id" uuid not null, "source" text not null, "amount" int not null, "spent" int null, primary key ("id"));
alter table "compacts"."project_fund" add constraint "project_fund_once" unique ("project_id", "source");
alter table "compacts"."project_fund" add constraint "project_fund_money" check (amount >= 0 and (spent is null or spent >= 0));
alter table "compacts"."project_fund" add constraint "project_fund_source_check" check ("source" = any ('{SELF_GOVERNANCE,SERVICE,MAINTENANCE,COMMON_INCOME,GRANT,DONATION,RESIDENTS,OTHER}'::text[]));

create table "compacts"."project_inspection" ("id" uuid not null, "project_id" uuid not null, "resident" uuid not null, "kind" text not null, "finding" text not null, "is_problem" boolean not null, "at" timestamptz not null, "answer" text null, "answered_at" timestamptz null, primary key ("id"));
create index "project_inspection_project_id_at_index" on "compacts"."project_inspection" ("project_id", "at");
alter table "compacts"."project_inspection" add constraint "project_inspection_answer" check ((answer is null) = (answered_at is null));
alter table "compacts"."project_inspection" add constraint "project_inspection_kind_check" check ("kind" = any ('{VISIT,ACCEPTANCE}'::text[]));

create table "compacts"."project_supervisor" ("id" uuid not null, "project_id" uuid not null, "resident" uuid not null, "is_lead" boolean not null, primary key ("id"));
alter table "compacts"."project_supervisor" add constraint "project_supervisor_once" unique ("project_id", "resident");

create table "compacts"."reply" ("caller" text not null, "key" text not null, "digest" text not null, "answer" jsonb null, "at" timestamptz not null, primary key ("caller", "key"));
create index "reply_at_index" on "compacts"."reply" ("at");

create table "compacts"."roll_entry" ("resident" uuid not null, "household" uuid null, "division" text not null, "adult_since" date not null, "is_household_representative" boolean not null default false, "is_representative" boolean not null default false, "is_woman_representative" boolean not null default false, "version" int not null, "has_left" boolean not null default false, primary key ("resident"));
create index "roll_entry_division_household_index" on "compacts"."roll_entry" ("division", "household");

create table "compacts"."roll_view" ("id" uuid not null, "electorate_id" uuid not null, "division" text not null, "by" text not null, "account" text null, "role" text not null, "at" timestamptz(3) not null, primary key ("id"));
create index "roll_view_electorate_id_at_index" on "compacts"."roll_view" ("electorate_id", "at");

create table "compacts"."rule" ("code" text not null, "division" text not null, "valid_from" text not null, "value" jsonb not null, "basis" text not null, primary key ("code", "division", "valid_from"));
create index "rule_code_valid_from_index" on "compacts"."rule" ("code", "valid_from");

create table "compacts"."seat" ("id" uuid not null, "meeting_id" uuid not null, "resident" uuid not null, "status" text not null, "at" timestamptz(3) not null, primary key ("id"));
create index "seat_meeting_id_status_at_index" on "compacts"."seat" ("meeting_id", "status", "at");
alter table "compacts"."seat" add constraint "seat_once" unique ("meeting_id", "resident");
alter table "compacts"."seat" add constraint "seat_status_check" check ("status" = any ('{TAKEN,WAITING}'::text[]));

create table "compacts"."statement" ("id" uuid not null, "issue_id" uuid not null, "number" int not null, "body" text not null, "is_shown" boolean not null default true, "at" timestamptz(3) not null, primary key ("id"));
alter table "compacts"."statement" add constraint "statement_once" unique ("issue_id", "number");

create table "compacts"."statement_ballot" ("id" uuid not null, "statement_id" uuid not null, "voter" uuid not null, "choice" text not null, "cast_at" timestamptz(3) not null, primary key ("id"));
alter table "compacts"."statement_ballot" add constraint "statement_ballot_once" unique ("statement_id", "voter", "cast_at");
alter table "compacts"."statement_ballot" add constraint "statement_ballot_choice_check" check ("choice" = any ('{AGREE,DISAGREE,ABSTAIN}'::text[]));

create table "compacts"."support_offer" ("issue_id" uuid not null, "resident" uuid not null, "via" uuid not null, "at" timestamptz not null, "is_taken" boolean null, primary key ("issue_id", "resident"));
create index "support_offer_resident_index" on "compacts"."support_offer" ("resident");

create table "compacts"."survey" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'OPEN', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "issue_id" uuid not null, "concerns" text not null, "households" int not null, "closes_at" timestamptz not null, "created_at" timestamptz(3) not null, primary key ("id"));
create unique index "survey_open_once" on "compacts"."survey" ("issue_id") where "status" = 'OPEN';
create index "survey_issue_id_created_at_index" on "compacts"."survey" ("issue_id", "created_at");
alter table "compacts"."survey" add constraint "survey_households" check (households > 0);
alter table "compacts"."survey" add constraint "survey_status_check" check ("status" = any ('{OPEN,CLOSED}'::text[]));
create or replace function "compacts"."survey_survey_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'survey_kept' using errcode = '23514', constraint = 'survey_kept'; end if;       if new.version < old.version or (old.status in ('CLOSED') and new.status <> old.status) then raise exception 'survey_kept' using errcode = '23514', constraint = 'survey_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "survey_kept" BEFORE UPDATE OR DELETE on "compacts"."survey" for each ROW execute function "compacts"."survey_survey_kept_fn"();

create table "compacts"."survey_answer" ("id" uuid not null, "survey_id" uuid not null, "channel" text not null, "household" uuid null, "sheet" text null, "mark" int not null, "remark" text null, "entered_by" text not null, "at" timestamptz not null, primary key ("id"));
alter table "compacts"."survey_answer" add constraint "survey_sheet_once" unique ("survey_id", "sheet");
alter table "compacts"."survey_answer" add constraint "survey_answer_once" unique ("survey_id", "household");
alter table "compacts"."survey_answer" add constraint "survey_answer_unit" check ((channel = 'APP') = (household is not null) and (channel = 'PAPER') = (sheet is not null));
alter table "compacts"."survey_answer" add constraint "survey_answer_mark" check (mark >= 1 and mark <= 5);
alter table "compacts"."survey_answer" add constraint "survey_answer_channel_check" check ("channel" = any ('{APP,PAPER}'::text[]));

create table "compacts"."vote" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "issue_id" uuid not null, "meeting_id" uuid not null, "compact_id" uuid null, "purpose" text not null, "electorate_id" uuid null, "proposal" text not null, "text_hash" text not null, "manner" text not null, "delegation" text null, "opens_at" timestamptz not null, "closes_at" timestamptz not null, "extended_at" timestamptz null, "is_secret" boolean not null default false, "eligible" int null, "present" int null, "agree" int null, "disagree" int null, "abstain" int null, "areas" jsonb null, "quorate" boolean null, "carried" boolean null, "count_hash" text null, "count_signed_by" text null, "certified_by" text null, "published_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "vote_status_closes_at_index" on "compacts"."vote" ("status", "closes_at");
create index "vote_division_status_created_at_index" on "compacts"."vote" ("division", "status", "created_at");
create index "vote_issue_id_created_at_index" on "compacts"."vote" ("issue_id", "created_at");
alter table "compacts"."vote" add constraint "vote_two_signatures" check (not (status in ('CERTIFIED', 'PUBLISHED')) or (count_signed_by is not null and certified_by is not null and count_signed_by <> certified_by));
alter table "compacts"."vote" add constraint "vote_counted" check (not (status in ('COUNTED', 'CERTIFIED', 'PUBLISHED')) or (num_nonnulls(count_hash, eligible, present, agree, disagree, abstain, quorate, carried) = 8 and agree + disagree + abstain <= present and present <= eligible));
alter table "compacts"."vote" add constraint "vote_frozen" check (status in ('DRAFT', 'CANCELLED') or electorate_id is not null);
alter table "compacts"."vote" add constraint "vote_period" check (closes_at > opens_at);
alter table "compacts"."vote" add constraint "vote_status_check" check ("status" = any ('{DRAFT,ARMED,OPEN,CLOSED,COUNTED,CERTIFIED,CONTESTED,PUBLISHED,CANCELLED,VOIDED}'::text[]));
alter table "compacts"."vote" add constraint "vote_purpose_check" check ("purpose" = any ('{DECISION,COMPACT,REPEAL,OWNERS}'::text[]));
alter table "compacts"."vote" add constraint "vote_manner_check" check ("manner" = any ('{AT_MEETING,OVER_PERIOD}'::text[]));
create or replace function "compacts"."vote_vote_fixed_fn"() returns trigger as $$ begin if new.status <> old.status and not (old.status = 'CONTESTED' and new.status = old.previous_status)
        and (old.status, new.status) not in (('DRAFT', 'ARMED'), ('DRAFT', 'CANCELLED'), ('ARMED', 'OPEN'), ('ARMED', 'CANCELLED'), ('OPEN', 'CLOSED'), ('CLOSED', 'COUNTED'), ('COUNTED', 'CERTIFIED'), ('CERTIFIED', 'PUBLISHED'), ('OPEN', 'CONTESTED'), ('CLOSED', 'CONTESTED'), ('COUNTED', 'CONTESTED'), ('CONTESTED', 'VOIDED')) then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       if old.status <> 'DRAFT' and (new.proposal, new.text_hash, new.purpose, new.manner, new.issue_id, new.meeting_id, new.compact_id, new.electorate_id, new.opens_at, new.delegation, new.is_secret) is distinct from (old.proposal, old.text_hash, old.purpose, old.manner, old.issue_id, old.meeting_id, old.compact_id, old.electorate_id, old.opens_at, old.delegation, old.is_secret) then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       if old.status <> 'DRAFT' and new.closes_at <> old.closes_at
        and not (old.status = 'OPEN' and old.extended_at is null and new.closes_at > old.closes_at) then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       if (new.eligible, new.present, new.agree, new.disagree, new.abstain, new.quorate, new.carried, new.areas, new.count_hash) is distinct from (old.eligible, old.present, old.agree, old.disagree, old.abstain, old.quorate, old.carried, old.areas, old.count_hash) and not (old.status = 'CLOSED' and new.status = 'COUNTED') then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       if (old.count_signed_by is not null and new.count_signed_by is distinct from old.count_signed_by)
        or (old.certified_by is not null and new.certified_by is distinct from old.certified_by) then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       return new; end; $$ language plpgsql;
create trigger "vote_fixed" BEFORE UPDATE on "compacts"."vote" for each ROW execute function "compacts"."vote_vote_fixed_fn"();
create or replace function "compacts"."vote_vote_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'vote_kept' using errcode = '23514', constraint = 'vote_kept'; end if;       if new.version < old.version or (old.status in ('PUBLISHED', 'CANCELLED', 'VOIDED') and new.status <> old.status) then raise exception 'vote_kept' using errcode = '23514', constraint = 'vote_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "vote_kept" BEFORE UPDATE OR DELETE on "compacts"."vote" for each ROW execute function "compacts"."vote_vote_kept_fn"();

create table "compacts"."secret_count" ("id" uuid not null, "vote_id" uuid not null, "choice" text not null, "ballots" int not null, primary key ("id"));
alter table "compacts"."secret_count" add constraint "secret_count_once" unique ("vote_id", "choice");
alter table "compacts"."secret_count" add constraint "secret_count_some" check (ballots >= 0);
alter table "compacts"."secret_count" add constraint "secret_count_choice_check" check ("choice" = any ('{AGREE,DISAGREE,ABSTAIN}'::text[]));

create table "compacts"."sealed_ballot" ("id" uuid not null, "vote_id" uuid not null, "elector_id" uuid not null, "sealed" text not null, primary key ("id"));
alter table "compacts"."sealed_ballot" add constraint "sealed_ballot_once" unique ("vote_id", "elector_id");
create or replace function "compacts"."sealed_ballot_sealed_ballot_in_time_fn"() returns trigger as $$ begin declare v compacts.vote; begin
      select * into v from compacts.vote where id = coalesce(new.vote_id, old.vote_id) for share;       if (tg_op = 'DELETE') <> (v.status <> 'OPEN') then raise exception 'ballot_in_time' using errcode = '23514', constraint = 'ballot_in_time'; end if;       return coalesce(new, old); end; end; $$ language plpgsql;
create trigger "sealed_ballot_in_time" BEFORE INSERT OR UPDATE OR DELETE on "compacts"."sealed_ballot" for each ROW execute function "compacts"."sealed_ballot_sealed_ballot_in_time_fn"();

create table "compacts"."proxy" ("id" uuid not null, "vote_id" uuid not null, "grantor_id" uuid not null, "holder_id" uuid not null, "by" text not null, "at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id"));
create unique index "proxy_given_once" on "compacts"."proxy" ("vote_id", "grantor_id") where "revoked_at" is null;
create index "proxy_vote_id_index" on "compacts"."proxy" ("vote_id");

create table "compacts"."paper_entry" ("id" uuid not null, "vote_id" uuid not null, "elector_id" uuid not null, "choice" text not null, "by" text not null, "at" timestamptz not null, primary key ("id"));
alter table "compacts"."paper_entry" add constraint "paper_entry_once" unique ("vote_id", "elector_id", "by");
alter table "compacts"."paper_entry" add constraint "paper_entry_choice_check" check ("choice" = any ('{AGREE,DISAGREE,ABSTAIN}'::text[]));

create table "compacts"."ballot_box" ("id" uuid not null, "vote_id" uuid not null, "units_hash" text not null, "sealed" text not null, "by" text not null, "is_matched" boolean not null default false, primary key ("id"));
alter table "compacts"."ballot_box" add constraint "ballot_box_once" unique ("vote_id", "units_hash", "by");
create or replace function "compacts"."ballot_box_ballot_box_in_time_fn"() returns trigger as $$ begin declare v compacts.vote; begin
      select * into v from compacts.vote where id = coalesce(new.vote_id, old.vote_id) for share;       if (tg_op = 'DELETE') <> (v.status <> 'OPEN') then raise exception 'ballot_in_time' using errcode = '23514', constraint = 'ballot_in_time'; end if;       return coalesce(new, old); end; end; $$ language plpgsql;
create trigger "ballot_box_in_time" BEFORE INSERT OR UPDATE OR DELETE on "compacts"."ballot_box" for each ROW execute function "compacts"."ballot_box_ballot_box_in_time_fn"();

create table "compacts"."ballot" ("id" uuid not null, "vote_id" uuid not null, "elector_id" uuid not null, "choice" text not null, "sequence" int not null, "replaces_id" uuid null, "cast_at" timestamptz(3) not null, "channel" text not null default 'APP', "by" text not null, primary key ("id"));
create unique index "ballot_first_once" on "compacts"."ballot" ("vote_id", "elector_id") where "replaces_id" is null;
alter table "compacts"."ballot" add constraint "ballot_replaced_once" unique ("replaces_id");
alter table "compacts"."ballot" add constraint "ballot_in_sequence" unique ("vote_id", "elector_id", "sequence");
alter table "compacts"."ballot" add constraint "ballot_chain" check ((sequence = 1) = (replaces_id is null));
alter table "compacts"."ballot" add constraint "ballot_choice_check" check ("choice" = any ('{AGREE,DISAGREE,ABSTAIN}'::text[]));
alter table "compacts"."ballot" add constraint "ballot_channel_check" check ("channel" = any ('{APP,PAPER,PROXY}'::text[]));
create or replace function "compacts"."ballot_ballot_in_time_fn"() returns trigger as $$ begin declare v compacts.vote; begin
      select * into v from compacts.vote where id = new.vote_id for share;       if v.is_secret then raise exception 'ballot_secret' using errcode = '23514', constraint = 'ballot_secret'; end if;       if v.status <> 'OPEN' or new.cast_at < v.opens_at or new.cast_at >= date_trunc('second', v.closes_at) + interval '1 second' then raise exception 'ballot_in_time' using errcode = '23514', constraint = 'ballot_in_time'; end if;       if not exists (select 1 from compacts.elector e where e.id = new.elector_id and e.electorate_id = v.electorate_id)
        or exists (select 1 from compacts.electorate_objection o where o.elector_id = new.elector_id and o.status = 'UPHELD') then raise exception 'ballot_of_elector' using errcode = '23514', constraint = 'ballot_of_elector'; end if;       if new.replaces_id is not null and not exists (select 1 from compacts.ballot b
        where b.id = new.replaces_id and b.vote_id = new.vote_id and b.elector_id = new.elector_id and b.sequence = new.sequence - 1) then raise exception 'ballot_chain' using errcode = '23514', constraint = 'ballot_chain'; end if;       return new; end; end; $$ language plpgsql;
create trigger "ballot_in_time" BEFORE INSERT on "compacts"."ballot" for each ROW execute function "compacts"."ballot_ballot_in_time_fn"();

create table "compacts"."voted" ("id" uuid not null, "vote_id" uuid not null, "elector_id" uuid not null, "channel" text not null, "at" timestamptz not null, primary key ("id"));
alter table "compacts"."voted" add constraint "voted_once" unique ("vote_id", "elector_id");
alter table "compacts"."voted" add constraint "voted_channel_check" check ("channel" = any ('{APP,PAPER,PROXY}'::text[]));
create or replace function "compacts"."voted_voted_in_time_fn"() returns trigger as $$ begin declare v compacts.vote; begin
      select * into v from compacts.vote where id = new.vote_id for share;       if v.status <> 'OPEN' or new.at < v.opens_at or new.at >= date_trunc('second', v.closes_at) + interval '1 second' then raise exception 'ballot_in_time' using errcode = '23514', constraint = 'ballot_in_time'; end if;       if not exists (select 1 from compacts.elector e where e.id = new.elector_id and e.electorate_id = v.electorate_id)
        or exists (select 1 from compacts.electorate_objection o where o.elector_id = new.elector_id and o.status = 'UPHELD') then raise exception 'ballot_of_elector' using errcode = '23514', constraint = 'ballot_of_elector'; end if;       return new; end; end; $$ language plpgsql;
create trigger "voted_in_time" BEFORE INSERT on "compacts"."voted" for each ROW execute function "compacts"."voted_voted_in_time_fn"();

create table "compacts"."vote_salt" ("vote" uuid not null, "salt" text not null, primary key ("vote"));

alter table "compacts"."disclosure_correction" add constraint "disclosure_correction_disclosure_id_foreign" foreign key ("disclosure_id") references "compacts"."affairs_disclosure" ("id");

alter table "compacts"."disclosure_query" add constraint "disclosure_query_disclosure_id_foreign" foreign key ("disclosure_id") references "compacts"."affairs_disclosure" ("id");

alter table "compacts"."issue" add constraint "issue_goes_on_in_id_foreign" foreign key ("goes_on_in_id") references "compacts"."issue" ("id") on delete set null;
alter table "compacts"."issue" add constraint "issue_split_from_id_foreign" foreign key ("split_from_id") references "compacts"."issue" ("id") on delete set null;
alter table "compacts"."issue" add constraint "issue_copied_from_id_foreign" foreign key ("copied_from_id") references "compacts"."issue" ("id") on delete set null;

alter table "compacts"."consultation_source" add constraint "consultation_source_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");

alter table "compacts"."compact" add constraint "compact_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");
alter table "compacts"."compact" add constraint "compact_revises_id_foreign" foreign key ("revises_id") references "compacts"."compact" ("id") on delete no action;

alter table "compacts"."compact_comment" add constraint "compact_comment_compact_id_foreign" foreign key ("compact_id") references "compacts"."compact" ("id");

alter table "compacts"."article" add constraint "article_compact_id_foreign" foreign key ("compact_id") references "compacts"."compact" ("id");

alter table "compacts"."amendment" add constraint "amendment_compact_id_foreign" foreign key ("compact_id") references "compacts"."compact" ("id");

alter table "compacts"."building_project" add constraint "building_project_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");

alter table "compacts"."approval_step" add constraint "approval_step_project_id_foreign" foreign key ("project_id") references "compacts"."building_project" ("id");

alter table "compacts"."issue_comment" add constraint "issue_comment_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");

alter table "compacts"."issue_consent" add constraint "issue_consent_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");

alter table "compacts"."issue_raiser" add constraint "issue_raiser_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");

alter table "compacts"."issue_stay" add constraint "issue_stay_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");

alter table "compacts"."issue_support" add constraint "issue_support_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");

alter table "compacts"."meeting" add constraint "meeting_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");
alter table "compacts"."meeting" add constraint "meeting_compact_id_foreign" foreign key ("compact_id") references "compacts"."compact" ("id") on delete no action;
alter table "compacts"."meeting" add constraint "meeting_building_id_foreign" foreign key ("building_id") references "compacts"."building_project" ("id") on delete no action;

alter table "compacts"."electorate" add constraint "electorate_meeting_id_foreign" foreign key ("meeting_id") references "compacts"."meeting" ("id");

alter table "compacts"."elector" add constraint "elector_electorate_id_foreign" foreign key ("electorate_id") references "compacts"."electorate" ("id");

alter table "compacts"."electorate_objection" add constraint "electorate_objection_electorate_id_foreign" foreign key ("electorate_id") references "compacts"."electorate" ("id");
alter table "compacts"."electorate_objection" add constraint "electorate_objection_elector_id_foreign" foreign key ("elector_id") references "compacts"."elector" ("id") on delete no action;

alter table "compacts"."convening" add constraint "convening_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id") on delete no action;
alter table "compacts"."convening" add constraint "convening_meeting_id_foreign" foreign key ("meeting_id") references "compacts"."meeting" ("id") on delete no action;

alter table "compacts"."convening_signer" add constraint "convening_signer_convening_id_foreign" foreign key ("convening_id") references "compacts"."convening" ("id");

alter table "compacts"."attendance" add constraint "attendance_meeting_id_foreign" foreign key ("meeting_id") references "compacts"."meeting" ("id");

alter table "compacts"."agenda_item" add constraint "agenda_item_meeting_id_foreign" foreign key ("meeting_id") references "compacts"."meeting" ("id");

alter table "compacts"."addendum" add constraint "addendum_meeting_id_foreign" foreign key ("meeting_id") references "compacts"."meeting" ("id");

alter table "compacts"."moral_panelist" add constraint "moral_panelist_review_id_foreign" foreign key ("review_id") references "compacts"."moral_review" ("id");

alter table "compacts"."owners_committee" add constraint "owners_committee_renews_id_foreign" foreign key ("renews_id") references "compacts"."owners_committee" ("id") on delete no action;

alter table "compacts"."pledge" add constraint "pledge_compact_id_foreign" foreign key ("compact_id") references "compacts"."compact" ("id");

alter table "compacts"."pledge_paper" add constraint "pledge_paper_compact_id_foreign" foreign key ("compact_id") references "compacts"."compact" ("id");

alter table "compacts"."project" add constraint "project_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");

alter table "compacts"."milestone" add constraint "milestone_project_id_foreign" foreign key ("project_id") references "compacts"."project" ("id");

alter table "compacts"."project_fund" add constraint "project_fund_project_id_foreign" foreign key ("project_id") references "compacts"."project" ("id");

alter table "compacts"."project_inspection" add constraint "project_inspection_project_id_foreign" foreign key ("project_id") references "compacts"."project" ("id");

alter table "compacts"."project_supervisor" add constraint "project_supervisor_project_id_foreign" foreign key ("project_id") references "compacts"."project" ("id");

alter table "compacts"."roll_view" add constraint "roll_view_electorate_id_foreign" foreign key ("electorate_id") references "compacts"."electorate" ("id");

alter table "compacts"."seat" add constraint "seat_meeting_id_foreign" foreign key ("meeting_id") references "compacts"."meeting" ("id");

alter table "compacts"."statement" add constraint "statement_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");

alter table "compacts"."statement_ballot" add constraint "statement_ballot_statement_id_foreign" foreign key ("statement_id") references "compacts"."statement" ("id");

alter table "compacts"."support_offer" add constraint "support_offer_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");

alter table "compacts"."survey" add constraint "survey_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");

alter table "compacts"."survey_answer" add constraint "survey_answer_survey_id_foreign" foreign key ("survey_id") references "compacts"."survey" ("id");

alter table "compacts"."vote" add constraint "vote_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");
alter table "compacts"."vote" add constraint "vote_meeting_id_foreign" foreign key ("meeting_id") references "compacts"."meeting" ("id");
alter table "compacts"."vote" add constraint "vote_compact_id_foreign" foreign key ("compact_id") references "compacts"."compact" ("id") on delete no action;
alter table "compacts"."vote" add constraint "vote_electorate_id_foreign" foreign key ("electorate_id") references "compacts"."electorate" ("id") on delete no action;

alter table "compacts"."secret_count" add constraint "secret_count_vote_id_foreign" foreign key ("vote_id") references "compacts"."vote" ("id");

alter table "compacts"."sealed_ballot" add constraint "sealed_ballot_vote_id_foreign" foreign key ("vote_id") references "compacts"."vote" ("id");
alter table "compacts"."sealed_ballot" add constraint "sealed_ballot_elector_id_foreign" foreign key ("elector_id") references "compacts"."elector" ("id");

alter table "compacts"."proxy" add constraint "proxy_vote_id_foreign" foreign key ("vote_id") references "compacts"."vote" ("id");
alter table "compacts"."proxy" add constraint "proxy_grantor_id_foreign" foreign key ("grantor_id") references "compacts"."elector" ("id");
alter table "compacts"."proxy" add constraint "proxy_holder_id_foreign" foreign key ("holder_id") references "compacts"."elector" ("id");

alter table "compacts"."paper_entry" add constraint "paper_entry_vote_id_foreign" foreign key ("vote_id") references "compacts"."vote" ("id");
alter table "compacts"."paper_entry" add constraint "paper_entry_elector_id_foreign" foreign key ("elector_id") references "compacts"."elector" ("id");

alter table "compacts"."ballot_box" add constraint "ballot_box_vote_id_foreign" foreign key ("vote_id") references "compacts"."vote" ("id");

alter table "compacts"."ballot" add constraint "ballot_vote_id_foreign" foreign key ("vote_id") references "compacts"."vote" ("id");
alter table "compacts"."ballot" add constraint "ballot_elector_id_foreign" foreign key ("elector_id") references "compacts"."elector" ("id");
alter table "compacts"."ballot" add constraint "ballot_replaces_id_foreign" foreign key ("replaces_id") references "compacts"."ballot" ("id") on delete no action;

alter table "compacts"."voted" add constraint "voted_vote_id_foreign" foreign key ("vote_id") references "compacts"."vote" ("id");
alter table "compacts"."voted" add constraint "voted_elector_id_foreign" foreign key ("elector_id") references "compacts"."elector" ("id");

create view "compacts"."published_vote" as select v.id, v.division, v.issue_id as issue, v.purpose, v.proposal, v.text_hash, v.opens_at, v.closes_at, v.published_at,
    v.eligible, v.present, v.agree, v.disagree, v.abstain, v.quorate, v.carried, v.count_hash, e.basis, e.hash as electorate_hash
    from compacts.vote v join compacts.electorate e on e.id = v.electorate_id where v.status = 'PUBLISHED';

create view "compacts"."published_issue" as select i.id, i.division, i.number, i.title, i.status, i.scope, i.submitted_at, i.stands_since, i.rejection_code, i.rejection, i.has_appealed,
    (select count(*)::int from compacts.issue_support s where s.issue_id = i.id) as supporters
    from compacts.issue i where i.number is not null and i.status in ('REJECTED', 'APPEALED', 'REFERRED', 'MERGED', 'SPLIT', 'DELIBERATING', 'VOTING', 'ADOPTED', 'NOT_ADOPTED', 'IMPLEMENTING', 'EVALUATING', 'REWORK', 'COMPACTING', 'CONCLUDED');
