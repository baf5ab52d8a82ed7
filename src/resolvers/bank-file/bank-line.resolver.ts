import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { bankFileById } from '../../loaders/bank-file/bank-files.js';
import { bankLineById, bankLinesPage, type BankLineRow } from '../../loaders/bank-file/bank-lines.js';
import { paymentById } from '../../loaders/ledger/payment-by-id.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { BankLinePayloadType } from '../../schema/bank-file/bank-file-payloads.type.js';
import {
  BankLineFilterInput,
  ReturnBankLineInput,
  SettleBankLineInput,
} from '../../schema/bank-file/bank-file.inputs.js';
import { BankFileType } from '../../schema/bank-file/bank-file.type.js';
import { BankLineConnection, BankLineType } from '../../schema/bank-file/bank-line.type.js';
import { PaymentType } from '../../schema/ledger/payment.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { returnBankLine } from '../../services/bank-file/return-bank-line.js';
import { settleBankLine } from '../../services/bank-file/settle-bank-line.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** Money that banks and channels report. */
@Resolver(() => BankLineType)
export class BankLineResolver {
  @Query(() => BankLineConnection, {
    description:
      'Money that banks and channels report, in the order in which it came; `unsettled` is the list of suspense (待认领). Needs `fee.bank`; none for residents.',
  })
  bankLines(
    @Arg('filter', () => BankLineFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: BankLineFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return bankLinesPage(ctx, filter ?? {}, args);
  }

  @Mutation(() => BankLinePayloadType, {
    nullable: true,
    description:
      'Says whose money in suspense is: it becomes a payment of the day on which it came (R-FEE-11). Needs `fee.bank` on the estate.',
  })
  async settleBankLine(
    @Arg('input', () => SettleBankLineInput, { description: 'Whose it is.' }) input: SettleBankLineInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, settleBankLine, input);
    return { ...done, line: await found('bank line', bankLineById(ctx).load(done.lineId)) };
  }

  @Mutation(() => BankLinePayloadType, {
    nullable: true,
    description: 'Says that money in suspense was sent back (R-FEE-11). Needs `fee.bank` on the estate.',
  })
  async returnBankLine(
    @Arg('input', () => ReturnBankLineInput, { description: 'Which, and why.' }) input: ReturnBankLineInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, returnBankLine, input);
    return { ...done, line: await found('bank line', bankLineById(ctx).load(done.lineId)) };
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'The whole sum; null without `fee.amount`.' })
  amount(@Root() line: BankLineRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, line, line.amountMinor);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What the channel kept; null without `fee.amount`.' })
  channelFee(@Root() line: BankLineRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, line, line.feeMinor);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the payer wrote; null without `customer.unmask`, since names stand in it.',
  })
  payerReference(@Root() { payerReference, estateId }: BankLineRow, @Ctx() ctx: RequestContext) {
    return may(ctx.principal, 'customer.unmask', estateId) ? payerReference : null;
  }

  @FieldResolver(() => BankFileType, { nullable: true, description: 'The file that was first to report it.' })
  file(@Root() { fileId }: BankLineRow, @Ctx() ctx: RequestContext) {
    return bankFileById(ctx).load(fileId);
  }

  @FieldResolver(() => PaymentType, { nullable: true, description: 'The payment that it is.' })
  payment(@Root() { paymentId }: BankLineRow, @Ctx() ctx: RequestContext) {
    return paymentId === null ? null : paymentById(ctx).load(paymentId);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit that it is for.' })
  unit(@Root() { unitId }: BankLineRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Whose it is; null where the viewer sees no customers.',
  })
  payer(@Root() { payerId }: BankLineRow, @Ctx() ctx: RequestContext) {
    return payerId === null ? null : customerById(ctx).load(payerId);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: BankLineRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has settled it; null for the program.' })
  settledBy(@Root() { settledBy }: BankLineRow, @Ctx() ctx: RequestContext) {
    return settledBy === null ? null : staffById(ctx).load(settledBy);
  }
}
