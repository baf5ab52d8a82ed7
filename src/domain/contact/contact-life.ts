import { stageAfter, type LifeStep } from '../life-cycle.js';
import type { ContactStage } from './contact-stage.js';

/** What can be done to an entry of the contact log. */
export const CONTACT_VERBS = ['record', 'answer', 'route', 'escalate', 'close'] as const;
export type ContactVerb = (typeof CONTACT_VERBS)[number];

/** The life of an entry. @rule R-REC-01 @rule R-REC-08 @rule R-REC-11 @rule R-REC-12 @rule R-DSP-04 */
export const CONTACT_LIFE: readonly LifeStep<ContactVerb, ContactStage>[] = [
  { verb: 'record', from: [null], to: 'LOGGED', rule: 'R-REC-01' },
  { verb: 'answer', from: ['LOGGED'], to: 'ANSWERED', rule: 'R-REC-11' },
  { verb: 'route', from: ['LOGGED', 'ESCALATED'], to: 'ROUTED', rule: 'R-REC-08' },
  { verb: 'escalate', from: ['LOGGED', 'ESCALATED'], to: 'ESCALATED', rule: 'R-REC-12' },
  { verb: 'close', from: ['ROUTED', 'ESCALATED'], to: 'CLOSED', rule: 'R-DSP-04' },
];

/**
 * The stage that a verb leads an entry to.
 * @throws RULE_REFUSED with the verb's rule and what is allowed, when no step fits
 */
export const nextContactStage = (verb: ContactVerb, stage: ContactStage | null): ContactStage =>
  stageAfter(CONTACT_LIFE, 'A contact', verb, stage);
