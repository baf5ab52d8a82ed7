import { ruleRefused } from '../errors.js';

/** How far a deposit has come. */
export const DEPOSIT_STAGES = ['HELD', 'SETTLED', 'AUTHORISED', 'REFUNDED', 'CANCELLED'] as const;
export type DepositStage = (typeof DEPOSIT_STAGES)[number];

/** How it stands on a day: what is held may be eligible by then. */
export const DEPOSIT_STATES = ['HELD', 'ELIGIBLE', 'SETTLED', 'AUTHORISED', 'REFUNDED', 'CANCELLED'] as const;
export type DepositState = (typeof DEPOSIT_STATES)[number];

/** What is done about it. */
export type DepositStep = 'ACCEPT' | 'SETTLE' | 'AUTHORISE' | 'REFUND' | 'CANCEL';

const STEPS: Readonly<Record<DepositStep, Partial<Record<DepositStage, DepositStage>>>> = {
  ACCEPT: { HELD: 'HELD' },
  // What was settled wrongly is settled again, until the accountant has given notice.
  SETTLE: { HELD: 'SETTLED', SETTLED: 'SETTLED' },
  AUTHORISE: { SETTLED: 'AUTHORISED' },
  REFUND: { AUTHORISED: 'REFUNDED' },
  CANCEL: { HELD: 'CANCELLED' },
};

const RULE_OF: Readonly<Record<DepositStep, string>> = {
  ACCEPT: 'R-DEP-01',
  SETTLE: 'R-DEP-05',
  AUTHORISE: 'R-DEP-04',
  REFUND: 'R-DEP-04',
  CANCEL: 'R-CSH-07',
};

/**
 * The stage after a step: held, settled with what is kept back, authorised by notice, refunded.
 * @rule R-DEP-04 @rule R-DEP-05
 * @throws RULE_REFUSED when the step is not the deposit's next
 */
export function nextDepositStage(stage: DepositStage, step: DepositStep): DepositStage {
  const next = STEPS[step][stage];
  if (!next) throw ruleRefused(RULE_OF[step], 'That is not what comes next for the deposit.', { stage, step });
  return next;
}
