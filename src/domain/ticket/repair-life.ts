import { ruleRefused } from '../errors.js';
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
  'regrade',
] as const;
export type RepairVerb = (typeof REPAIR_VERBS)[number];

/** One allowed step; `from` is null for a repair that does not exist yet. */
interface RepairStep {
  readonly verb: RepairVerb;
  readonly from: RepairStage | null;
  readonly to: RepairStage;
  /** The rule that the step carries out, and that refuses the verb elsewhere. */
  readonly rule: string;
}

/** The life of a repair order: what is not a row here is refused. */
export const REPAIR_LIFE: readonly RepairStep[] = [
  { verb: 'report', from: null, to: 'REPORTED', rule: 'R-RPR-03' },
  { verb: 'forward', from: 'REPORTED', to: 'FORWARDED', rule: 'R-RPR-05' },
  { verb: 'accept', from: 'FORWARDED', to: 'ACCEPTED', rule: 'R-RPR-05' },
  { verb: 'refuse', from: 'ACCEPTED', to: 'FORWARDED', rule: 'R-RPR-02' },
  { verb: 'refuse', from: 'SCHEDULED', to: 'FORWARDED', rule: 'R-RPR-02' },
  ...during('handOver', ['ACCEPTED', 'SCHEDULED', 'ON_SITE', 'CARRIED_OVER'], 'R-RPR-02'),
  ...during('help', ['ACCEPTED', 'SCHEDULED', 'ON_SITE', 'CARRIED_OVER'], 'R-RPR-02'),
  { verb: 'schedule', from: 'ACCEPTED', to: 'SCHEDULED', rule: 'R-RPR-10' },
  { verb: 'schedule', from: 'SCHEDULED', to: 'SCHEDULED', rule: 'R-RPR-10' },
  { verb: 'schedule', from: 'CARRIED_OVER', to: 'SCHEDULED', rule: 'R-RPR-10' },
  { verb: 'start', from: 'ACCEPTED', to: 'ON_SITE', rule: 'R-RPR-07' },
  { verb: 'start', from: 'SCHEDULED', to: 'ON_SITE', rule: 'R-RPR-07' },
  { verb: 'start', from: 'CARRIED_OVER', to: 'ON_SITE', rule: 'R-RPR-07' },
  { verb: 'carryOver', from: 'ON_SITE', to: 'CARRIED_OVER', rule: 'R-RPR-16' },
  { verb: 'complete', from: 'ON_SITE', to: 'COMPLETED', rule: 'R-RPR-02' },
  { verb: 'sign', from: 'COMPLETED', to: 'SIGNED', rule: 'R-RPR-12' },
  { verb: 'return', from: 'SIGNED', to: 'RETURNED', rule: 'R-RPR-12' },
  { verb: 'callBack', from: 'RETURNED', to: 'CALLED_BACK', rule: 'R-RPR-13' },
  { verb: 'callBack', from: 'CALLED_BACK', to: 'CALLED_BACK', rule: 'R-RPR-13' },
  { verb: 'close', from: 'CALLED_BACK', to: 'CLOSED', rule: 'R-RPR-18' },
  { verb: 'close', from: 'RETURNED', to: 'CLOSED', rule: 'R-RPR-18' },
  { verb: 'reopen', from: 'COMPLETED', to: 'ACCEPTED', rule: 'R-RPR-20' },
  { verb: 'reopen', from: 'SIGNED', to: 'ACCEPTED', rule: 'R-RPR-20' },
  { verb: 'reopen', from: 'RETURNED', to: 'ACCEPTED', rule: 'R-RPR-20' },
  { verb: 'reopen', from: 'CALLED_BACK', to: 'ACCEPTED', rule: 'R-RPR-20' },
  { verb: 'cancel', from: 'REPORTED', to: 'CANCELLED', rule: 'R-RPR-01' },
  { verb: 'cancel', from: 'FORWARDED', to: 'CANCELLED', rule: 'R-RPR-01' },
  { verb: 'cancel', from: 'ACCEPTED', to: 'CANCELLED', rule: 'R-RPR-01' },
  { verb: 'cancel', from: 'SCHEDULED', to: 'CANCELLED', rule: 'R-RPR-01' },
  { verb: 'cancel', from: 'CARRIED_OVER', to: 'CANCELLED', rule: 'R-RPR-01' },
  { verb: 'decline', from: 'REPORTED', to: 'DECLINED', rule: 'R-DSP-12' },
  { verb: 'decline', from: 'FORWARDED', to: 'DECLINED', rule: 'R-DSP-12' },
  { verb: 'decline', from: 'ON_SITE', to: 'DECLINED', rule: 'R-DSP-12' },
  { verb: 'decline', from: 'CARRIED_OVER', to: 'DECLINED', rule: 'R-DSP-12' },
  ...during('regrade', ['REPORTED', 'FORWARDED', 'ACCEPTED', 'SCHEDULED', 'CARRIED_OVER'], 'R-RPR-08'),
];

/** Steps that leave the stage as it is. */
function during(verb: RepairVerb, stages: readonly RepairStage[], rule: string): RepairStep[] {
  return stages.map((stage) => ({ verb, from: stage, to: stage, rule }));
}

/**
 * The stage that a verb leads to.
 * @throws RULE_REFUSED with the verb's rule, `stage`, `verb` and the verbs that are `allowed` there, when no step fits
 */
export function nextStage(verb: RepairVerb | SharedVerb, stage: RepairStage | null): RepairStage {
  const steps = REPAIR_LIFE.filter((step) => step.verb === verb);
  const step = steps.find((candidate) => candidate.from === stage);
  if (step) return step.to;
  throw ruleRefused(steps[0]?.rule ?? 'R-RPR-01', `A repair in stage ${stage ?? 'none'} does not take ${verb}.`, {
    stage,
    verb,
    allowed: REPAIR_LIFE.filter((candidate) => candidate.from === stage).map((candidate) => candidate.verb),
  });
}
