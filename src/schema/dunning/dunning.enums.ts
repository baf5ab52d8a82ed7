import { registerEnumType } from 'type-graphql';
import { DEBTOR_REASONS } from '../../domain/dunning/debtor-reason.js';
import { HOLD_KINDS } from '../../domain/dunning/dunning-hold.js';
import {
  DUNNING_ENDINGS,
  DUNNING_STAGES,
  DUNNING_STEP_KINDS,
  WITHDRAWAL_GROUNDS,
} from '../../domain/dunning/dunning-stage.js';
import { DUNNING_FLAWS, DUNNING_OUTCOMES, DUNNING_STEP_STATES } from '../../domain/dunning/dunning-step.js';
import { LETTER_GROUNDS } from '../../domain/dunning/letter-ground.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of DunningStage. */
export const DunningStageEnum = enumOf(DUNNING_STAGES);
registerEnumType(DunningStageEnum, {
  name: 'DunningStage',
  description:
    'How far a debtor has been dunned (催收阶段): the highest step of the ladder; a step back does not happen.',
  valuesConfig: {
    OVERDUE: { description: 'The deadline has passed; nothing was done yet.' },
    REMINDED: { description: 'Reminded (正常催收, R-DUN-01).' },
    CALLED: { description: 'Telephoned (电话催收, R-DUN-02, D-13).' },
    VISITED: { description: 'Visited at home (上门催收, R-DUN-04).' },
    LETTER_PROPOSED: { description: 'On a list of lawyer’s letters that waits for approval (R-DUN-10).' },
    LETTER_APPROVED: { description: 'The company has approved the lawyer’s letter (R-DUN-10).' },
    LETTER_SENT: { description: 'The law firm has issued it; sent is not served (R-DUN-11, D-09).' },
    LETTER_SERVED: { description: 'It was served (R-DUN-16, D-09).' },
    LEGAL_ACTION: { description: 'Before the court.' },
    CLOSED: { description: 'Over: see `ending`.' },
  },
});

/** The GraphQL enum of DunningStepKind. */
export const DunningStepKindEnum = enumOf(DUNNING_STEP_KINDS);
registerEnumType(DunningStepKindEnum, {
  name: 'DunningStepKind',
  description: 'What is done about a debtor. Lawyer’s letters have verbs of their own.',
  valuesConfig: {
    MESSAGE: { description: 'A message, from the first day overdue (D-13).' },
    TELEPHONE: { description: 'A call: required for who resides abroad, allowed for all (R-DUN-02, D-13).' },
    HOME_VISIT: { description: 'A visit by the dunning team (R-DUN-04 to -06).' },
    LEGAL_ACTION: { description: 'The court, after the lawyer’s letter.' },
  },
});

/** The GraphQL enum of DunningStepState. */
export const DunningStepStateEnum = enumOf(DUNNING_STEP_STATES);
registerEnumType(DunningStepStateEnum, {
  name: 'DunningStepState',
  description: 'Whether a step took place.',
  valuesConfig: {
    PLANNED: { description: 'A visit that is ahead.' },
    DONE: { description: 'It took place.' },
    CALLED_OFF: { description: 'The visit did not take place.' },
  },
});

/** The GraphQL enum of DunningOutcome. */
export const DunningOutcomeEnum = enumOf(DUNNING_OUTCOMES);
registerEnumType(DunningOutcomeEnum, {
  name: 'DunningOutcome',
  description: 'What came of a step.',
  valuesConfig: {
    INFORMED: { description: 'The debtor knows what is owed and by when.' },
    PROMISED: { description: 'The debtor has promised to pay by a day, which stops dunning until then (D-13).' },
    REFUSED: { description: 'The debtor refuses; of a visit it counts for the lawyer’s letter (R-DUN-07).' },
    DISPUTED: { description: 'The debtor disputes it; enter the dispute as a hold.' },
    NOT_REACHED: { description: 'Nobody was there; of a visit it counts for the lawyer’s letter (Q-13).' },
  },
});

/** The GraphQL enum of DunningFlaw. */
export const DunningFlawEnum = enumOf(DUNNING_FLAWS);
registerEnumType(DunningFlawEnum, {
  name: 'DunningFlaw',
  description: 'A rule that a step broke; it is recorded all the same, and counted.',
  valuesConfig: {
    TOO_FEW: { description: 'Fewer than the team has to be (R-DUN-06, M-DUN-02).' },
    OFF_HOURS: { description: 'Neither in the evening nor at a weekend (R-DUN-05, M-DUN-03).' },
    QUIET_HOURS: { description: 'In quiet hours (R-DUN-18, D-03).' },
    TOO_EARLY: { description: 'A visit before the months were over (R-DUN-04).' },
    WHILE_STOPPED: { description: 'Although dunning was stopped (D-13).' },
    OTHER_POST: { description: 'By somebody who holds none of the posts that dun (R-FEE-10, P-31).' },
    INCOMPLETE: {
      description:
        'A call without each item’s start, end and amount, a deadline, or the debtor’s understanding (R-DUN-03).',
    },
  },
});

/** The GraphQL enum of DebtorReason. */
export const DebtorReasonEnum = enumOf(DEBTOR_REASONS);
registerEnumType(DebtorReasonEnum, {
  name: 'DebtorReason',
  description: 'Why a debtor does not pay (欠费原因).',
  valuesConfig: {
    ABROAD: { description: 'Resides abroad for long: is telephoned (R-DUN-02).' },
    VACANT: { description: 'The unit stands empty.' },
    DEVELOPER_DEFECT: { description: 'A defect that the developer has left.' },
    SERVICE: { description: 'Is not content with the service.' },
    DISPUTE: { description: 'Disputes what is charged.' },
    HARDSHIP: { description: 'Is in hardship.' },
  },
});

/** The GraphQL enum of HoldKind. */
export const HoldKindEnum = enumOf(HOLD_KINDS);
registerEnumType(HoldKindEnum, {
  name: 'DunningHoldKind',
  description: 'What stops dunning (D-13).',
  valuesConfig: {
    DISPUTED: { description: 'It is disputed; until it is released.' },
    COMPLAINT: { description: 'A complaint about it is open; while it is.' },
    PROMISE: { description: 'Payment is promised; to the end of the promised day.' },
    INSTALMENTS: { description: 'Instalments are agreed; while what was paid covers those that have come due.' },
  },
});

/** The GraphQL enum of DunningEnding. */
export const DunningEndingEnum = enumOf(DUNNING_ENDINGS);
registerEnumType(DunningEndingEnum, {
  name: 'DunningEnding',
  description: 'How a case has ended.',
  valuesConfig: {
    PAID: { description: 'Payments have settled what was overdue.' },
    ADJUSTED: { description: 'It was waived, written off, taken back, or another payer owes it now.' },
    WITHDRAWN: { description: 'The company lets the debtor be.' },
  },
});

/** The GraphQL enum of WithdrawalGround. */
export const WithdrawalGroundEnum = enumOf(WITHDRAWAL_GROUNDS);
registerEnumType(WithdrawalGroundEnum, {
  name: 'DunningWithdrawalGround',
  description: 'Why the company lets a debtor be.',
  valuesConfig: {
    WRONG_DEBTOR: { description: 'Somebody else owes it.' },
    TIME_BARRED: { description: 'The claim is barred by limitation.' },
    NOT_WORTHWHILE: { description: 'It costs more than it brings.' },
    AGREED_OTHERWISE: { description: 'The parties have agreed on something else.' },
  },
});

/** The GraphQL enum of LetterGround. */
export const LetterGroundEnum = enumOf(LETTER_GROUNDS);
registerEnumType(LetterGroundEnum, {
  name: 'LetterGround',
  description: 'What entitles to a lawyer’s letter (R-DUN-07).',
  valuesConfig: {
    TIME: { description: 'More than two months and within a year past the deadline.' },
    VISITS: { description: 'Two or more visits, and still refused.' },
    COMPANY_DECISION: { description: 'More than a year past the deadline: the company decides (P-21).' },
  },
});
