import type { PauseReason } from './pause-reason.js';

/** What an entry of a clock's ledger may say. */
export const CLOCK_ENTRY_KINDS = [
  'START',
  'PAUSE',
  'RESUME',
  'STOP',
  'CANCEL',
  'WARN',
  'BREACH',
  'SUSPEND',
  'RESTORE',
] as const;
export type ClockEntryKind = (typeof CLOCK_ENTRY_KINDS)[number];

interface Entry {
  /** When it happened, by the actor's word. */
  readonly at: Date;
  /** When the house learned of it; never before it was written, whatever `at` says. */
  readonly recordedAt: Date;
}

/** The clock stands still, at the most until `until`; then it runs again by itself. */
export interface PauseEntry extends Entry {
  readonly kind: 'PAUSE';
  readonly reason: PauseReason;
  readonly until: Date;
}

/** What else can happen to a clock. */
interface PlainEntry extends Entry {
  /**
   * `START`: it begins to run, the first one holds. `RESUME` ends a pause; `STOP` says that the milestone was reached,
   * `CANCEL` that it is no longer owed. `SUSPEND` says that it is reached on another ticket, which this one has joined;
   * `RESTORE` that it is owed here after all, as if it always had been. `WARN` and `BREACH` say that four fifths of the limit, or all of it, were
   * announced as passed.
   */
  readonly kind: Exclude<ClockEntryKind, 'PAUSE'>;
}

/** One entry of a clock's ledger: only added, never changed; what was wrong is put right by what is entered late. */
export type ClockEntry = PauseEntry | PlainEntry;

/** Whether a clock waits for nothing at present, as what it waits for happens on another ticket. @rule R-DSP-03 */
export const isSuspended = (ledger: readonly ClockEntry[]): boolean =>
  ledger.filter(({ kind }) => kind === 'SUSPEND').length > ledger.filter(({ kind }) => kind === 'RESTORE').length;

const LATE_MS = 24 * 3_600_000;

/** Whether something was entered so long after it happened that it counts as entered late. @rule R-MET-11 */
export const isEnteredLate = (at: Date, recordedAt: Date): boolean => recordedAt.getTime() - at.getTime() > LATE_MS;
