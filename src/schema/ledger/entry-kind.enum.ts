import { registerEnumType } from 'type-graphql';
import { ENTRY_KINDS } from '../../domain/ledger/entry-kind.js';
import { STATEMENT_LINE_KINDS } from '../../domain/ledger/statement-line-kind.js';
import { enumOf } from '../enum-of.js';

const ENTRIES = {
  ALLOCATION: { description: 'Money of a payment settles a charge (冲抵).' },
  INCREASE: { description: 'A charge is more than was billed, by approval (调增).' },
  REDUCTION: { description: 'A charge is less than was billed, by approval (调减).' },
  WAIVER: { description: 'Part of a charge, or all, is waived by approval (减免).' },
  WRITE_OFF: { description: 'What is open is given up by approval (核销).' },
  TRANSFER: { description: 'What is open goes over to another payer (转户).' },
  CANCELLATION: { description: 'A charge that should not have been raised (作废).' },
  REFUND: { description: 'Money is given back (退款).' },
  PAYMENT_REVERSAL: { description: 'A payment that was none (冲销).' },
};

/** The GraphQL enum of EntryKind. */
export const EntryKindEnum = enumOf(ENTRY_KINDS);
registerEnumType(EntryKindEnum, {
  name: 'LedgerEntryKind',
  description: 'What an entry of the ledger does to its charge and its payment.',
  valuesConfig: {
    ...ENTRIES,
    CHANNEL_FEE: { description: 'What the channel keeps of a payment; the payer is credited with the whole (手续费).' },
  },
});

/** The GraphQL enum of StatementLineKind. */
export const StatementLineKindEnum = enumOf(STATEMENT_LINE_KINDS);
registerEnumType(StatementLineKindEnum, {
  name: 'StatementLineKind',
  description: 'What a line of a statement is.',
  valuesConfig: {
    ...ENTRIES,
    CHARGE: { description: 'Something was charged.' },
    PAYMENT: { description: 'Money was received.' },
  },
});
