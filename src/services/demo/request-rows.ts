import type { RequestStep } from '../../domain/demo/request-story.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import type { Row } from './demo-rows.js';
import type { DemoTeam } from './staffing.js';

const NOTE_OF: Readonly<Record<string, { readonly kind: string; readonly visibility: string }>> = {
  answer: { kind: 'FINAL_REPLY', visibility: 'CUSTOMER' },
  decline: { kind: 'FINAL_REPLY', visibility: 'CUSTOMER' },
  end: { kind: 'FINAL_REPLY', visibility: 'CUSTOMER' },
  perform: { kind: 'NOTE', visibility: 'CUSTOMER' },
  setMeasure: { kind: 'MEASURE', visibility: 'INTERNAL' },
  replyInterim: { kind: 'INTERIM_REPLY', visibility: 'CUSTOMER' },
  rectify: { kind: 'RECTIFICATION', visibility: 'INTERNAL' },
  reply: { kind: 'FINAL_REPLY', visibility: 'CUSTOMER' },
  judge: { kind: 'DECISION', visibility: 'INTERNAL' },
};

/** A request of the past, as far as its other rows need it. */
interface PastRequest {
  /** Company, estate and occupancy. */
  readonly own: Row;
  readonly ticketId: string;
  readonly steps: readonly RequestStep[];
  readonly desk: string;
}

/** What customers hear whose matter is not the company's. */
export const NOT_OURS = '不在物业服务范围内，已告知联系街道办事处。';

/** What was said at steps, as notes. @returns their ids by step */
export function addNotes(
  company: DemoCompany,
  { own, ticketId, steps, desk }: PastRequest,
  wordsAt: (step: RequestStep) => string,
): ReadonlyMap<RequestStep, string> {
  const random = company.random.branch(`notes/${ticketId}`);
  const ids = new Map<RequestStep, string>();
  for (const step of steps) {
    const note = NOTE_OF[step.verb];
    if (!note) continue;
    const id = random.id(step.atMs);
    ids.set(step, id);
    company.rows.add('ticket_note', {
      ...{ ...own, id, ticket_id: ticketId, ...note, author_kind: 'STAFF', author_id: desk },
      text: wordsAt(step),
      written_at: new Date(step.atMs).toISOString(),
    });
  }
  return ids;
}

/** The terms of a service as its steps left them. @returns what the event of a step tells of them */
export function addTerms(
  company: DemoCompany,
  { own, ticketId, steps, desk }: PastRequest,
): (step: RequestStep) => Row {
  const step = (verb: string): RequestStep | undefined => steps.find((each) => each.verb === verb);
  const [quoted, agreed] = [step('quote'), step('consent')];
  const priceMinor = company.random.branch(`terms/${ticketId}`).pick([6_000, 8_000, 12_000, 15_000, 24_000]);
  const consent = agreed ? (agreed.type === 'SERVICE_REQUEST_AGREED' ? 'GIVEN' : 'REFUSED') : null;
  const price = quoted ? { price_minor: priceMinor, currency: 'CNY' } : { price_minor: null, currency: null };
  company.rows.add('service_request', {
    ...{ ...own, ticket_id: ticketId, chargeable: quoted ? true : null, ...price },
    ...{ quoted_at: isoOf(quoted), quoted_by_id: quoted ? desk : null },
    ...{ consent, consent_mode: agreed ? 'TELEPHONE' : null, consented_at: isoOf(agreed) },
    consent_taken_by_id: agreed ? desk : null,
  });
  const named = { chargeable: true, priceMinor, currency: 'CNY' };
  return ({ verb }) =>
    verb === 'quote'
      ? { ...named, consent: null }
      : verb === 'consent' || verb === 'perform'
        ? { ...named, consent }
        : {};
}

/** Who was told of a call for help. */
export function addTold(
  company: DemoCompany,
  estate: DemoEstate,
  ticketId: string,
  toldAt: string | null,
  team: DemoTeam,
): void {
  const people = new Set([team.controlRoom, team.steward].filter((id) => id !== null));
  for (const staffId of people)
    company.rows.add('ticket_told', {
      ...{ company_id: company.id, ticket_id: ticketId, staff_id: staffId, estate_id: estate.id, told_at: toldAt },
    });
}

/** When a step was taken, ISO; null where it was not. */
export const isoOf = (step: RequestStep | undefined): string | null =>
  step ? new Date(step.atMs).toISOString() : null;
