import { stageAfter, type LifeStep } from '../life-cycle.js';
import type { SharedVerb } from './shared-verb.js';
import type { RepairStage } from './repair-stage.js';

/** What can be done to a repair order. */
export const REPAIR_VERBS = [
  'report',
  'forward',
  'accept',
  'refuse',
  'handOver',
  'help',
  'schedule',
  'start',
  'carryOver',
  'complete',
  'sign',
  'return',
  'callBack',
  'close',
  'reopen',
  'cancel',
  'decline',
  'quote',
  'answerQuotation',
  'decideResponsibility',
  'passToDeveloper',
  'recordDeveloperWork',
  'rate',
  'regrade',
  'transfer',
] as const;
export type RepairVerb = (typeof REPAIR_VERBS)[number];

type RepairStep = LifeStep<RepairVerb, RepairStage>;

const BEFORE_WORK = ['REPORTED', 'FORWARDED', 'ACCEPTED', 'SCHEDULED', 'CARRIED_OVER'] as const;
const IN_HAND = ['ACCEPTED', 'SCHEDULED', 'ON_SITE', 'CARRIED_OVER'] as const;

/** The life of a repair order: what is not a row here is refused. */
export const REPAIR_LIFE: readonly RepairStep[] = [
  { verb: 'report', from: [null], to: 'REPORTED', rule: 'R-RPR-03' },
  { verb: 'forward', from: ['REPORTED'], to: 'FORWARDED', rule: 'R-RPR-05' },
  { verb: 'accept', from: ['FORWARDED'], to: 'ACCEPTED', rule: 'R-RPR-05' },
  { verb: 'refuse', from: ['ACCEPTED', 'SCHEDULED'], to: 'FORWARDED', rule: 'R-RPR-02' },
  ...during('handOver', IN_HAND, 'R-RPR-02'),
  ...during('help', IN_HAND, 'R-RPR-02'),
  { verb: 'schedule', from: ['ACCEPTED', 'SCHEDULED', 'CARRIED_OVER'], to: 'SCHEDULED', rule: 'R-RPR-10' },
  { verb: 'start', from: ['ACCEPTED', 'SCHEDULED', 'CARRIED_OVER'], to: 'ON_SITE', rule: 'R-RPR-07' },
  { verb: 'carryOver', from: ['ON_SITE'], to: 'CARRIED_OVER', rule: 'R-RPR-16' },
  { verb: 'complete', from: ['ON_SITE'], to: 'COMPLETED', rule: 'R-RPR-02' },
  { verb: 'sign', from: ['COMPLETED'], to: 'SIGNED', rule: 'R-RPR-12' },
  { verb: 'return', from: ['SIGNED'], to: 'RETURNED', rule: 'R-RPR-12' },
  { verb: 'callBack', from: ['RETURNED', 'CALLED_BACK'], to: 'CALLED_BACK', rule: 'R-RPR-13' },
  { verb: 'close', from: ['RETURNED', 'CALLED_BACK'], to: 'CLOSED', rule: 'R-RPR-18' },
  { verb: 'reopen', from: ['COMPLETED', 'SIGNED', 'RETURNED', 'CALLED_BACK'], to: 'ACCEPTED', rule: 'R-RPR-20' },
  { verb: 'cancel', from: BEFORE_WORK, to: 'CANCELLED', rule: 'R-RPR-01' },
  { verb: 'decline', from: ['REPORTED', 'FORWARDED', 'ON_SITE', 'CARRIED_OVER'], to: 'DECLINED', rule: 'R-DSP-12' },
  ...during('quote', IN_HAND, 'R-DSP-13'),
  ...during('answerQuotation', IN_HAND, 'R-DSP-13'),
  ...during('decideResponsibility', [...BEFORE_WORK, 'ON_SITE', 'COMPLETED'], 'D-05'),
  ...during('passToDeveloper', ['FORWARDED', 'ACCEPTED', 'SCHEDULED', 'CARRIED_OVER'], 'D-05'),
  ...during('recordDeveloperWork', ['FORWARDED', ...IN_HAND], 'D-05'),
  ...during('rate', ['COMPLETED', 'SIGNED', 'RETURNED', 'CALLED_BACK'], 'R-RPR-22'),
  ...during('regrade', BEFORE_WORK, 'R-RPR-08'),
  { verb: 'transfer', from: ['REPORTED'], to: 'REPORTED', rule: 'D-19' },
  { verb: 'transfer', from: ['FORWARDED', 'ACCEPTED', 'SCHEDULED', 'CARRIED_OVER'], to: 'FORWARDED', rule: 'D-19' },
];

/** Steps that leave the stage as it is. */
function during(verb: RepairVerb, stages: readonly RepairStage[], rule: string): RepairStep[] {
  return stages.map((stage) => ({ verb, from: [stage], to: stage, rule }));
}

/**
 * The stage that a verb leads to.
 * @throws RULE_REFUSED with the verb's rule, `stage`, `verb` and the verbs that are `allowed` there, when no step fits
 */
export const nextStage = (verb: RepairVerb | SharedVerb, stage: RepairStage | null): RepairStage =>
  stageAfter(REPAIR_LIFE, 'A repair', verb, stage);
