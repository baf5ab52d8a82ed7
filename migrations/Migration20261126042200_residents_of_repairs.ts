import { Migration } from '@mikro-orm/migrations';

/**
 * Why: residents sign and rate their repairs in the app: the rating stands on the ticket, and a resident adds signatures
 * within the own occupancies.
 */
export class Migration20261126042200_residents_of_repairs extends Migration {
  override up(): void {
    this.addSql('alter table "ticket" add column "rating" text null, add column "rated_at" timestamptz null');
    this.addSql(
      `alter table "ticket" add constraint "ticket_rating_check" check ("rating" in (${list(['VERY_SATISFIED', 'SATISFIED', 'NEUTRAL', 'DISSATISFIED', 'VERY_DISSATISFIED'])}))`,
    );
    for (const statement of signatureWrites(`(${staff} or ${resident})`)) this.addSql(statement);
  }

  override down(): void {
    for (const statement of signatureWrites(staff)) this.addSql(statement);
    for (const column of ['rated_at', 'rating']) this.addSql(`alter table ticket drop column "${column}"`);
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const setting = (name: string): string => `(select nullif(current_setting('app.${name}', true), ''))`;
const inList = (column: string, name: string): string =>
  `${column} = any (coalesce((select nullif(current_setting('app.${name}', true), '')::uuid[]), '{}'::uuid[]))`;
const company = `company_id = (select nullif(current_setting('app.company', true), '')::uuid)`;
const staff = `(${setting('audience')} = 'staff' and (${setting('all_estates')} = 'on' or ${inList('estate_id', 'estates')}))`;
const resident = `(${setting('audience')} = 'resident' and ${inList('occupancy_id', 'occupancies')})`;

const signatureWrites = (writers: string): string[] => [
  'drop policy "signature_api" on "signature"',
  `create policy "signature_api" on "signature" to "guanjia_api" using (${company} and ${writers}) with check (${company} and ${writers})`,
];
