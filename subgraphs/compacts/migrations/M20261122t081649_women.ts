import { Migration } from '@mikro-orm/migrations';

export class Migration20261122081649_women extends Migration {

  override name = 'Migration20261122081649_women';

  override up(): void | Promise<void> {
    this.addSql(`alter table "compacts"."electorate" drop constraint "electorate_counted";`);
    this.addSql(`alter table "compacts"."electorate" add "women" int not null default 0;`);
    this.addSql(`alter table "compacts"."electorate" add constraint "electorate_counted" check (women >= 0 and women <= representatives and representatives <= size);`);

    this.addSql(`alter table "compacts"."roll_entry" add "is_woman_representative" boolean not null default false;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "compacts"."electorate" drop constraint "electorate_counted";`);
    this.addSql(`alter table "compacts"."electorate" drop column "women";`);
    this.addSql(`alter table "compacts"."electorate" add constraint "electorate_counted" check ((representatives >= 0) AND (representatives <= size));`);

    this.addSql(`alter table "compacts"."roll_entry" drop column "is_woman_representative";`);
  }

}
