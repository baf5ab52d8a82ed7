import type { LifeStep } from '../life-cycle.js';
import type { TicketPhase } from '../ticket/ticket-kind.js';

/** The stages of a service request (section 4 of the domain). */
export const SERVICE_STAGES = [
  'ACCEPTED',
  'DISPATCHED',
  'PERFORMED',
  'CALLED_BACK',
  'CLOSED',
  'DECLINED',
  'CANCELLED',
] as const;
export type ServiceStage = (typeof SERVICE_STAGES)[number];

const BEFORE = ['ACCEPTED', 'DISPATCHED'] as const;
const DONE = ['PERFORMED', 'CALLED_BACK'] as const;
const inPlace = (verb: string, rule: string): LifeStep<string, ServiceStage>[] =>
  BEFORE.map((stage) => ({ verb, from: [stage], to: stage, rule }));

/**
 * The life of a service request: accept, perform, feed back. Naming the price and agreeing to it leave it where it is.
 * @rule R-DSP-04 @rule R-DSP-08 @rule R-DSP-09 @rule R-DSP-12 @rule R-DSP-13 @rule R-CBK-07
 */
export const SERVICE_LIFE: readonly LifeStep<string, ServiceStage>[] = [
  { verb: 'record', from: [null], to: 'ACCEPTED', rule: 'R-DSP-08' },
  ...inPlace('quote', 'R-DSP-13'),
  ...inPlace('consent', 'R-DSP-13'),
  ...inPlace('handOver', 'D-19'),
  { verb: 'assign', from: BEFORE, to: 'DISPATCHED', rule: 'R-DSP-09' },
  { verb: 'perform', from: BEFORE, to: 'PERFORMED', rule: 'R-DSP-04' },
  { verb: 'callBack', from: DONE, to: 'CALLED_BACK', rule: 'R-CBK-07' },
  { verb: 'close', from: DONE, to: 'CLOSED', rule: 'R-DSP-04' },
  { verb: 'decline', from: BEFORE, to: 'DECLINED', rule: 'R-DSP-12' },
  { verb: 'reopen', from: DONE, to: 'DISPATCHED', rule: 'R-DSP-04' },
  { verb: 'cancel', from: BEFORE, to: 'CANCELLED', rule: 'R-DSP-08' },
];

/** The coarse phase that a stage belongs to. */
export const SERVICE_PHASES: Readonly<Record<ServiceStage, TicketPhase>> = {
  ACCEPTED: 'OPEN',
  DISPATCHED: 'IN_PROGRESS',
  PERFORMED: 'RESOLVED',
  CALLED_BACK: 'RESOLVED',
  CLOSED: 'CLOSED',
  DECLINED: 'CANCELLED',
  CANCELLED: 'CANCELLED',
};
