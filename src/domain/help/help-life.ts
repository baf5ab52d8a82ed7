import type { LifeStep } from '../life-cycle.js';
import type { TicketPhase } from '../ticket/ticket-kind.js';

/** The stages of a help call: the people on duty are told at once, somebody comes, it is over. */
export const HELP_STAGES = ['REPORTED', 'ALERTED', 'ON_SITE', 'ENDED', 'CANCELLED'] as const;
export type HelpStage = (typeof HELP_STAGES)[number];

const COMING = ['REPORTED', 'ALERTED'] as const;

/** The life of a help call: whoever runs is recorded, told or not. @rule R-EMG-02 @rule R-EMG-10 @rule R-EMG-11 */
export const HELP_LIFE: readonly LifeStep<string, HelpStage>[] = [
  { verb: 'record', from: [null], to: 'REPORTED', rule: 'R-EMG-11' },
  { verb: 'alert', from: COMING, to: 'ALERTED', rule: 'R-EMG-02' },
  { verb: 'alert', from: ['ON_SITE'], to: 'ON_SITE', rule: 'R-EMG-02' },
  { verb: 'assign', from: COMING, to: 'ALERTED', rule: 'R-EMG-02' },
  { verb: 'assign', from: ['ON_SITE'], to: 'ON_SITE', rule: 'R-EMG-02' },
  ...[...COMING, 'ON_SITE' as const].map((stage) => ({ verb: 'handOver', from: [stage], to: stage, rule: 'D-19' })),
  { verb: 'arrive', from: [...COMING, 'ON_SITE'], to: 'ON_SITE', rule: 'R-EMG-10' },
  { verb: 'end', from: [...COMING, 'ON_SITE'], to: 'ENDED', rule: 'R-EMG-11' },
  { verb: 'cancel', from: COMING, to: 'CANCELLED', rule: 'R-EMG-11' },
];

/** The coarse phase that a stage belongs to. */
export const HELP_PHASES: Readonly<Record<HelpStage, TicketPhase>> = {
  REPORTED: 'OPEN',
  ALERTED: 'IN_PROGRESS',
  ON_SITE: 'IN_PROGRESS',
  ENDED: 'CLOSED',
  CANCELLED: 'CANCELLED',
};
