import { isGraver, type ComplaintClass } from '../complaint/complaint-class.js';
import { invalidInput, ruleRefused } from '../errors.js';
import type { Standing } from './lives.js';
import type { TicketKind } from './ticket-kind.js';
import type { TicketStage } from './ticket-stage.js';
import type { Urgency } from './urgency.js';

/** How many tickets join one at most: the callers about one lift, and then some. */
export const MOST_JOINED = 200;

/** Of a ticket, what decides whether it may lead others or join one. */
export interface Mergeable extends Standing {
  readonly id: string;
  readonly estateId: string;
  readonly kind: TicketKind;
  readonly urgency?: Urgency | null | undefined;
  readonly complaintClass?: ComplaintClass | null | undefined;
  readonly mergedIntoId?: string | null | undefined;
}

/** Stages from which a ticket joins another: nobody is at its work, and nothing of it is done. */
const JOINS: Readonly<Partial<Record<TicketKind, readonly TicketStage[]>>> = {
  REPAIR: ['REPORTED', 'FORWARDED', 'ACCEPTED', 'SCHEDULED', 'CARRIED_OVER'],
  COMPLAINT: ['RECORDED', 'WITH_DEPARTMENT'],
};

/** Stages in which a joined ticket stands where its leading one does; what comes then is between its customer and us. */
const FOLLOWS: Readonly<Partial<Record<TicketKind, readonly TicketStage[]>>> = {
  REPAIR: [...(JOINS.REPAIR ?? []), 'ON_SITE', 'COMPLETED', 'SIGNED', 'RETURNED'],
  COMPLAINT: [...(JOINS.COMPLAINT ?? []), 'RECTIFIED', 'DEPARTMENT_REPORTED'],
};

const RULE = 'R-DSP-03';
const follows = ({ kind, stage }: Mergeable): boolean => FOLLOWS[kind]?.includes(stage) === true;

/**
 * Refuses to let a ticket lead others that is itself joined to one, or whose work is done.
 * @rule R-DSP-03
 * @throws RULE_REFUSED
 */
export function assertLeads(leading: Mergeable): void {
  const { kind, stage, phase } = leading;
  if (leading.mergedIntoId != null) throw ruleRefused(RULE, 'A ticket that has joined another leads none.');
  if (!follows(leading) || phase === 'RESOLVED')
    throw ruleRefused(RULE, 'Others join a repair or complaint that is still to be dealt with.', { kind, stage });
}

/**
 * Refuses to let a ticket join one of another estate or kind, or one that is less urgent or less grave: nothing waits
 * longer for having been reported twice.
 * @rule R-DSP-03 @rule R-RPR-08 @rule R-CMP-14 @rule D-27
 * @throws INVALID_INPUT when it is the leading ticket itself
 * @throws RULE_REFUSED
 */
export function assertJoins(ticket: Mergeable, leading: Mergeable): void {
  const { id, kind, stage } = ticket;
  const refuse = (rule: string, message: string): never => {
    throw ruleRefused(rule, message, { ticketId: id, kind, stage });
  };
  if (id === leading.id) throw invalidInput('input.ticketIds', 'names the leading ticket');
  if (ticket.mergedIntoId != null) refuse(RULE, 'It has joined another ticket already.');
  if (kind !== leading.kind || ticket.estateId !== leading.estateId)
    refuse(RULE, 'Tickets join one of the same kind on the same estate.');
  if (JOINS[kind]?.includes(stage) !== true) refuse(RULE, 'Somebody is at work on it, or it is dealt with.');
  if (ticket.urgency === 'EMERGENCY' && leading.urgency !== 'EMERGENCY')
    refuse('R-RPR-08', 'An emergency joins no ordinary repair: give the leading one its urgency first.');
  if (isGraver(ticket.complaintClass ?? 'GENERAL', leading.complaintClass ?? 'GENERAL'))
    refuse('R-CMP-14', 'A graver complaint joins no lighter one: give the leading one its class first.');
}

/**
 * Where a joined ticket goes with its leading one: to a standing; nowhere (null), as it stands there already or is on its
 * own by now; or away, as the leading one ended without its work.
 * @rule R-DSP-03 @rule R-CBK-01
 */
export function whereto(ticket: Mergeable, leading: Standing): Standing | 'AWAY' | null {
  if (ticket.phase === 'CLOSED' || ticket.phase === 'CANCELLED') return null;
  if (leading.phase === 'CANCELLED' || leading.stage === 'EXPLAINED') return 'AWAY';
  if (!follows(ticket)) return null;
  const { stage, phase } = lastShared(ticket.kind, leading);
  return FOLLOWS[ticket.kind]?.includes(stage) === true && stage !== ticket.stage ? { stage, phase } : null;
}

/** A repair that was called back about or filed has come back before; each customer is called by themselves. */
const lastShared = (kind: TicketKind, leading: Standing): Standing =>
  kind === 'REPAIR' && (leading.stage === 'CALLED_BACK' || leading.stage === 'CLOSED')
    ? { stage: 'RETURNED', phase: 'RESOLVED' }
    : leading;

/**
 * Refuses work on a joined ticket: it is done on the leading one.
 * @rule R-DSP-03
 * @throws RULE_REFUSED
 */
export function assertOwnWork({ mergedIntoId }: Pick<Mergeable, 'mergedIntoId'>): void {
  if (mergedIntoId != null) throw ruleRefused(RULE, 'It has joined another ticket, and the work is done there.');
}
