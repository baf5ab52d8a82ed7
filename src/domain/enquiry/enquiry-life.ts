import type { LifeStep } from '../life-cycle.js';
import type { TicketPhase } from '../ticket/ticket-kind.js';

/** The stages of an enquiry: answered at once, or passed on and answered. */
export const ENQUIRY_STAGES = ['RECORDED', 'WITH_DEPARTMENT', 'ANSWERED', 'DECLINED', 'CANCELLED'] as const;
export type EnquiryStage = (typeof ENQUIRY_STAGES)[number];

const OPEN = ['RECORDED', 'WITH_DEPARTMENT'] as const;

/** The life of an enquiry: its answer ends it. @rule R-REC-01 @rule R-REC-11 @rule R-REC-23 @rule R-DSP-09 @rule R-DSP-12 @rule D-19 */
export const ENQUIRY_LIFE: readonly LifeStep<string, EnquiryStage>[] = [
  { verb: 'record', from: [null], to: 'RECORDED', rule: 'R-REC-01' },
  { verb: 'assign', from: OPEN, to: 'WITH_DEPARTMENT', rule: 'R-DSP-09' },
  ...OPEN.map((stage) => ({ verb: 'handOver', from: [stage], to: stage, rule: 'D-19' })),
  { verb: 'answer', from: OPEN, to: 'ANSWERED', rule: 'R-REC-11' },
  { verb: 'decline', from: OPEN, to: 'DECLINED', rule: 'R-DSP-12' },
  { verb: 'reopen', from: ['ANSWERED'], to: 'RECORDED', rule: 'R-REC-23' },
  { verb: 'cancel', from: OPEN, to: 'CANCELLED', rule: 'R-REC-01' },
];

/** The coarse phase that a stage belongs to. */
export const ENQUIRY_PHASES: Readonly<Record<EnquiryStage, TicketPhase>> = {
  RECORDED: 'OPEN',
  WITH_DEPARTMENT: 'IN_PROGRESS',
  ANSWERED: 'CLOSED',
  DECLINED: 'CANCELLED',
  CANCELLED: 'CANCELLED',
};
