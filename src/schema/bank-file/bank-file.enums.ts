import { registerEnumType } from 'type-graphql';
import {
  BANK_FILE_STAGES,
  BANK_LINE_FLAWS,
  BANK_LINE_STATES,
  FILED_METHODS,
  RETURN_REASONS,
  SUSPENSE_REASONS,
} from '../../domain/bank-file/bank-line.js';
import { REJECT_REASONS } from '../../domain/import/reject-reason.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of BankLineState. */
export const BankLineStateEnum = enumOf(BANK_LINE_STATES);
registerEnumType(BankLineStateEnum, {
  name: 'BankLineState',
  description: 'What has become of money that a bank or channel reports.',
  valuesConfig: {
    WAITING: { description: 'It will be booked in a moment.' },
    BOOKED: { description: 'It is a payment (已入账).' },
    KNOWN: { description: 'Somebody had recorded it by the same number; it was not booked again.' },
    SUSPENDED: { description: 'Nobody can tell whose it is: it waits for a person (待认领).' },
    RETURNED: { description: 'It was sent back (已退回).' },
  },
});

/** The GraphQL enum of SuspenseReason. */
export const SuspenseReasonEnum = enumOf(SUSPENSE_REASONS);
registerEnumType(SuspenseReasonEnum, {
  name: 'SuspenseReason',
  description: 'Why money is in suspense.',
  valuesConfig: {
    NO_REFERENCE: { description: 'The payer has written nothing.' },
    UNKNOWN_REFERENCE: { description: 'What the payer has written names no unit of the estate.' },
    AMBIGUOUS_REFERENCE: { description: 'It names several units.' },
    NO_PAYER: { description: 'Nobody owes for the unit, and nobody owned it on the day.' },
    OTHER_PAYMENT: { description: 'Another sum, or one of another estate, was recorded under the same number.' },
  },
});

/** The GraphQL enum of ReturnReason. */
export const ReturnReasonEnum = enumOf(RETURN_REASONS);
registerEnumType(ReturnReasonEnum, {
  name: 'BankReturnReason',
  description: 'Why money was sent back.',
  valuesConfig: {
    NOT_OURS: { description: 'It was for somebody else.' },
    PAID_TWICE: { description: 'It was paid twice.' },
    WISHED_BY_PAYER: { description: 'The payer wanted it back.' },
    OTHER: { description: 'Anything else.' },
  },
});

/** The GraphQL enum of FiledMethod. */
export const FiledMethodEnum = enumOf(FILED_METHODS);
registerEnumType(FiledMethodEnum, {
  name: 'FiledMethod',
  description: 'How money comes that files report.',
  valuesConfig: {
    TRANSFER: { description: 'Bank transfer (转账).' },
    POS: { description: 'Card at a terminal (刷卡).' },
    WECHAT: { description: 'WeChat Pay (微信).' },
    ALIPAY: { description: 'Alipay (支付宝).' },
  },
});

/** The GraphQL enum of BankFileStage. */
export const BankFileStageEnum = enumOf(BANK_FILE_STAGES);
registerEnumType(BankFileStageEnum, {
  name: 'BankFileStage',
  description: 'Where a file stands.',
  valuesConfig: {
    BOOKING: { description: 'Its lines are booked one after the other.' },
    DONE: { description: 'All are booked or in suspense.' },
  },
});

/** The GraphQL enum of BankLineFlaw. */
export const BankLineFlawEnum = enumOf(BANK_LINE_FLAWS);
registerEnumType(BankLineFlawEnum, {
  name: 'BankLineFlaw',
  description: 'Why a line of a file is not taken.',
  valuesConfig: {
    ...Object.fromEntries(BANK_LINE_FLAWS.map((flaw) => [flaw, { description: REJECT_REASONS[flaw] }])),
    NO_REFERENCE: { description: 'It has no number of the bank that could be one.' },
    UNREADABLE_NUMBER: { description: 'Its sum is not above zero and exact to the hundredth.' },
    IMPOSSIBLE_TIME: { description: 'Its day lies ahead, or too far back.' },
    UNKNOWN_VALUE: { description: 'It is in another currency than the accounts.' },
    DUPLICATE_IN_FILE: { description: 'The bank has used its number for another line, of this file or one before.' },
  },
});
