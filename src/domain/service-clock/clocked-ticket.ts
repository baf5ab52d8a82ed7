import type { ComplaintClass } from '../complaint/complaint-class.js';
import type { PolicyInForce } from '../policy/policy-at.js';
import type { PolicyKey } from '../policy/policies.js';
import type { Intake } from '../ticket/intake.js';
import type { TicketKind, TicketPhase } from '../ticket/ticket-kind.js';
import type { TicketStage } from '../ticket/ticket-stage.js';
import type { Urgency } from '../ticket/urgency.js';

/** What of a ticket decides which clocks run for it, as it stands after what has happened. */
export interface ClockedTicket {
  readonly id: string;
  readonly kind: TicketKind;
  readonly phase: TicketPhase;
  readonly stage: TicketStage;
  readonly urgency: Urgency | null;
  readonly complaintClass: ComplaintClass | null;
  readonly takenBy: Intake | null;
  /** Whether somebody is called back about it. @rule D-05 */
  readonly concernsCustomer: boolean;
  /** Whether it has joined another ticket, on which the work is done. @rule R-DSP-03 */
  readonly joined: boolean;
  /** Arrivals on site so far. */
  readonly visits: number;
  readonly reportedAt: Date;
  readonly acceptedAt: Date | null;
  /** Of a complaint. */
  readonly rectifiedAt: Date | null;
  readonly departmentReportedAt: Date | null;
}

/** Something that happened to a ticket. */
export interface ClockHappening {
  /** As events name it: `REPAIR_ACCEPTED`. */
  readonly type: string;
  readonly at: Date;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** The policies by which the clocks of a ticket go: those in force on the day of an instant, of a limit when it began. @rule R-MET-09 */
export type PoliciesOfTicket = <K extends PolicyKey>(key: K, at: Date) => PolicyInForce<K>;
