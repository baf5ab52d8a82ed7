import { ruleRefused } from '../errors.js';

/** How far the money of a shift has come. */
export const HANDOVER_STATES = ['FILLED', 'BANKED', 'HANDED_OVER', 'RECONCILED'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** What is done about a sheet once it is filled in. */
export type HandoverStep = 'RECOUNT' | 'BANK' | 'CONFIRM' | 'RECONCILE';

const STEPS: Readonly<Record<HandoverStep, Partial<Record<HandoverState, HandoverState>>>> = {
  RECOUNT: { FILLED: 'FILLED' },
  BANK: { FILLED: 'BANKED' },
  CONFIRM: { FILLED: 'HANDED_OVER', BANKED: 'HANDED_OVER' },
  RECONCILE: { HANDED_OVER: 'RECONCILED' },
};

const RULE_OF: Readonly<Record<HandoverStep, string>> = {
  RECOUNT: 'R-CSH-01',
  BANK: 'R-CSH-02',
  CONFIRM: 'R-CSH-01',
  RECONCILE: 'R-CSH-03',
};

/**
 * The state after a step: filled in, handed to the treasurer or banked first and handed over afterwards, reconciled.
 * @rule R-CSH-01 @rule R-CSH-02 @rule R-CSH-03
 * @throws RULE_REFUSED when the step is not the sheet's next
 */
export function nextHandoverState(state: HandoverState, step: HandoverStep): HandoverState {
  const next = STEPS[step][state];
  if (!next) throw ruleRefused(RULE_OF[step], 'That is not what comes next for the sheet.', { state, step });
  return next;
}
