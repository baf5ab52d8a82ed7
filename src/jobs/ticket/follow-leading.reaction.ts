import { followLeading } from '../../services/ticket/follow-leading.js';
import type { Reaction } from '../reaction/reaction.js';

/** Happenings that move a ticket; those that have joined it follow. */
const MOVES = [
  'REPAIR_FORWARDED',
  'REPAIR_ACCEPTED',
  'REPAIR_REFUSED',
  'REPAIR_SCHEDULED',
  'REPAIR_STARTED',
  'REPAIR_CARRIED_OVER',
  'REPAIR_COMPLETED',
  'REPAIR_SIGNED',
  'REPAIR_RETURNED',
  'REPAIR_REOPENED',
  'REPAIR_CANCELLED',
  'REPAIR_DECLINED',
  'ASSIGNED',
  'TRANSFERRED',
  'COMPLAINT_RECTIFIED',
  'COMPLAINT_DEPARTMENT_REPORTED',
  'COMPLAINT_REOPENED',
  'COMPLAINT_CANCELLED',
  'COMPLAINT_DECLINED',
].map((type) => `ticket.${type}`);

/** Tickets that have joined one go where it goes. @rule R-DSP-03 */
export const followLeadingReaction: Reaction = {
  name: 'follow-leading',
  types: MOVES,
  from: 'HEAD',
  react: (ctx, { subjectId, occurredAt }) => followLeading(ctx, subjectId, occurredAt),
};
