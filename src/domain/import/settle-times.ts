import type { RepairStage } from '../ticket/repair-stage.js';
import { MILESTONES, type FileRules, type ImportMapping, type Milestone, type TimeRule } from './import-mapping.js';
import { RowRejection } from './reject-reason.js';
import type { RowValues } from './template.js';
import { endOfLocalDay, instantAcrossGap, instantsOf, startOfLocalDay } from '../calendar/zone-offset.js';

/** What is worth counting about the times of a row that is taken. */
export const TIME_FLAGS = {
  DAY_ONLY: 'A time of which the file knows the day only',
  SHIFTED_ACROSS_GAP: 'A local time that clocks skipped, read with the offset from before',
  IMPOSSIBLE_DROPPED: 'A time before the report, after the closing or in the future, left out of the ticket',
  NOT_REACHED_DROPPED: 'A time of a milestone that the stage has not reached, left out of the ticket',
  CLOSED_WITHOUT_TIME: 'A closed or cancelled ticket of which the file does not say when',
} as const;
export type TimeFlag = keyof typeof TIME_FLAGS;

/** The times of a ticket, as far as the file knows them, in the order in which they must lie. */
export interface SettledTimes {
  readonly reportedAt: number;
  readonly at: Readonly<Partial<Record<Milestone, number>>>;
  readonly flags: readonly TimeFlag[];
}

/** No report is older; what claims to be has a wrong clock. */
const OLDEST_REPORT = Date.UTC(2000, 0, 1);

const ENDED: readonly RepairStage[] = ['CLOSED', 'CANCELLED', 'DECLINED'];
const REACHED: Readonly<Partial<Record<RepairStage, Milestone>>> = {
  REPORTED: 'reportedAt',
  FORWARDED: 'forwardedAt',
  ACCEPTED: 'acceptedAt',
  SCHEDULED: 'acceptedAt',
  ON_SITE: 'startedAt',
  CARRIED_OVER: 'startedAt',
};
const isReached = (milestone: Milestone, stage: RepairStage): boolean => {
  if (milestone === 'closedAt') return ENDED.includes(stage);
  return MILESTONES.indexOf(milestone) <= MILESTONES.indexOf(REACHED[stage] ?? 'completedAt');
};

/** A time as the file knows it: instants that the text may mean, or a span in which it lies. */
type Known = { readonly flag: TimeFlag | null } & (
  { readonly instants: readonly number[] } | { readonly from: number; readonly until: number }
);

/**
 * Settles the times of a row: the report and the closing first, then what lies between them, in order. A time that is
 * not possible there is left out or rejects the row, as the mapping says.
 * @param now the latest instant that a fact can have
 */
export function settleTimes(
  mapping: ImportMapping,
  stage: RepairStage,
  value: RowValues,
  now: number,
): SettledTimes | RowRejection {
  const flags: TimeFlag[] = [];
  const at: Partial<Record<Milestone, number>> = {};
  const settle = (milestone: Milestone, lower: number, upper: number): RowRejection | null => {
    const rule = mapping.times[milestone];
    const known = rule ? knownTime(rule, mapping.file, milestone, value) : null;
    if (known instanceof RowRejection) return known;
    if (!rule || known === null) return null;
    if (!isReached(milestone, stage)) {
      flags.push('NOT_REACHED_DROPPED');
      return null;
    }
    const instant = within(known, rule, lower, upper);
    if (instant === 'IMPOSSIBLE') {
      if (rule.impossible === 'REJECT') return new RowRejection('IMPOSSIBLE_TIME', milestone);
      flags.push('IMPOSSIBLE_DROPPED');
      return null;
    }
    if (known.flag) flags.push(known.flag);
    if (instant !== null) at[milestone] = instant;
    return null;
  };
  const rejection = settle('reportedAt', OLDEST_REPORT, now);
  if (rejection) return rejection;
  const { reportedAt } = at;
  if (reportedAt === undefined) return new RowRejection('NO_REPORT_TIME');
  const closing = settle('closedAt', reportedAt, now);
  if (closing) return closing;
  if (at.closedAt === undefined && ENDED.includes(stage)) flags.push('CLOSED_WITHOUT_TIME');
  let last = reportedAt;
  for (const milestone of MILESTONES.slice(1, -1)) {
    const refused = settle(milestone, last, at.closedAt ?? now);
    if (refused) return refused;
    last = at[milestone] ?? last;
  }
  return { reportedAt, at, flags };
}

/**
 * The one instant that a row names, not before the oldest report and not after `now`; null where it names none.
 * @throws RowRejection for one that cannot be read, and for one that is impossible where the mapping rejects it
 */
export function settleTime(
  rule: TimeRule,
  file: FileRules,
  field: string,
  value: RowValues,
  now: number,
): number | null {
  const known = knownTime(rule, file, field, value);
  if (known instanceof RowRejection) throw known;
  if (known === null) return null;
  const instant = within(known, rule, OLDEST_REPORT, now);
  if (instant !== 'IMPOSSIBLE') return instant;
  if (rule.impossible === 'DROP') return null;
  throw new RowRejection('IMPOSSIBLE_TIME', field);
}

function knownTime(rule: TimeRule, file: FileRules, field: string, value: RowValues): Known | RowRejection | null {
  const text = rule.columns.map((column) => value(column).trim()).find((written) => written !== '');
  if (text === undefined) return null;
  const unreadable = (): RowRejection => new RowRejection('UNREADABLE_TIME', `${field}: ${text.slice(0, 40)}`);
  for (const read of rule.formats) {
    const written = read(text);
    if (!written) continue;
    const { local, offset } = written;
    if (!written.hasTimeOfDay || (rule.midnightMeansDay && local % 86_400_000 === 0)) {
      return {
        flag: 'DAY_ONLY',
        from: startOfLocalDay(local, file.timeZone),
        until: endOfLocalDay(local, file.timeZone),
      };
    }
    if (offset !== null) return { flag: null, instants: [local - offset] };
    const instants = instantsOf(local, file.timeZone);
    if (instants.length > 0) return { flag: null, instants: file.overlap === 'LATER' ? instants.reverse() : instants };
    if (file.gap === 'REJECT') return unreadable();
    return { flag: 'SHIFTED_ACROSS_GAP', instants: [instantAcrossGap(local, file.timeZone)] };
  }
  return unreadable();
}

function within(known: Known, rule: TimeRule, lower: number, upper: number): number | 'IMPOSSIBLE' | null {
  if ('instants' in known)
    return known.instants.find((instant) => instant >= lower && instant <= upper) ?? 'IMPOSSIBLE';
  const from = Math.max(known.from, lower);
  const until = Math.min(known.until - 1000, upper);
  if (from > until) return 'IMPOSSIBLE';
  if (rule.dayOnly === 'UNKNOWN') return null;
  return rule.dayOnly === 'EARLIEST' ? from : until;
}
