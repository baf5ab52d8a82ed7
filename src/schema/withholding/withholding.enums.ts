import { registerEnumType } from 'type-graphql';
import { REJECT_REASONS } from '../../domain/import/reject-reason.js';
import { BANK_LINE_FLAWS } from '../../domain/bank-file/bank-line.js';
import { OUTGOING_FIELDS } from '../../domain/withholding/outgoing-file.js';
import { RESULT_FLAWS } from '../../domain/withholding/result-flaw.js';
import { BATCH_STAGES, FAILURE_REASONS, ITEM_STATES } from '../../domain/withholding/withholding-life.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of BatchStage. */
export const WithholdingStageEnum = enumOf(BATCH_STAGES);
registerEnumType(WithholdingStageEnum, {
  name: 'WithholdingStage',
  description: 'How far a batch to a bank is.',
  valuesConfig: {
    DRAWN: { description: 'Drawn; it may be called off.' },
    SENT: { description: 'Given to the bank, which answers in files.' },
    DONE: { description: 'All of it is booked or has failed.' },
    CANCELLED: { description: 'Called off before it was given to the bank.' },
  },
});

/** The GraphQL enum of ItemState. */
export const WithholdingStateEnum = enumOf(ITEM_STATES);
registerEnumType(WithholdingStateEnum, {
  name: 'WithholdingState',
  description: 'What has become of an item of a batch.',
  valuesConfig: {
    OPEN: { description: 'Asked for.' },
    WITHHELD: { description: 'The bank has reported it; it is booked in a moment.' },
    PAID: { description: 'It is a payment (代扣成功).' },
    FAILED: { description: 'The bank could not, or said nothing (代扣失败); what it was for may be asked for anew.' },
    CANCELLED: { description: 'Called off with its batch.' },
  },
});

/** The GraphQL enum of FailureReason. */
export const WithholdingFailureEnum = enumOf(FAILURE_REASONS);
registerEnumType(WithholdingFailureEnum, {
  name: 'WithholdingFailure',
  description: 'Why a bank has not withheld.',
  valuesConfig: {
    INSUFFICIENT_FUNDS: { description: 'There is not enough in the account (余额不足).' },
    ACCOUNT_CLOSED: { description: 'The account is closed or frozen (账户销户或冻结).' },
    ACCOUNT_UNKNOWN: { description: 'There is no such account (账号不存在).' },
    HOLDER_MISMATCH: { description: 'The account is another one’s (户名不符).' },
    NO_AUTHORITY: { description: 'The bank knows no agreement (未签约).' },
    LIMIT_EXCEEDED: { description: 'It is more than the agreement allows (超限额).' },
    OTHER: { description: 'Anything else; `failureCode` is what the bank said.' },
    NO_RESULT: { description: 'The bank has said nothing.' },
  },
});

/** The GraphQL enum of OutgoingField. */
export const WithholdingFieldEnum = enumOf(OUTGOING_FIELDS);
registerEnumType(WithholdingFieldEnum, {
  name: 'WithholdingField',
  description: 'What a column of a file to the bank holds.',
  valuesConfig: {
    REFERENCE: { description: 'By which the answer names the item.' },
    BANK: { description: 'The bank.' },
    ACCOUNT: { description: 'The whole number of the account.' },
    HOLDER: { description: 'Whose account it is.' },
    AGREEMENT: { description: 'The number of the agreement; empty where there is none.' },
    AMOUNT: { description: 'The sum with two decimals.' },
    AMOUNT_MINOR: { description: 'The sum in hundredths.' },
    CURRENCY: { description: 'The currency, three letters.' },
    ROOM: { description: 'Building and unit; empty where it is over all of the payer.' },
    LINE: { description: 'The number of the line, from 1.' },
    EMPTY: { description: 'Nothing: a column that the bank wants empty.' },
  },
});

/** The GraphQL enum of ResultFlaw. */
export const WithholdingFlawEnum = enumOf(RESULT_FLAWS);
registerEnumType(WithholdingFlawEnum, {
  name: 'WithholdingFlaw',
  description: 'Why a line of an answer is not taken.',
  valuesConfig: {
    ...Object.fromEntries(BANK_LINE_FLAWS.map((flaw) => [flaw, { description: REJECT_REASONS[flaw] }])),
    NO_REFERENCE: { description: 'It has nothing that could be a reference of ours.' },
    UNREADABLE_NUMBER: { description: 'Its sum is not above zero and exact to the hundredth.' },
    IMPOSSIBLE_TIME: { description: 'Its day lies ahead, or too far back.' },
    UNKNOWN_VALUE: { description: 'Its status is none.' },
    DUPLICATE_IN_FILE: { description: 'The file has said something of its reference before.' },
    CONTRADICTION: { description: 'It fails what an answer before has reported as withheld.' },
    UNKNOWN_REFERENCE: { description: 'It fails what was never asked for.' },
  },
});
