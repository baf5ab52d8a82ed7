import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { IsolationLevel } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { dayNumber, isDay } from '../../domain/demo/demo-days.js';
import { PORTFOLIO, type CompanyPlan } from '../../domain/demo/portfolio.js';
import { Random } from '../../domain/demo/random.js';
import { conflict, invalidInput } from '../../domain/errors.js';
import { keepEverything } from '../../metrics/rebuild-metrics.js';
import type { House } from '../../tenancy/house.js';
import { atTheDoor } from '../../tenancy/identity/door-transaction.js';
import { houseVariables } from '../../tenancy/session-variables.js';
import { executeOf } from '../../tenancy/write/execute-of.js';
import { defaultCategories } from '../category/steps/default-categories.js';
import { drawAlbum } from './album.js';
import { AT_LEISURE } from './at-leisure.js';
import type { DemoCompany, DemoEstate, DemoFile } from './demo-company.js';
import { DemoRows } from './demo-rows.js';
import { addCareMarks } from './care-marks.js';
import { addPrices } from './charges.js';
import { addClocks } from './clocks.js';
import { addComplaints } from './complaints.js';
import { addContacts } from './contacts.js';
import { addCorrectiveActions } from './corrective-actions.js';
import { addDuties } from './duties.js';
import { addFees } from './fees.js';
import { addFiles } from './files.js';
import { addHouseholds } from './households.js';
import { addInspections } from './inspections.js';
import { addLiaisonLetters } from './liaison-letters.js';
import { addMetricAlerts } from './metric-alerts.js';
import { numberEvents } from './past-events.js';
import { addOwnerVisits } from './owner-visits.js';
import { addPlaces } from './places.js';
import { addRepairs, type PastEvent } from './repairs.js';
import { drawReportFigures } from './report-figures.js';
import { addReports } from './reports.js';
import { addRequests, questionsOf } from './requests.js';
import { addResidents } from './residents.js';
import { addRules } from './rules.js';
import { addQuestionnaire, addSurveys } from './surveys.js';
import { addHeadOffice, addTeam, type DemoTeam } from './staffing.js';
import { addWebhookEndpoint } from './webhooks.js';

/** What the demo is built from: the same seed and date give the same portfolio. */
export interface DemoOptions {
  readonly seed: number;
  /** The day on which history ends, `YYYY-MM-DD`: the last event lies before its midnight in Shanghai. */
  readonly date: string;
}

/** How large the demo became. */
export interface DemoSize {
  readonly companies: number;
  readonly estates: number;
  readonly units: number;
  readonly customers: number;
  readonly staff: number;
  readonly tickets: number;
  readonly events: number;
}

/** How many repairs of a company have photos and signatures. */
const ALBUM_REPAIRS = 3;

/** Parents before children; accounts are written at the door. */
const TABLES = [
  'company',
  'ticket_category',
  'estate',
  'estate_group',
  'estate_group_member',
  'building',
  'unit',
  'unit_state',
  'customer',
  'occupancy',
  'department',
  'staff',
  'role_assignment',
  'steward_building',
  'duty',
  'deputy',
  'calendar_day',
  'questionnaire',
  'survey_round',
  'survey_estate',
  'survey_form',
  'survey_response',
  'survey_answer',
  'survey_result',
  'survey_comment',
  'approval',
  'approval_decision',
  'policy_proposal',
  'policy_version',
  'counter',
  'price_item',
  'tariff',
  'bill_run',
  'bill_skip',
  'charge',
  'payment',
  'ledger_proposal',
  'ledger_entry',
  'ticket',
  'repair_visit',
  'repair_worker',
  'repair_part',
  'quotation',
  'quotation_line',
  'service_request',
  'complaint',
  'ticket_told',
  'ticket_note',
  'contact',
  'callback',
  'care_mark',
  'visit_cycle',
  'visit_month',
  'owner_visit',
  'visit_item',
  'visit_check',
  'visit_summary',
  'corrective_action',
  'corrective_action_report',
  'obligation',
  'service_clock',
  'clock_entry',
  'timer',
  'liaison_letter',
  'liaison_answer',
  'inspection',
  'inspection_item',
  'inspection_finding',
  'report',
  'report_round',
] as const;
/** What follows from the figures, and the log of all of it. */
const TABLES_OF_FIGURES = ['metric_alert_rule', 'metric_alert', 'company_head', 'event', 'webhook_endpoint'] as const;

/**
 * Builds the demo portfolio: three companies with places, people, logins, two months of repairs, complaints, requests and contacts, visits, what was to be put right, letters to head office, inspections, reports, alerts and two years of fees, each in one
 * transaction, side by side, silently: the event log begins with this history and announces nothing.
 * @throws CONFLICT when one of the companies is there already
 * @throws INVALID_INPUT when the date is none
 */
export async function buildDemo(house: House, options: DemoOptions): Promise<DemoSize> {
  if (!isDay(options.date)) throw invalidInput('date', 'must be a day from 2000 to 2100, YYYY-MM-DD');
  const codes = PORTFOLIO.map((plan) => plan.code);
  const { rows } = await house.pool.query<{ code: string }>('select code from company_directory where code = any($1)', [
    codes,
  ]);
  if (rows[0]) throw conflict(`The company ${rows[0].code} is there already.`);
  let planned: Promise<unknown> = Promise.resolve();
  const works = PORTFOLIO.map((plan) => {
    const company = planned.then(() => planCompany(plan, options));
    planned = company;
    return company.then((known) => writeCompany(house, known, options));
  });
  await Promise.allSettled(works);
  const built = await Promise.all(works);
  const count = (table: string): number => built.reduce((sum, tables) => sum + tables.count(table), 0);
  return {
    companies: count('company'),
    estates: count('estate'),
    units: count('unit'),
    customers: count('customer'),
    staff: count('staff'),
    tickets: count('ticket'),
    events: count('event'),
  };
}

async function writeCompany(house: House, { company, history }: Planned, { date }: DemoOptions): Promise<DemoRows> {
  const em = house.orm.em.fork({ session: { variables: houseVariables(company.id) } });
  await em.begin({ isolationLevel: IsolationLevel.READ_COMMITTED });
  try {
    await em.execute(AT_LEISURE);
    await write(em, company);
    await keepFiles(house, company.files);
    const execute = executeOf(em);
    await keepEverything(execute, company.id, new Date(`${date}T16:00:00Z`));
    await drawReportFigures(company, execute);
    const events = [...history, ...(await addMetricAlerts(company, execute))];
    numberEvents(company, events);
    addWebhookEndpoint(company, events.length);
    await company.rows.insert(em, TABLES_OF_FIGURES);
    await em.commit();
    return company.rows;
  } catch (error) {
    await em.rollback().catch(() => undefined);
    throw error;
  }
}

/** A company in rows, with what its log tells. */
interface Planned {
  readonly company: DemoCompany;
  readonly history: readonly PastEvent[];
}

/** Everything about a company, in rows, before any is written; in turns with those that are being written. */
async function planCompany(plan: CompanyPlan, { seed, date }: DemoOptions): Promise<Planned> {
  const random = new Random(`guanjia/${seed}/${date}/${plan.code}`);
  const album = await drawAlbum(random.branch('album'), ALBUM_REPAIRS);
  const year = Number(date.slice(0, 4));
  const since = `${year - 3}-01-04T01:00:00.000Z`;
  const id = random.id(Date.parse(since));
  const categories = defaultCategories(id, since, () => random.id(Date.parse(since)));
  const company: DemoCompany = {
    plan,
    id,
    rows: new DemoRows(),
    album,
    files: [],
    categories: new Map(categories.map((category) => [category.code, category.id])),
    appointments: [],
    random,
    names: new Random(`guanjia/${seed}/${plan.staffNames}`),
    today: dayNumber(date),
    year,
    since,
  };
  const { rows } = company;
  rows.add('company', { id, code: plan.code, name: plan.name, time_zone: plan.timeZone, created_at: since });
  rows.add('company_directory', { code: plan.code, company_id: id });
  for (const category of categories) rows.add('ticket_category', category);
  const places = addPlaces(company);
  addHeadOffice(company, places);
  const settled = places.estates.map((estate) => ({ estate, occupancies: addHouseholds(company, estate) }));
  const residents = new Set(addResidents(company, settled));
  const rules = addRules(company, places.estates);
  let questionnaireId: string | undefined;
  const events: PastEvent[] = [];
  const teams: [DemoEstate, DemoTeam][] = [];
  for (const home of settled) {
    await turn();
    const team = addTeam(company, home.estate);
    addDuties(company, home.estate, team);
    questionnaireId ??= addQuestionnaire(company, team.engineeringHead);
    addSurveys(company, home, team, questionnaireId);
    if (home.estate === places.estates[0]) addPrices(company, team.engineeringHead);
    addCareMarks(company, home.estate, home.occupancies, team.steward);
    const known = { ...home, residents };
    const repairs = addRepairs(company, known, team);
    const requests = [...addRequests(company, known, team), ...addComplaints(company, known, team)];
    const contacts = addContacts(company, home.estate, team, questionsOf(company, known, team));
    const files = home.estate === places.estates[0] ? addFiles(company, repairs, team, residents) : [];
    addClocks(company, home.estate, [...repairs, ...requests]);
    const visits = addOwnerVisits(company, known, team);
    const fees = addFees(company, home, team);
    const letters = addLiaisonLetters(company, home.estate, team);
    const reports = addReports(company, home.estate, team);
    teams.push([home.estate, team]);
    events.push(...repairs, ...requests, ...contacts, ...files, ...visits, ...fees, ...letters, ...reports);
  }
  const inspections = addInspections(company, places.estates);
  const actions = teams.flatMap(([estate, team]) => addCorrectiveActions(company, estate, team));
  return { company, history: [...rules, ...events, ...inspections, ...actions] };
}

/** The bytes lie in the store before the rows show them. */
async function keepFiles({ files: store }: House, files: readonly DemoFile[]): Promise<void> {
  for (const { key, mediaType, body } of files) {
    const draft = join(store.drafts, randomBytes(12).toString('hex'));
    await writeFile(draft, body, { mode: 0o600 });
    try {
      await store.put(key, draft, { mediaType, bytes: body.length });
    } finally {
      await rm(draft, { force: true });
    }
  }
}

const APPOINT = `
update department d set head_id = a.head_id, deputy_id = a.deputy_id
  from json_to_recordset(?::json) as a(company_id uuid, id uuid, head_id uuid, deputy_id uuid)
 where d.company_id = a.company_id and d.id = a.id`;

async function write(em: SqlEntityManager, { rows, appointments }: DemoCompany): Promise<void> {
  await rows.insert(em, TABLES);
  await em.execute(APPOINT, [JSON.stringify(appointments)]);
  await atTheDoor(em, () => rows.insert(em, ['account']));
  await rows.insert(em, ['attachment', 'signature']);
  await rows.insert(em, ['company_directory']);
}
