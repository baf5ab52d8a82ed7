import { defineEntity, p } from '@mikro-orm/core';
import { PAUSE_REASONS } from '../../domain/service-clock/pause-reason.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** For how long somebody wants a clock to stand still beyond the cap, as it was submitted. Never changed. @rule D-05 */
export const ClockPauseProposalSchema = defineEntity({
  name: 'ClockPauseProposal',
  tableName: 'clock_pause_proposal',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    ticketId: col.ref(),
    clockId: col.ref(),
    reason: p.enum(PAUSE_REASONS),
    /** When the clock would run again by itself. */
    untilAt: col.instant(),
    /** Why, in the words of whoever proposes it: an internal note of the ticket. */
    noteId: col.ref(),
    proposedAt: col.instant(),
  },
  ...fence('clock_pause_proposal', { estate: 'required' }),
});

export class ClockPauseProposal extends ClockPauseProposalSchema.class {}
ClockPauseProposalSchema.setClass(ClockPauseProposal);
