import { registerEnumType } from 'type-graphql';
import {
  DELIVERY_OUTCOMES,
  NOTICE_RECEIVERS,
  NOTICE_STATES,
  WITHDRAWAL_REASONS,
} from '../../domain/payment-notice/notice-life.js';
import { NOTICE_GROUPINGS } from '../../domain/payment-notice/notice-grouping.js';
import { NOTICE_TIMINGS } from '../../domain/payment-notice/notice-window.js';
import { SEALS } from '../../domain/policy/notice-policies.js';
import { RUN_STAGES } from '../../domain/run-life.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of RunStage, for payment notices. */
export const PaymentNoticeRunStageEnum = enumOf(RUN_STAGES);
registerEnumType(PaymentNoticeRunStageEnum, {
  name: 'PaymentNoticeRunStage',
  description: 'Where the drawing of payment notices stands.',
  valuesConfig: {
    PREVIEWING: { description: 'Payers are gone through and counted; no notice is written.' },
    PREVIEWED: { description: 'All are counted; it waits to be confirmed or called off.' },
    RUNNING: { description: 'Notices are written.' },
    DONE: { description: 'All are written; they wait for the seal.' },
    CANCELLED: { description: 'Called off; no notice was written.' },
  },
});

/** The GraphQL enum of NoticeGrouping. */
export const PaymentNoticeGroupingEnum = enumOf(NOTICE_GROUPINGS);
registerEnumType(PaymentNoticeGroupingEnum, {
  name: 'PaymentNoticeGrouping',
  description: 'What one notice is over.',
  valuesConfig: {
    PER_UNIT: { description: 'A payer and a unit.' },
    PER_PAYER: { description: 'A payer and all units.' },
  },
});

/** The GraphQL enum of NoticeState. */
export const PaymentNoticeStateEnum = enumOf(NOTICE_STATES);
registerEnumType(PaymentNoticeStateEnum, {
  name: 'PaymentNoticeState',
  description: 'How far a payment notice is (R-NTC-12).',
  valuesConfig: {
    DRAWN: { description: 'Written and numbered; the payer does not see it yet.' },
    SEALED: { description: 'Bears the seal; to be brought.' },
    DELIVERED: { description: 'Signed for, or left in the letter box.' },
    REFUSED: { description: 'Offered, and refused; it may still be delivered.' },
    REPLACED: { description: 'Another one stands in its place.' },
    WITHDRAWN: { description: 'Says nothing any more, and none stands in its place.' },
  },
});

/** The GraphQL enum of NoticeTiming. */
export const NoticeTimingEnum = enumOf(NOTICE_TIMINGS);
registerEnumType(NoticeTimingEnum, {
  name: 'NoticeTiming',
  description: 'How a day lies to the days before the collection month on which notices are brought (R-FEE-03, Q-11).',
  valuesConfig: {
    EARLY: { description: 'Before them.' },
    ON_TIME: { description: 'On one of them.' },
    LATE: { description: 'After them.' },
  },
});

/** The GraphQL enum of DeliveryOutcome. */
export const NoticeDeliveryOutcomeEnum = enumOf(DELIVERY_OUTCOMES);
registerEnumType(NoticeDeliveryOutcomeEnum, {
  name: 'NoticeDeliveryOutcome',
  description: 'What came of bringing a notice.',
  valuesConfig: {
    SIGNED: { description: 'Handed over and signed for (签收).' },
    LETTER_BOX: { description: 'Left in the letter box.' },
    REFUSED: { description: 'Offered; the customer would not take it (拒收).' },
    NOT_FOUND: { description: 'Nobody was there; it is brought again.' },
  },
});

/** The GraphQL enum of NoticeReceiver. */
export const NoticeReceiverEnum = enumOf(NOTICE_RECEIVERS);
registerEnumType(NoticeReceiverEnum, {
  name: 'NoticeReceiver',
  description: 'Who signed for a notice.',
  valuesConfig: {
    PAYER: { description: 'The payer.' },
    HOUSEHOLD: { description: 'Somebody of the household.' },
    AGENT: { description: 'Somebody else for them.' },
  },
});

/** The GraphQL enum of WithdrawalReason. */
export const NoticeWithdrawalReasonEnum = enumOf(WITHDRAWAL_REASONS);
registerEnumType(NoticeWithdrawalReasonEnum, {
  name: 'NoticeWithdrawalReason',
  description: 'Why a notice was withdrawn.',
  valuesConfig: {
    PAID: { description: 'What it asks for was paid.' },
    NOT_OWED: { description: 'It is not owed.' },
    WRONG_PAYER: { description: 'Somebody else owes it.' },
    DRAWN_IN_ERROR: { description: 'It should not have been drawn.' },
  },
});

/** The GraphQL enum of the seals of notices. */
export const NoticeSealEnum = enumOf(SEALS);
registerEnumType(NoticeSealEnum, {
  name: 'NoticeSeal',
  description: 'A seal that a notice may bear (P-40).',
  valuesConfig: {
    SERVICE_CENTRE: { description: "The service centre's (服务中心公章)." },
    DEPARTMENT: { description: "The department's." },
    COMPANY: { description: "The company's." },
  },
});
