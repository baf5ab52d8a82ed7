import {
  doorVariables,
  houseVariables,
  sessionVariables,
  type SessionVariables,
} from '../../src/tenancy/session-variables.js';
import { principalOf, type StoryPerson } from '../support/story.js';
import type { TenantTable } from './tenant-tables.js';
import { staffOf, type ProbeWorld } from './world.js';

/** Somebody at the bare tables: what the database is told of them, and which rows are theirs, as SQL over the table. */
export interface Intruder {
  readonly title: string;
  readonly companyId: string | null;
  readonly variables: SessionVariables;
  /** Which rows they may read; `company` is said already. */
  readonly reads: (table: TenantTable) => string;
  /** Which rows they may write. */
  readonly writes: (table: TenantTable) => string;
  /** Which rows they may add; those that they may write where nothing is said. */
  readonly adds?: (table: TenantTable) => string;
}

/** Credentials, which only the door touches; somebody's own may be shown to that account. */
const CREDENTIALS = ['account', 'refresh_token'];
/** Columns that say for which person a row is. */
const PERSONAL = ['recipient_id'];
/** Tables of such rows to which other people's transactions add. */
const ADDED_BY_OTHERS = ['notification'];
/** Numbers and timers of the company that every writer advances. */
const OPEN = ['company_head', 'counter', 'timer'];

/** What customers said in confidence, and which rows of it the staff read without the right to it. */
const IN_CONFIDENCE: Readonly<Record<string, string>> = {
  survey_response: 'false',
  survey_answer: 'false',
  survey_tally: 'false',
  survey_result: 'is_open',
  survey_comment: 'is_open',
};
const unlessConfident = ({ name }: TenantTable, rows: string): string =>
  IN_CONFIDENCE[name] === undefined ? rows : `(${rows} and ${IN_CONFIDENCE[name]})`;

/** Tables that a resident's own commands write, in the name of an occupancy. */
const WRITTEN_BY_RESIDENTS = ['ticket', 'service_clock', 'clock_entry'];

/** Everybody whom the fence holds back from something. */
export async function intruders({ server, story: { harbour, cedar } }: ProbeWorld): Promise<Intruder[]> {
  const as = async (title: string, person: StoryPerson, rights: (own: StoryPerson) => Rights) => ({
    title,
    companyId: person.companyId,
    variables: sessionVariables(await principalOf(server.house, person)),
    ...rights(person),
  });
  const resident = (estate: string, unit: string) => (own: StoryPerson) => residentOf(own, estate, unit);
  const { e01, e02 } = harbour;
  return [
    await as('R-ORG-78 · head office of another company', staffOf(cedar, 'COMPANY_ADMIN'), headOffice),
    await as('R-ORG-78 · the front desk of another company', staffOf(cedar.e01, 'FRONT_DESK'), (own) =>
      staffOn(own, cedar.e01.id),
    ),
    await as(
      'R-ORG-78 · a resident of another company',
      cedar.e01.resident,
      resident(cedar.e01.id, cedar.e01.units[0].id),
    ),
    await as('R-ORG-78 · the front desk of another estate', staffOf(e02, 'FRONT_DESK'), (own) => staffOn(own, e02.id)),
    await as('D-29 · the front desk of the same estate', staffOf(e01, 'FRONT_DESK'), (own) => staffOn(own, e01.id)),
    await as('head office of the same company', staffOf(harbour, 'COMPANY_ADMIN'), headOffice),
    await as('D-30 · the former occupant', e01.former, resident(e01.id, e01.units[1].id)),
    await as('D-30 · the next occupant', e01.next, resident(e01.id, e01.units[1].id)),
    await as('D-30 · a neighbour', e01.resident, resident(e01.id, e01.units[0].id)),
    {
      title: 'the program inside another company',
      companyId: cedar.id,
      variables: houseVariables(cedar.id),
      ...program,
    },
    {
      title: 'the door of another company',
      companyId: cedar.id,
      variables: doorVariables(cedar.id),
      reads: () => 'true',
      writes: ({ name }) => String(CREDENTIALS.includes(name)),
    },
    { title: 'nobody', companyId: null, variables: {}, reads: () => 'false', writes: () => 'false' },
  ];
}

type Rights = Pick<Intruder, 'reads' | 'writes' | 'adds'>;

type Self = Pick<StoryPerson, 'accountId' | 'subjectId'>;
const NOBODY: Self = {
  accountId: '00000000-0000-0000-0000-000000000000',
  subjectId: '00000000-0000-0000-0000-000000000000',
};

/** Whether the rows of a table are for single persons. */
const isFor = ({ columns }: TenantTable): boolean => PERSONAL.some((column) => columns.includes(column));

/**
 * What belongs to one person: the account's credentials, to read, the claims of its commands, and what is for that
 * member of staff or customer. Null for other tables.
 */
function ownOnly({ name, columns }: TenantTable, { accountId, subjectId }: Self): string | null {
  const person = PERSONAL.find((column) => columns.includes(column));
  if (person) return `${person} = '${subjectId}'`;
  if (columns.includes('principal_id')) return `principal_id = '${accountId}'`;
  if (!CREDENTIALS.includes(name)) return null;
  return columns.includes('account_id') ? `account_id = '${accountId}'` : 'false';
}

const unlessCredentials = (table: TenantTable, rows: string | null): string =>
  CREDENTIALS.includes(table.name) ? 'false' : (rows ?? 'true');

/** Which rows somebody may add who reaches some estates. */
const adding =
  (writes: Intruder['writes'], reach: string): Intruder['writes'] =>
  (table) =>
    ADDED_BY_OTHERS.includes(table.name) ? `(${writes(table)} or ${reach})` : writes(table);

const headOffice = (self: Self): Rights => {
  const writes = (table: TenantTable): string =>
    table.name in IN_CONFIDENCE ? 'false' : unlessCredentials(table, ownOnly(table, self));
  return {
    reads: (table) => unlessConfident(table, ownOnly(table, self) ?? 'true'),
    writes,
    adds: adding(writes, 'true'),
  };
};

/** The program itself acts for everybody of the company, but carries no claims and touches no credentials. */
const program: Rights = {
  reads: (table) => (isFor(table) || table.name in IN_CONFIDENCE ? 'true' : headOffice(NOBODY).reads(table)),
  writes: (table) => (isFor(table) || table.name in IN_CONFIDENCE ? 'true' : headOffice(NOBODY).writes(table)),
};

function staffOn(self: StoryPerson, estateId: string): Rights {
  const estate = ({ name, columns }: TenantTable): string | null => {
    if (OPEN.includes(name)) return 'true';
    if (name === 'estate') return `id = '${estateId}'`;
    return columns.includes('estate_id') ? `estate_id = '${estateId}'` : null;
  };
  const writes = (table: TenantTable): string =>
    table.name in IN_CONFIDENCE ? 'false' : unlessCredentials(table, ownOnly(table, self) ?? estate(table) ?? 'false');
  return {
    reads: (table) => {
      const rows = estate(table);
      const own = table.columns.includes('estate_id') && rows !== null ? `(${rows} or estate_id is null)` : rows;
      return unlessConfident(table, ownOnly(table, self) ?? own ?? 'true');
    },
    writes,
    adds: adding(writes, `estate_id = '${estateId}'`),
  };
}

/** A table that is not named here is closed to residents. */
function residentOf(self: StoryPerson, estateId: string, unitId: string): Rights {
  const { subjectId, occupancyId } = self;
  const reads: Readonly<Record<string, string>> = {
    company: 'true',
    estate: `id = '${estateId}'`,
    building: `estate_id = '${estateId}'`,
    unit: `id = '${unitId}'`,
    unit_state: `unit_id = '${unitId}'`,
    customer: `id = '${subjectId}'`,
    occupancy: `customer_id = '${subjectId}'`,
    ...Object.fromEntries(WRITTEN_BY_RESIDENTS.map((name) => [name, `occupancy_id = '${String(occupancyId)}'`])),
    ticket_category: 'true',
    message_template_version: 'true',
    number_format_version: `(estate_id is null or estate_id = '${estateId}')`,
    policy_version: `(estate_id = '${estateId}' or estate_id is null)`,
    price_item: `(estate_id = '${estateId}' or estate_id is null)`,
    tariff: `estate_id = '${estateId}'`,
    calendar_day: `(estate_id = '${estateId}' or estate_id is null)`,
    questionnaire: `(estate_id = '${estateId}' or estate_id is null)`,
    survey_round: `(estate_id = '${estateId}' or estate_id is null) and stage not in ('PLANNED', 'CALLED_OFF')`,
    survey_estate: `estate_id = '${estateId}' and published_at is not null`,
    survey_result: `estate_id = '${estateId}' and is_published and is_open and scope = 'ESTATE'`,
    ...Object.fromEntries(
      ['survey_form', 'survey_response', 'survey_answer'].map((name) => [
        name,
        `occupancy_id = '${String(occupancyId)}'`,
      ]),
    ),
    event: `occupancy_id = '${String(occupancyId)}' and visibility = 'CUSTOMER'`,
  };
  const open = (table: TenantTable): string | null => (OPEN.includes(table.name) ? 'true' : ownOnly(table, self));
  const writes = (table: TenantTable): string =>
    unlessCredentials(
      table,
      open(table) ?? ([...WRITTEN_BY_RESIDENTS, 'event'].includes(table.name) ? reads[table.name]! : 'false'),
    );
  return {
    reads: (table) => open(table) ?? reads[table.name] ?? 'false',
    writes,
    adds: adding(writes, `estate_id = '${estateId}'`),
  };
}
