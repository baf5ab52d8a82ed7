const is = (name: string, value: string): string => `(select current_setting('app.${name}', true) = '${value}')`;
const company = `company_id = (select nullif(current_setting('app.company', true), '')::uuid)`;
const inList = (column: string, name: string): string =>
  `${column} = any (coalesce((select nullif(current_setting('app.${name}', true), '')::uuid[]), '{}'::uuid[]))`;
const staff = `(${is('audience', 'staff')} and (${is('all_estates', 'on')} or ${inList('estate_id', 'estates')}))`;
const trusted = staff.replace(/\)$/, ` and ${is('confidences', 'on')})`);
const resident = `(${is('audience', 'resident')} and ${inList('occupancy_id', 'occupancies')})`;
const residentOfEstate = (and: string): string =>
  `(${is('audience', 'resident')} and (estate_id is null or ${inList('estate_id', 'estates')})${and})`;
const payer = `(${is('audience', 'resident')} and payer_id = (select nullif(current_setting('app.customer', true), '')::uuid))`;
const staffOfCompany = `(${is('audience', 'staff')} and estate_id is null)`;

/**
 * Who reads a table beside the staff of its estates: nobody; the residents of its occupancies, who may write it too; the payer; or all
 * staff, for what may be the whole company's, with or without the residents of the estate; the residents of the estate; or
 * the residents of its occupancies, of what is closed to the staff of estates, or nobody of it; or the staff of the estate of what is opened
 * to them, with or without the residents of the estate; or all staff, of what is the whole company's and has no estate.
 */
type Readers =
  | 'STAFF'
  | 'RESIDENT_READS'
  | 'RESIDENT_WRITES'
  | 'PAYER_READS'
  | 'COMPANY_TOO'
  | 'COMPANY_TOO_AND_RESIDENTS'
  | 'RESIDENTS_OF_ESTATE'
  | 'CONFIDENTIAL'
  | 'CONFIDENTIAL_TO_ALL'
  | 'CONFIDENTIAL_UNLESS_OPEN'
  | 'CONFIDENTIAL_UNLESS_OPEN_TO_STAFF'
  | 'COMPANY_ONLY';

const readers = (and: string): Readonly<Record<Readers, string | null>> => ({
  STAFF: null,
  RESIDENT_READS: resident,
  RESIDENT_WRITES: resident,
  COMPANY_TOO: staffOfCompany,
  PAYER_READS: payer,
  COMPANY_TOO_AND_RESIDENTS: `(${staffOfCompany} or ${residentOfEstate(and)})`,
  RESIDENTS_OF_ESTATE: `(${is('audience', 'resident')} and ${inList('estate_id', 'estates')}${and})`,
  CONFIDENTIAL: resident,
  CONFIDENTIAL_TO_ALL: null,
  CONFIDENTIAL_UNLESS_OPEN: `(${staff.replace(/\)$/, ' and is_open)')} or (${is('audience', 'resident')} and ${inList('estate_id', 'estates')}${and}))`,
  CONFIDENTIAL_UNLESS_OPEN_TO_STAFF: staff.replace(/\)$/, ' and is_open)'),
  COMPANY_ONLY: is('audience', 'staff'),
});

/**
 * The statements that put a new table behind the fence, and open it to the program.
 * @param and holds as well of what the residents of an estate read
 */
export function fenceOf(table: string, who: Readers, and?: string): string[] {
  const write =
    who === 'RESIDENT_WRITES'
      ? `(${staff} or ${resident})`
      : who === 'COMPANY_ONLY'
        ? `(${is('audience', 'staff')} and ${is('all_estates', 'on')})`
        : who.startsWith('CONFIDENTIAL')
          ? trusted
          : staff;
  const read = readers(and === undefined ? '' : ` and ${and}`)[who];
  return [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
    `create policy "${table}_api" on "${table}" to "guanjia_api" using (${company} and ${write}) with check (${company} and ${write})`,
    ...(read === null
      ? []
      : [`create policy "${table}_read" on "${table}" for select to "guanjia_api" using (${company} and ${read})`]),
    `create policy "${table}_owner" on "${table}" to "guanjia_owner" using (true) with check (true)`,
    `grant select, insert, update, delete on "${table}" to guanjia_api`,
  ];
}
