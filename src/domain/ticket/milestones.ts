import { invalidInput } from '../errors.js';
import { notBefore } from './not-before.js';

/** The instants that a repair has reached, in the order in which they must lie. */
export interface Milestones {
  readonly reportedAt: Date;
  readonly forwardedAt?: Date | null | undefined;
  readonly acceptedAt?: Date | null | undefined;
  readonly startedAt?: Date | null | undefined;
  readonly completedAt?: Date | null | undefined;
  readonly returnedAt?: Date | null | undefined;
  readonly calledBackAt?: Date | null | undefined;
}

const IN_ORDER = [
  'calledBackAt',
  'returnedAt',
  'completedAt',
  'startedAt',
  'acceptedAt',
  'forwardedAt',
  'reportedAt',
] as const;

/** No report is older; what claims to be has a wrong clock. */
const OLDEST_REPORT = new Date('2000-01-01T00:00:00Z');

/**
 * When the next step of a repair happened: never before the latest milestone that it has reached.
 * @throws INVALID_INPUT when the claim lies before the step that it follows (arrival before acceptance)
 */
export function timeOfNextStep(milestones: Milestones, at: Date, claimed: boolean): Date {
  const name = IN_ORDER.find((each) => milestones[each] != null) ?? 'reportedAt';
  return notBefore({ name, at: milestones[name] ?? milestones.reportedAt }, at, claimed);
}

/** @throws INVALID_INPUT when a report claims to be older than any system that it could come from */
export function assertReportTime(at: Date): void {
  if (at.getTime() < OLDEST_REPORT.getTime())
    throw invalidInput('input.occurredAt', 'lies too far in the past', { earliest: OLDEST_REPORT.toISOString() });
}
