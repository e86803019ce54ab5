import { Migration } from '@mikro-orm/migrations';

export class Migration20261122041723_funded_in_force extends Migration {

  override name = 'Migration20261122041723_funded_in_force';

  override up(): void | Promise<void> {
    this.addSql(`drop trigger if exists "version_fixed" on "duties"."duty_list_version";`);
    this.addSql(`drop function if exists "duties"."duty_list_version_version_fixed_fn"();`);
    this.addSql(`create or replace function "duties"."duty_list_version_version_fixed_fn"() returns trigger as \$\$ begin if (new.list_id, new.division, new.number, new.year, new.created_at) is distinct from (old.list_id, old.division, old.number, old.year, old.created_at) then raise exception 'version_fixed' using errcode = '23514', constraint = 'version_fixed'; end if;       if old.status not in ('COMPILING', 'SOLICITING', 'DELIBERATED') and ((new.document_number, new.effective_on, new.published_at, new.deliberation, new.deliberated_at) is distinct from (old.document_number, old.effective_on, old.published_at, old.deliberation, old.deliberated_at)
        or new.status in ('COMPILING', 'SOLICITING', 'DELIBERATED')) then raise exception 'version_fixed' using errcode = '23514', constraint = 'version_fixed'; end if;       if new.status = 'IN_FORCE' and old.status not in ('PUBLISHED', 'IN_FORCE') then raise exception 'version_fixed' using errcode = '23514', constraint = 'version_fixed'; end if;       if new.status = 'IN_FORCE' and old.status = 'PUBLISHED' and exists (select 1 from duties.duty_item i join duties.duty_list l on l.id = new.list_id
  where i.list_version_id = new.id and i.status <> 'WITHDRAWN' and l.type in ('ASSIST_GOVERNMENT') and not exists (
    select 1 from duties.funding_commitment f join duties.duty_list fl on fl.id = f.list_id
     where f.item_code = i.code and f.year = new.year and f.status in ('BUDGETED', 'TRANSFERRED', 'RECONCILED') and fl.type = l.type
       and fl.division in (new.division, left(new.division, 9) || '000', left(new.division, 6) || '000000') for share of f)) then raise exception 'version_funded' using errcode = '23514', constraint = 'version_funded'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "version_fixed" BEFORE UPDATE on "duties"."duty_list_version" for each ROW execute function "duties"."duty_list_version_version_fixed_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger if exists "version_fixed" on "duties"."duty_list_version";`);
    this.addSql(`drop function if exists "duties"."duty_list_version_version_fixed_fn"();`);
    this.addSql(`create or replace function "duties"."duty_list_version_version_fixed_fn"() returns trigger as \$\$ begin if (new.list_id, new.division, new.number, new.year, new.created_at) is distinct from (old.list_id, old.division, old.number, old.year, old.created_at) then raise exception 'version_fixed' using errcode = '23514', constraint = 'version_fixed'; end if;       if old.status not in ('COMPILING', 'SOLICITING', 'DELIBERATED') and ((new.document_number, new.effective_on, new.published_at, new.deliberation, new.deliberated_at) is distinct from (old.document_number, old.effective_on, old.published_at, old.deliberation, old.deliberated_at)
        or new.status in ('COMPILING', 'SOLICITING', 'DELIBERATED')) then raise exception 'version_fixed' using errcode = '23514', constraint = 'version_fixed'; end if;       if new.status = 'IN_FORCE' and old.status not in ('PUBLISHED', 'IN_FORCE') then raise exception 'version_fixed' using errcode = '23514', constraint = 'version_fixed'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "version_fixed" BEFORE UPDATE on "duties"."duty_list_version" for each ROW execute function "duties"."duty_list_version_version_fixed_fn"();`);
  }

}
