import type { PolicyDef } from '@mikro-orm/core';

/** The database role of the program; owns nothing and cannot bypass row-level security. */
export const API_ROLE = 'guanjia_api';
/** The database role of migrations; owns every table. */
export const OWNER_ROLE = 'guanjia_owner';
/** The database role that sees numbers and instants of all companies, and no row of any. */
export const WATCH_ROLE = 'guanjia_watch';

/**
 * Transaction-local settings that carry the principal's scope into the database.
 * `audience` is `staff`, `resident` or `door` (sign-in and token checks: credentials and nothing else). `subject` is the
 * member of staff or the customer who asks; `house` is `on` for the program itself and for nobody who has signed in;
 * `confidences` is `on` for whoever may read what customers said in confidence, and while such words are taken down.
 */
export const SETTING = {
  company: 'app.company',
  audience: 'app.audience',
  principal: 'app.principal',
  subject: 'app.subject',
  house: 'app.house',
  confidences: 'app.confidences',
  allEstates: 'app.all_estates',
  estates: 'app.estates',
  units: 'app.units',
  occupancies: 'app.occupancies',
  customer: 'app.customer',
} as const;

/**
 * Whether a setting has a value, as one boolean that is computed once a statement. Written so, and not as a comparison of
 * a computed text: of that the planner takes one row in two hundred to pass, of this one in two, and it must not take a
 * company of millions for a handful.
 */
const is = (setting: string, value: string): string => `(select current_setting('${setting}', true) = '${value}')`;
const uuid = (setting: string): string => `(select nullif(current_setting('${setting}', true), '')::uuid)`;
const inList = (column: string, setting: string): string =>
  `${column} = any (coalesce((select nullif(current_setting('${setting}', true), '')::uuid[]), '{}'::uuid[]))`;
const audience = (name: 'staff' | 'resident' | 'door'): string => is(SETTING.audience, name);
const either = (...terms: string[]): string => (terms.length === 1 ? String(terms[0]) : `(${terms.join(' or ')})`);

/** How far a table is open. Closed to everybody that is not named. */
export interface FenceOptions {
  /** Column that holds the company; the company's own table uses `id`. */
  readonly company?: string;
  /**
   * `required`: every row belongs to an estate in `estate_id`. `nullable`: null is the company's own row, read by all
   * its staff and written with all-estates scope. `none`: the whole table belongs to the company, read by all its staff
   * and written with all-estates scope. `open`: numbers of the company that every writer advances.
   */
  readonly estate: 'required' | 'nullable' | 'none' | 'open';
  /** Column that holds the estate; the estate's own table uses `id`. */
  readonly estateColumn?: string;
  /**
   * What a resident reads: rows of the own estates, units, occupancies, or the own customer row; `estateOrCompany` are
   * rules of the house, the own estates' and the company's. Absent: nothing.
   */
  readonly residentReads?: {
    readonly by: 'estate' | 'estateOrCompany' | 'unit' | 'occupancy' | 'customer' | 'company';
    readonly column: string;
    readonly and?: string;
  };
  /**
   * Column with the occupancy in whose name a resident writes, within what a resident may read. Absent: residents write
   * nothing.
   */
  readonly residentWrites?: string;
  /**
   * What customers said in confidence: closed to staff, on their own estates too, except to whoever may read it; `unless` is
   * the column that opens a row to the staff of its estate for reading.
   * @rule D-29
   */
  readonly confidential?: true | { readonly unless: string };
  /** The door may read the rows (to build a principal). */
  readonly doorReads?: boolean;
  /** Only the door may read and write the rows: credentials. */
  readonly doorOnly?: boolean;
  /** Column with the account whose own requests may read the row, whatever else is closed to them. */
  readonly accountReads?: string;
  /** Rows of one principal: nobody else's requests see them. */
  readonly principalColumn?: string;
  /** Rows for one member of staff or customer: only that person's own requests and the program itself see them. */
  readonly personColumn?: string;
  /** Other people's transactions may add rows of `personColumn` tables, on estates that they reach; they never see them. */
  readonly othersAdd?: boolean;
  /** Extra read access for the watching role, which is granted single columns only. */
  readonly watched?: boolean;
}

/** Metadata that puts a tenant table behind the fence: row-level security, forced, with its policies. */
export function fence(table: string, options: FenceOptions): { rowLevelSecurity: 'force'; policies: PolicyDef[] } {
  const company = `${options.company ?? 'company_id'} = ${uuid(SETTING.company)}`;
  const write = `${company} and ${either(...writeTerms(options))}`;
  const read = readTerms(options);
  const api = [API_ROLE];
  return {
    rowLevelSecurity: 'force',
    policies: [
      { name: `${table}_api`, command: 'all', roles: api, using: write, check: write },
      ...(options.othersAdd
        ? [
            {
              name: `${table}_add`,
              command: 'insert' as const,
              roles: api,
              check: `${company} and ${either(...addTerms(options))}`,
            },
          ]
        : []),
      ...(read.length > 0
        ? [
            {
              name: `${table}_read`,
              command: 'select' as const,
              roles: api,
              using: `${company} and ${either(...read)}`,
            },
          ]
        : []),
      { name: `${table}_owner`, command: 'all', roles: [OWNER_ROLE], using: 'true', check: 'true' },
      ...(options.watched
        ? [{ name: `${table}_watch`, command: 'select' as const, roles: [WATCH_ROLE], using: 'true' }]
        : []),
    ],
  };
}

function estateTerm(options: FenceOptions): string {
  const everywhere = is(SETTING.allEstates, 'on');
  if (options.estate === 'none') return everywhere;
  return either(everywhere, inList(options.estateColumn ?? 'estate_id', SETTING.estates));
}

function writeTerms(options: FenceOptions): string[] {
  if (options.doorOnly) return [audience('door')];
  if (options.principalColumn) return [`${options.principalColumn} = ${uuid(SETTING.principal)}`];
  if (options.personColumn) return [`${options.personColumn} = ${uuid(SETTING.subject)}`, is(SETTING.house, 'on')];
  if (options.estate === 'open') return [audience('staff'), audience('resident')];
  const confidence = options.confidential ? ` and ${is(SETTING.confidences, 'on')}` : '';
  const terms = [`(${audience('staff')} and ${estateTerm(options)}${confidence})`];
  if (options.residentWrites) {
    const and = options.residentReads?.and;
    const own = inList(options.residentWrites, SETTING.occupancies);
    terms.push(`(${audience('resident')} and ${own}${and ? ` and ${and}` : ''})`);
  }
  return terms;
}

function addTerms(options: FenceOptions): string[] {
  const within = inList(options.estateColumn ?? 'estate_id', SETTING.estates);
  return [`(${audience('staff')} and ${estateTerm(options)})`, `(${audience('resident')} and ${within})`];
}

function readTerms(options: FenceOptions): string[] {
  const terms: string[] = options.accountReads ? [`${options.accountReads} = ${uuid(SETTING.principal)}`] : [];
  if (options.doorOnly || options.principalColumn || options.personColumn) return terms;
  if (options.estate === 'nullable') terms.push(`(${audience('staff')} and estate_id is null)`);
  if (typeof options.confidential === 'object')
    terms.push(`(${audience('staff')} and ${estateTerm(options)} and ${options.confidential.unless})`);
  if (options.estate === 'none') terms.push(audience('staff'));
  if (options.doorReads) terms.push(audience('door'));
  if (options.residentReads) {
    const { by, column, and } = options.residentReads;
    const own = {
      estate: () => inList(column, SETTING.estates),
      estateOrCompany: () => either(`${column} is null`, inList(column, SETTING.estates)),
      unit: () => inList(column, SETTING.units),
      occupancy: () => inList(column, SETTING.occupancies),
      customer: () => `${column} = ${uuid(SETTING.customer)}`,
      company: () => 'true',
    }[by]();
    terms.push(`(${audience('resident')} and ${own}${and ? ` and ${and}` : ''})`);
  }
  return terms;
}
