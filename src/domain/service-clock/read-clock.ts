import { isSuspended, type ClockEntry, type PauseEntry } from './clock-ledger.js';
import type { PauseReason } from './pause-reason.js';
import type { TimeMeasure } from './time-measure.js';

/** How much time a milestone has, in milliseconds, and how it is counted. */
export interface ClockLimit {
  readonly ms: number;
  readonly measure: TimeMeasure;
}

/**
 * How a clock stands. MET: the milestone was reached in time, the limit's last instant included. BREACHED: the limit
 * passed, whether the milestone was reached later or not. CANCELLED: no longer owed before the limit passed, or reached on
 * the ticket that this one has joined.
 */
export const CLOCK_STATES = ['RUNNING', 'PAUSED', 'MET', 'BREACHED', 'CANCELLED'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** What a ledger says at an instant. */
export interface ClockReading {
  readonly state: ClockState;
  readonly startedAt: Date;
  /** The last instant that still attains. In a pause: as if the pause took all the time that it may. */
  readonly dueAt: Date;
  /** When four fifths of the limit have passed, counted like `dueAt`. */
  readonly warnAt: Date;
  /** When it ended: the milestone was reached, or is no longer owed here. */
  readonly endedAt: Date | null;
  readonly stoppedAt: Date | null;
  /** When the limit passed; null while it has not, and when a late entry has shown that it was kept. */
  readonly breachedAt: Date | null;
  /** When four fifths of the limit were announced as passed. */
  readonly warnedAt: Date | null;
  /** Whether the breach was announced. */
  readonly announced: boolean;
  /** When a late entry took an announced breach back. */
  readonly breachWithdrawnAt: Date | null;
  /** Whole seconds, rounded down, of the counted time that stood still until the clock ended or the asked instant. */
  readonly pausedSeconds: number;
  /** The pause that the clock stands in. */
  readonly pause: { readonly reason: PauseReason; readonly since: Date; readonly until: Date } | null;
}

const WARN_SHARE = 0.8;

/** A stretch of time, from, up to and not including, to. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads a clock off its ledger alone, as of an instant: the entries in the order in which things happened, however late
 * or mixed they were entered. Reaching the milestone at the limit attains. What lies after the end of the clock does
 * not count. One that was suspended and restored reads as if neither had been.
 * @rule R-MET-05 @rule R-MET-11 @rule D-19 @rule R-DSP-03
 * @throws Error when the ledger has no start
 */
export function readClock(ledger: readonly ClockEntry[], limit: ClockLimit, asOf: Date): ClockReading {
  const entries = [...ledger].sort((a, b) => a.at.getTime() - b.at.getTime());
  const start = entries.find((entry) => entry.kind === 'START');
  if (!start) throw new Error('A clock without a start.');
  const startedAt = start.at.getTime();
  const end = endEntry(entries);
  const endedAt = end && Math.max(end.at.getTime(), startedAt);
  const pauses = standingStill(entries, startedAt, endedAt ?? Infinity);
  const due = reached(startedAt, pauses, limit.ms, limit.measure);
  const warn = reached(startedAt, pauses, Math.round(limit.ms * WARN_SHARE), limit.measure);
  const now = endedAt ?? asOf.getTime();
  const late = now > due;
  const current = end ? undefined : pauses.find(({ from, to }) => from <= now && now < to);
  const warned = entries.find((entry) => entry.kind === 'WARN');
  const announced = entries.some((entry) => entry.kind === 'BREACH');
  return {
    state: late ? 'BREACHED' : end ? (end.kind === 'STOP' ? 'MET' : 'CANCELLED') : current ? 'PAUSED' : 'RUNNING',
    startedAt: new Date(startedAt),
    dueAt: new Date(due),
    warnAt: new Date(warn),
    endedAt: endedAt === undefined ? null : new Date(endedAt),
    stoppedAt: end?.kind === 'STOP' ? new Date(now) : null,
    breachedAt: late ? new Date(due) : null,
    warnedAt: warned?.at ?? null,
    announced,
    breachWithdrawnAt: announced && end && !late ? end.recordedAt : null,
    pausedSeconds: Math.floor(standing(pauses, now, limit.measure) / 1_000),
    pause: current ? { reason: current.reason, since: new Date(current.from), until: new Date(current.to) } : null,
  };
}

/** A stretch in which a clock stands still, and why. */
type Standing = Stretch & { readonly reason: PauseReason };

/**
 * The stretches in which a clock stands still, as its ledger says, in order, none touching another: a pause begun in a
 * pause does not count.
 * @throws Error when the ledger has no start
 */
export function pausesOf(ledger: readonly ClockEntry[]): Standing[] {
  const entries = [...ledger].sort((a, b) => a.at.getTime() - b.at.getTime());
  const start = entries.find((entry) => entry.kind === 'START');
  if (!start) throw new Error('A clock without a start.');
  const end = endEntry(entries);
  return standingStill(entries, start.at.getTime(), end?.at.getTime() ?? Infinity);
}

/** The entry by which a clock ends: the first of those that end it. */
function endEntry(entries: readonly ClockEntry[]): ClockEntry | undefined {
  const suspension = isSuspended(entries) ? entries.findLast(({ kind }) => kind === 'SUSPEND') : undefined;
  return entries.find((entry) => entry.kind === 'STOP' || entry.kind === 'CANCEL' || entry === suspension);
}

function standingStill(entries: readonly ClockEntry[], startedAt: number, endedAt: number): Standing[] {
  const pauses: Standing[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'PAUSE') continue;
    const from = Math.max(entry.at.getTime(), startedAt);
    if (from >= endedAt || from < (pauses.at(-1)?.to ?? -Infinity)) continue;
    const to = endOf(entry, entries);
    if (to > from) pauses.push({ from, to, reason: entry.reason });
  }
  return pauses;
}

/** When a pause ends: by the first resumption after it began, else by its cap. */
function endOf(pause: PauseEntry, entries: readonly ClockEntry[]): number {
  const from = pause.at.getTime();
  const cap = pause.until.getTime();
  const resumed = entries.find((entry) => entry.kind === 'RESUME' && entry.at.getTime() > from);
  return Math.min(cap, resumed?.at.getTime() ?? cap);
}

/** The instant by which so much counted time has passed outside the pauses. */
function reached(from: number, pauses: readonly Stretch[], ms: number, measure: TimeMeasure): number {
  let left = ms;
  let at = from;
  for (const pause of pauses) {
    const running = measure.between(at, pause.from);
    if (running >= left) break;
    left -= running;
    at = pause.to;
  }
  return measure.after(at, left);
}

/** Counted time inside the pauses up to an instant. */
const standing = (pauses: readonly Stretch[], until: number, measure: TimeMeasure): number =>
  pauses.reduce((sum, { from, to }) => (from < until ? sum + measure.between(from, Math.min(to, until)) : sum), 0);
