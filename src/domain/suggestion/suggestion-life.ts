import type { LifeStep } from '../life-cycle.js';
import type { TicketPhase } from '../ticket/ticket-kind.js';

/** The stages of a suggestion: the centre sets an improvement measure for it, and tells the customer. */
export const SUGGESTION_STAGES = [
  'RECORDED',
  'WITH_DEPARTMENT',
  'MEASURE_SET',
  'ANSWERED',
  'DECLINED',
  'CANCELLED',
] as const;
export type SuggestionStage = (typeof SUGGESTION_STAGES)[number];

const BEFORE = ['RECORDED', 'WITH_DEPARTMENT'] as const;

/** The life of a suggestion: nobody is answered before a measure is set; what is not taken up is declined. @rule R-DSP-17 @rule R-REC-09 */
export const SUGGESTION_LIFE: readonly LifeStep<string, SuggestionStage>[] = [
  { verb: 'record', from: [null], to: 'RECORDED', rule: 'R-REC-09' },
  { verb: 'assign', from: BEFORE, to: 'WITH_DEPARTMENT', rule: 'R-DSP-09' },
  ...BEFORE.map((stage) => ({ verb: 'handOver', from: [stage], to: stage, rule: 'D-19' })),
  { verb: 'setMeasure', from: [...BEFORE, 'MEASURE_SET'], to: 'MEASURE_SET', rule: 'R-DSP-17' },
  { verb: 'answer', from: ['MEASURE_SET'], to: 'ANSWERED', rule: 'R-DSP-17' },
  { verb: 'decline', from: BEFORE, to: 'DECLINED', rule: 'R-DSP-12' },
  { verb: 'reopen', from: ['ANSWERED'], to: 'RECORDED', rule: 'R-REC-23' },
  { verb: 'cancel', from: BEFORE, to: 'CANCELLED', rule: 'R-REC-09' },
];

/** The coarse phase that a stage belongs to. */
export const SUGGESTION_PHASES: Readonly<Record<SuggestionStage, TicketPhase>> = {
  RECORDED: 'OPEN',
  WITH_DEPARTMENT: 'IN_PROGRESS',
  MEASURE_SET: 'RESOLVED',
  ANSWERED: 'CLOSED',
  DECLINED: 'CANCELLED',
  CANCELLED: 'CANCELLED',
};
