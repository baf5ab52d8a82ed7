import { dayStartMs } from '../../domain/demo/demo-days.js';
import type { Role } from '../../domain/identity/role.js';
import type { ObligationKind, ObligationSubject } from '../../domain/obligation/obligation-kind.js';
import type { ObligationState } from '../../domain/obligation/obligation-state.js';
import type { DemoCompany } from './demo-company.js';

/** Something that was or is owed, as history left it. */
interface PastObligation {
  /** Names its chance: one obligation a key and company. */
  readonly key: string;
  readonly estateId: string;
  readonly kind: ObligationKind;
  readonly subjectKind: ObligationSubject;
  readonly subjectId: string;
  /** A post, or a person. */
  readonly owner: Role | { readonly staffId: string };
  readonly sinceMs: number;
  readonly dueMs: number;
  /** When it was done, and by whom; null where it was not. */
  readonly done: { readonly atMs: number; readonly staffId: string } | null;
  /** Who let the owner off it, at the end of history. */
  readonly waivedBy?: string;
  /** What it was owed for is gone since then. */
  readonly lapsedMs?: number;
}

/** An obligation in the state that it had when history ended; one that is still open rings when it is due. */
export function addObligation(company: DemoCompany, past: PastObligation): void {
  const { key, estateId, kind, subjectKind, subjectId, owner, sinceMs, dueMs, done, waivedBy } = past;
  const endMs = dayStartMs(company.today);
  const state = stateOf(past, endMs);
  const id = company.random.branch(`obligation/${key}`).id(sinceMs);
  const settledMs = done?.atMs ?? past.lapsedMs ?? (waivedBy === undefined ? null : endMs - 1);
  const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  const missed = dueMs < endMs && (settledMs === null || settledMs > dueMs);
  company.rows.add('obligation', {
    company_id: company.id,
    id,
    estate_id: estateId,
    kind,
    subject_kind: subjectKind,
    subject_id: subjectId,
    owner_id: typeof owner === 'string' ? null : owner.staffId,
    owner_post: typeof owner === 'string' ? owner : null,
    state,
    owed_since: iso(sinceMs),
    due_at: iso(dueMs),
    missed_at: missed ? iso(dueMs) : null,
    settled_at: iso(settledMs),
    settled_by_id: done?.staffId ?? waivedBy ?? null,
    waive_reason: waivedBy === undefined ? null : '客户长期外出',
    version: 1 + Number(missed) + Number(settledMs !== null),
  });
  if (state !== 'OPEN') return;
  company.rows.add('timer', {
    company_id: company.id,
    id: company.random.branch(`timer/${key}`).id(sinceMs),
    kind: 'OBLIGATION_DUE',
    subject_id: id,
    due_at: iso(dueMs),
    set_for: iso(dueMs),
    failures: 0,
    parked_at: null,
  });
}

function stateOf({ done, dueMs, waivedBy, lapsedMs }: PastObligation, endMs: number): ObligationState {
  if (done) return done.atMs <= dueMs ? 'FULFILLED' : 'FULFILLED_LATE';
  if (waivedBy !== undefined) return 'WAIVED';
  if (lapsedMs !== undefined) return 'LAPSED';
  return dueMs < endMs ? 'MISSED' : 'OPEN';
}
