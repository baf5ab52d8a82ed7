import { stageAfter, type LifeStep } from '../life-cycle.js';

/** Where an alert stands. RAISED: a figure broke a rule. ACKNOWLEDGED: somebody looks after it. CLOSED: it was dealt with. */
export const ALERT_STAGES = ['RAISED', 'ACKNOWLEDGED', 'CLOSED'] as const;
export type AlertStage = (typeof ALERT_STAGES)[number];

/** What can be done to an alert. */
export const ALERT_VERBS = ['raise', 'acknowledge', 'close'] as const;
export type AlertVerb = (typeof ALERT_VERBS)[number];

/** The life of an alert. @rule R-ESC-05 */
export const ALERT_LIFE: readonly LifeStep<AlertVerb, AlertStage>[] = [
  { verb: 'raise', from: [null], to: 'RAISED', rule: 'R-ESC-05' },
  { verb: 'acknowledge', from: ['RAISED'], to: 'ACKNOWLEDGED', rule: 'R-ESC-05' },
  { verb: 'close', from: ['RAISED', 'ACKNOWLEDGED'], to: 'CLOSED', rule: 'R-ESC-05' },
];

/**
 * The stage that a verb leads an alert to.
 * @throws RULE_REFUSED with the verb's rule and what is allowed, when no step fits
 */
export const nextAlertStage = (verb: AlertVerb, stage: AlertStage | null): AlertStage =>
  stageAfter(ALERT_LIFE, 'An alert', verb, stage);
