import { dayStartMs } from '../../domain/demo/demo-days.js';
import type { ReplyMode } from '../../domain/complaint/reply-mode.js';
import type { Random } from '../../domain/demo/random.js';
import type { Role } from '../../domain/identity/role.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import { addObligation } from './obligations.js';

const LIMIT_MS = 24 * 3_600_000;

/** A customer's repair or service that is done, with what followed. */
interface DoneWork {
  readonly ticketId: string;
  /** Of a service, which is returned when it is completed, too. */
  readonly steps: readonly { readonly type: string; readonly atMs: number }[];
  readonly desk: string;
  readonly supervisor: string | null;
  /** Of a complaint: whose the callback is, how it is made, and what was heard; else the desk's, by telephone. */
  readonly complaint?: { readonly owner: Role; readonly mode: ReplyMode; readonly answer: string };
}

/** The callback that done work or a graver complaint owes, and the calls that were made about it (R-RPR-15, R-CBK-04, R-CBK-07, D-12). */
export function addCallback(company: DemoCompany, estate: DemoEstate, repair: DoneWork): void {
  const { ticketId, steps, desk, supervisor } = repair;
  const at = (type: string): number | undefined => steps.find((step) => step.type === type)?.atMs;
  const [completed, returned, called] = [at('COMPLETED'), at('RETURNED'), at('CALLED_BACK')];
  if (completed === undefined) return;
  const random = company.random.branch(`callback/${ticketId}`);
  const dueMs = (returned !== undefined && returned < completed + LIMIT_MS ? returned : completed) + LIMIT_MS;
  const stuck = called === undefined && dueMs < dayStartMs(company.today);
  addObligation(company, {
    key: `callback/${ticketId}`,
    estateId: estate.id,
    kind: 'CALLBACK',
    subjectKind: 'TICKET',
    subjectId: ticketId,
    owner: repair.complaint?.owner ?? 'FRONT_DESK',
    sinceMs: completed,
    dueMs,
    done: called === undefined ? null : { atMs: called, staffId: desk },
    ...(stuck && supervisor !== null && random.chance(0.15) ? { waivedBy: supervisor } : {}),
  });
  if (called === undefined || returned === undefined) return;
  if (random.chance(0.15)) addCall(company, estate, repair, random, returned + (called - returned) / 2, false);
  addCall(company, estate, repair, random, called, true);
}

function addCall(
  company: DemoCompany,
  estate: DemoEstate,
  { ticketId, desk, complaint }: DoneWork,
  random: Random,
  atMs: number,
  reached: boolean,
): void {
  company.rows.add('callback', {
    company_id: company.id,
    id: random.id(atMs),
    estate_id: estate.id,
    ticket_id: ticketId,
    staff_id: desk,
    mode: complaint?.mode ?? 'TELEPHONE',
    outcome: reached ? 'REACHED' : 'NOT_REACHED',
    solved: reached ? true : null,
    satisfaction: reached ? random.weighted({ VERY_SATISFIED: 45, SATISFIED: 43, NEUTRAL: 12 }) : null,
    answer: reached ? (complaint?.answer ?? '已修好') : null,
    called_at: new Date(atMs).toISOString(),
    flaw: null,
    in_quiet_hours: isQuiet(atMs),
    quiet_hours_reason: isQuiet(atMs) ? '客户约定此时' : null,
  });
}

/** Midday rest, and the night from nine to eight (P-02). */
function isQuiet(ms: number): boolean {
  const hour = Math.floor((ms + 8 * 3_600_000) / 3_600_000) % 24;
  return hour < 8 || hour >= 21 || (hour >= 12 && hour < 14);
}
