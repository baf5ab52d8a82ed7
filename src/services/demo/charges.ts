import type { StoryCharge, StoryStep } from '../../domain/demo/repair-story.js';
import type { PriceKind } from '../../domain/price/price.js';
import { addObligation } from './obligations.js';
import type { DemoCompany, DemoEstate, DemoOccupancy } from './demo-company.js';
import type { Row } from './demo-rows.js';

const DAY_MS = 86_400_000;
/** A developer promises its part within so many days. */
const PROMISED_MS = 7 * DAY_MS;

interface Price {
  readonly code: string;
  readonly kind: PriceKind;
  readonly name: string;
  readonly unit: string;
  readonly priceMinor: number;
}

const LABOUR: Price = { code: 'LAB-01', kind: 'LABOUR', name: '上门维修人工', unit: '次', priceMinor: 5_000 };
const PARTS: readonly Price[] = [
  { code: 'PRT-01', kind: 'PART', name: '水龙头', unit: '个', priceMinor: 8_800 },
  { code: 'PRT-02', kind: 'PART', name: '角阀', unit: '个', priceMinor: 3_500 },
  { code: 'PRT-03', kind: 'PART', name: '插座面板', unit: '个', priceMinor: 2_600 },
  { code: 'PRT-04', kind: 'PART', name: '锁芯', unit: '个', priceMinor: 12_000 },
];
const CURRENCY = 'CNY';

/** The price list of a demo company, since it began. @rule R-DSP-13 */
export function addPrices({ id: companyId, rows, random, since }: DemoCompany, setBy: string): void {
  const chance = random.branch('prices');
  for (const { code, kind, name, unit, priceMinor } of [LABOUR, ...PARTS])
    rows.add('price_item', {
      ...{ company_id: companyId, id: chance.id(Date.parse(since)), estate_id: null, code, kind, name, unit },
      ...{ price_minor: priceMinor, currency: CURRENCY, from_day: since.slice(0, 10), until_day: null },
      ...{ set_by: setBy, set_at: since, version: 1 },
    });
}

/** A repair of the past that somebody else than the company pays for. */
interface Charged {
  readonly own: Row;
  readonly ticketId: string;
  readonly charge: StoryCharge;
  readonly steps: readonly StoryStep[];
  readonly caller: DemoOccupancy | null;
  readonly byApp: boolean;
  readonly desk: string;
  readonly technicianId: string;
  readonly engineeringHead: string;
}

/** What a charge leaves behind: columns of the ticket, to be there before other rows, and what its events tell. */
interface Traces {
  readonly columns: Row;
  readonly factsOf: (step: StoryStep) => Row;
  /** Who did a step, as events say it; null for who does such steps anyway. */
  readonly actorOf: (step: StoryStep) => Row | null;
}

const UNCHARGED: Row = { responsibility: null, charge_minor: null, charge_currency: null, developer_due_at: null };
const NO_TRACES: Traces = { columns: UNCHARGED, factsOf: () => ({}), actorOf: () => null };

/** Adds what stands behind a repair that is quoted a price for, or under the developer's warranty. @rule R-DSP-13 @rule D-05 */
export function addCharge(company: DemoCompany, estate: DemoEstate, past: Charged): Traces {
  if (past.charge === 'QUOTED') return addQuotation(company, past);
  return past.charge === 'WARRANTY' ? addWarranty(company, estate, past) : NO_TRACES;
}

function addQuotation(company: DemoCompany, past: Charged): Traces {
  const { own, ticketId, steps, caller, byApp, desk, technicianId } = past;
  const random = company.random.branch(`quotation/${ticketId}`);
  const quoted = find(steps, 'QUOTED');
  if (!quoted) return NO_TRACES;
  const answered = find(steps, 'QUOTATION_ACCEPTED');
  const part = random.pick(PARTS);
  const pieces = random.weighted({ 1: 80, 2: 20 });
  const partsMinor = part.priceMinor * Number(pieces);
  const totalMinor = LABOUR.priceMinor + partsMinor;
  const quotationId = random.id(quoted.atMs);
  const mode = byApp ? 'APP' : 'TELEPHONE';
  const answerer = byApp
    ? { actor_kind: 'RESIDENT', actor_id: caller?.customerId ?? null }
    : { actor_kind: 'STAFF', actor_id: desk };
  const noteId = answered && !byApp ? addNote(company, past, answered, desk, '业主来电同意报价') : null;
  company.rows.add('quotation', {
    ...{ ...own, id: quotationId, ticket_id: ticketId, number: 1, state: answered ? 'ACCEPTED' : 'OFFERED' },
    ...{ currency: CURRENCY, labour_minor: LABOUR.priceMinor, parts_minor: partsMinor, total_minor: totalMinor },
    ...{ quoted_by: technicianId, quoted_at: isoOf(quoted), answered_at: answered ? isoOf(answered) : null },
    ...{ answered_kind: answered ? answerer.actor_kind : null, mode: answered ? mode : null },
    answered_by: answered ? answerer.actor_id : null,
    attachment_id: null,
  });
  const line = ({ code, name, unit, priceMinor }: Price, count: number): Row => ({
    ...{ ...own, ticket_id: ticketId, code, name, unit, quantity_milli: count * 1_000 },
    ...{ price_minor: priceMinor, amount_minor: priceMinor * count },
  });
  const quotedLines = [line(LABOUR, 1), line(part, Number(pieces))] as const;
  for (const [i, { kind }] of [LABOUR, part].entries())
    company.rows.add('quotation_line', { ...quotedLines[i], quotation_id: quotationId, position: i + 1, kind });
  if (answered && find(steps, 'COMPLETED')) {
    const visit_number = steps.filter(({ type }) => type === 'STARTED').length;
    company.rows.add('repair_part', { ...quotedLines[1], visit_number, position: 1, currency: CURRENCY });
  }
  const told = { quotationId, number: 1, totalMinor, currency: CURRENCY };
  return {
    columns: { ...UNCHARGED, ...(answered ? { charge_minor: totalMinor, charge_currency: CURRENCY } : {}) },
    factsOf: (step) => {
      if (step === quoted) return { ...told, labourMinor: LABOUR.priceMinor, partsMinor };
      return step === answered ? { ...told, mode, noteId } : {};
    },
    actorOf: (step) => (step === answered ? answerer : null),
  };
}

function addWarranty(company: DemoCompany, estate: DemoEstate, past: Charged): Traces {
  const { steps, ticketId, desk, engineeringHead } = past;
  const decided = find(steps, 'RESPONSIBILITY_DECIDED');
  if (!decided) return NO_TRACES;
  const [passed, done] = [find(steps, 'PASSED_TO_DEVELOPER'), find(steps, 'DEVELOPER_DONE')];
  const noteId = addNote(company, past, decided, engineeringHead, '质保期内，属开发商保修范围');
  const dueMs = passed ? passed.atMs + PROMISED_MS : null;
  const dueAt = dueMs === null ? null : new Date(dueMs).toISOString();
  if (passed && dueMs !== null)
    addObligation(company, {
      ...{ key: `developer/${ticketId}`, estateId: estate.id, kind: 'DEVELOPER_PART' },
      ...{ subjectKind: 'TICKET', subjectId: ticketId, owner: 'FRONT_DESK', sinceMs: passed.atMs, dueMs },
      done: done ? { atMs: done.atMs, staffId: desk } : null,
    });
  return {
    columns: { ...UNCHARGED, responsibility: 'DEVELOPER_WARRANTY', developer_due_at: done ? null : dueAt },
    factsOf: (step) => {
      if (step === decided) return { responsibility: 'DEVELOPER_WARRANTY', from: null, noteId };
      if (step === passed) return { dueAt, pauseUntil: dueAt, again: false };
      return step === done ? { noteId: null } : {};
    },
    actorOf: (step) => (step === passed || step === done ? { actor_kind: 'STAFF', actor_id: desk } : null),
  };
}

function addNote(company: DemoCompany, past: Charged, step: StoryStep, authorId: string, text: string): string {
  const id = company.random.branch(`decision/${past.ticketId}`).id(step.atMs);
  company.rows.add('ticket_note', {
    ...{ ...past.own, id, ticket_id: past.ticketId, kind: 'DECISION', visibility: 'INTERNAL' },
    ...{ author_kind: 'STAFF', author_id: authorId, text, written_at: isoOf(step) },
  });
  return id;
}

const find = (steps: readonly StoryStep[], type: string): StoryStep | undefined =>
  steps.find((step) => step.type === type);
const isoOf = ({ atMs }: StoryStep): string => new Date(atMs).toISOString();
