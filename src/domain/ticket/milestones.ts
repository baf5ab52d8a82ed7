import { invalidInput } from '../errors.js';

/** The instants that a repair has reached, in the order in which they must lie. */
export interface Milestones {
  readonly reportedAt: Date;
  readonly forwardedAt?: Date | null | undefined;
  readonly acceptedAt?: Date | null | undefined;
  readonly startedAt?: Date | null | undefined;
  readonly completedAt?: Date | null | undefined;
}

const IN_ORDER = ['completedAt', 'startedAt', 'acceptedAt', 'forwardedAt', 'reportedAt'] as const;

/** No report is older; what claims to be has a wrong clock. */
const OLDEST_REPORT = new Date('2000-01-01T00:00:00Z');

/**
 * When the next step happened: by the actor's word, or else now, but never before the step that it follows.
 * A claim in the past is a late entry and is taken as it is.
 * @throws INVALID_INPUT when the claim lies before the step that it follows (arrival before acceptance)
 */
export function timeOfNextStep(milestones: Milestones, at: Date, claimed: boolean): Date {
  const last = IN_ORDER.find((name) => milestones[name] != null) ?? 'reportedAt';
  const earliest = milestones[last] ?? milestones.reportedAt;
  if (at.getTime() >= earliest.getTime()) return at;
  if (!claimed) return earliest;
  throw invalidInput('input.occurredAt', `lies before ${last}`, { after: last, earliest: earliest.toISOString() });
}

/** @throws INVALID_INPUT when a report claims to be older than any system that it could come from */
export function assertReportTime(at: Date): void {
  if (at.getTime() < OLDEST_REPORT.getTime())
    throw invalidInput('input.occurredAt', 'lies too far in the past', { earliest: OLDEST_REPORT.toISOString() });
}
