const is = (name: string, value: string): string => `(select current_setting('app.${name}', true) = '${value}')`;
const company = `company_id = (select nullif(current_setting('app.company', true), '')::uuid)`;
const inList = (column: string, name: string): string =>
  `${column} = any (coalesce((select nullif(current_setting('app.${name}', true), '')::uuid[]), '{}'::uuid[]))`;
const staff = `(${is('audience', 'staff')} and (${is('all_estates', 'on')} or ${inList('estate_id', 'estates')}))`;
const resident = `(${is('audience', 'resident')} and ${inList('occupancy_id', 'occupancies')})`;
const residentOfEstate = `(${is('audience', 'resident')} and (estate_id is null or ${inList('estate_id', 'estates')}))`;
const staffOfCompany = `(${is('audience', 'staff')} and estate_id is null)`;

/**
 * Who reads a table beside the staff of its estates: nobody; the residents of its occupancies, who may write it too; or all
 * staff, for what may be the whole company's, with or without the residents of the estate.
 */
type Readers = 'STAFF' | 'RESIDENT_READS' | 'RESIDENT_WRITES' | 'COMPANY_TOO' | 'COMPANY_TOO_AND_RESIDENTS';

const READ: Readonly<Record<Readers, string | null>> = {
  STAFF: null,
  RESIDENT_READS: resident,
  RESIDENT_WRITES: resident,
  COMPANY_TOO: staffOfCompany,
  COMPANY_TOO_AND_RESIDENTS: `(${staffOfCompany} or ${residentOfEstate})`,
};

/** The statements that put a new table behind the fence, and open it to the program. */
export function fenceOf(table: string, readers: Readers): string[] {
  const write = readers === 'RESIDENT_WRITES' ? `(${staff} or ${resident})` : staff;
  const read = READ[readers];
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
