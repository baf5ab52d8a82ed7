import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { chargeById } from '../../loaders/charge/charge-by-id.js';
import type { EntryRow } from '../../loaders/ledger/entries-of.js';
import { paymentById } from '../../loaders/ledger/payment-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { ChargeType } from '../../schema/charge/charge.type.js';
import { LedgerEntryType } from '../../schema/ledger/ledger-entry.type.js';
import { PaymentType } from '../../schema/ledger/payment.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { amountShown } from './amount-shown.js';

/** The edges of an entry of the ledger. */
@Resolver(() => LedgerEntryType)
export class LedgerEntryResolver {
  @FieldResolver(() => MoneyType, { nullable: true, description: 'How much, above zero; null without `fee.amount`.' })
  amount(@Root() entry: EntryRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, entry, entry.amountMinor);
  }

  @FieldResolver(() => ChargeType, { nullable: true, description: 'The charge that it moves.' })
  charge(@Root() { chargeId }: EntryRow, @Ctx() ctx: RequestContext) {
    return chargeId === null ? null : chargeById(ctx).load(chargeId);
  }

  @FieldResolver(() => PaymentType, { nullable: true, description: 'The payment that it moves.' })
  payment(@Root() { paymentId }: EntryRow, @Ctx() ctx: RequestContext) {
    return paymentId === null ? null : paymentById(ctx).load(paymentId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has recorded it; null for the program.' })
  recordedBy(@Root() { recordedBy }: EntryRow, @Ctx() ctx: RequestContext) {
    return recordedBy === null ? null : staffById(ctx).load(recordedBy);
  }
}
