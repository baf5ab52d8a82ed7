import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Currency } from '../../domain/money/money.js';
import { outgoingFile } from '../../domain/withholding/outgoing-file.js';
import type { ItemState } from '../../domain/withholding/withholding-life.js';
import { chargeById } from '../../loaders/charge/charge-by-id.js';
import { paymentById } from '../../loaders/ledger/payment-by-id.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import {
  batchById,
  batchesPage,
  chargesOfItem,
  itemsOfBatch,
  outgoingItems,
  statesOfBatch,
  type BatchRow,
  type WithholdingChargeRow,
  type WithholdingItemRow,
} from '../../loaders/withholding/withholding-batches.js';
import { mandateById } from '../../loaders/withholding/withholding-mandates.js';
import { ChargeType } from '../../schema/charge/charge.type.js';
import { PaymentType } from '../../schema/ledger/payment.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { WithholdingStateEnum } from '../../schema/withholding/withholding.enums.js';
import {
  CancelWithholdingBatchInput,
  CloseWithholdingBatchInput,
  DrawWithholdingBatchInput,
  SendWithholdingBatchInput,
} from '../../schema/withholding/withholding.inputs.js';
import {
  SendWithholdingBatchPayloadType,
  WithholdingBatchConnection,
  WithholdingBatchPayloadType,
  WithholdingBatchType,
  WithholdingChargeType,
  WithholdingCountType,
  WithholdingItemConnection,
  WithholdingItemType,
  WithholdingMandateType,
} from '../../schema/withholding/withholding.types.js';
import { drawWithholdingBatch } from '../../services/withholding/draw-withholding-batch.js';
import {
  cancelWithholdingBatch,
  closeWithholdingBatch,
  sendWithholdingBatch,
} from '../../services/withholding/move-withholding-batch.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** A count with what says who may see its amount. */
interface ShownCount {
  readonly estateId: string;
  readonly currency: Currency;
  readonly amountMinor: number;
}

/** Batches to banks: drawing, giving away, closing, and their items. */
@Resolver(() => WithholdingBatchType)
export class WithholdingBatchResolver {
  @Query(() => WithholdingBatchConnection, { description: 'Batches to banks, the latest first. Needs `fee.bank`.' })
  withholdingBatches(
    @Arg('estateIds', () => [ID], {
      nullable: true,
      description: 'Of these estates; all in reach where none are named.',
    })
    estateIds: string[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return batchesPage(ctx, estateIds, args);
  }

  @Query(() => WithholdingBatchType, {
    nullable: true,
    description: 'One batch. Needs `fee.bank`. NOT_FOUND when it is unknown or not yours.',
  })
  withholdingBatch(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('withholding batch', batchById(ctx).load(id));
  }

  @Mutation(() => WithholdingBatchPayloadType, {
    nullable: true,
    description:
      'Draws what a bank is to withhold on an estate: one item a mandate, over all that is due by a day and waits for no other answer (R-FEE-11). Needs `fee.bank` on the estate.',
  })
  async drawWithholdingBatch(
    @Arg('input', () => DrawWithholdingBatchInput, { description: 'What is to be withheld.' })
    input: DrawWithholdingBatchInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, drawWithholdingBatch, input);
    return { ...done, batch: await found('withholding batch', batchById(ctx).load(done.batchId)) };
  }

  @Mutation(() => SendWithholdingBatchPayloadType, {
    nullable: true,
    description:
      'Gives a batch to the bank as a CSV file of the given columns; again, if the file was lost: what was answered is no longer in it. Needs `fee.bank` on the estate.',
  })
  async sendWithholdingBatch(
    @Arg('input', () => SendWithholdingBatchInput, { description: 'Which, and in which form.' })
    input: SendWithholdingBatchInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, sendWithholdingBatch, input);
    const batch = await found('withholding batch', batchById(ctx).load(done.batchId));
    return { ...done, batch, content: outgoingFile(input.mapping, await outgoingItems(ctx, batch.id)) };
  }

  @Mutation(() => WithholdingBatchPayloadType, {
    nullable: true,
    description: 'Calls a batch off that was not given to the bank. Needs `fee.bank` on the estate.',
  })
  async cancelWithholdingBatch(
    @Arg('input', () => CancelWithholdingBatchInput, { description: 'Which batch.' })
    input: CancelWithholdingBatchInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, cancelWithholdingBatch, input);
    return { ...done, batch: await found('withholding batch', batchById(ctx).load(done.batchId)) };
  }

  @Mutation(() => WithholdingBatchPayloadType, {
    nullable: true,
    description:
      'Says that the bank answers no more about a batch: what it has said nothing of has failed (NO_RESULT). Needs `fee.bank` on the estate.',
  })
  async closeWithholdingBatch(
    @Arg('input', () => CloseWithholdingBatchInput, { description: 'Which batch.' }) input: CloseWithholdingBatchInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, closeWithholdingBatch, input);
    return { ...done, batch: await found('withholding batch', batchById(ctx).load(done.batchId)) };
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What it asks for; null without `fee.amount`.' })
  amount(@Root() batch: BatchRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, batch, batch.amountMinor);
  }

  @FieldResolver(() => [WithholdingCountType], { description: 'What became of its items, by state.' })
  async counts(@Root() { id, estateId, currency }: BatchRow, @Ctx() ctx: RequestContext) {
    return (await statesOfBatch(ctx).load(id)).map((count) => ({ ...count, estateId, currency }));
  }

  @FieldResolver(() => WithholdingItemConnection, { description: 'Its items, by reference.' })
  items(
    @Root() { id }: BatchRow,
    @Arg('states', () => [WithholdingStateEnum], {
      nullable: true,
      description: 'In these states; all where none are named.',
    })
    states: ItemState[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return itemsOfBatch(ctx, id, states, args);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: BatchRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has drawn it.' })
  drawnBy(@Root() { drawnBy }: BatchRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(drawnBy);
  }
}

/** The amount of a count. */
@Resolver(() => WithholdingCountType)
export class WithholdingCountResolver {
  @FieldResolver(() => MoneyType, { nullable: true, description: 'What they amount to; null without `fee.amount`.' })
  amount(@Root() count: ShownCount, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, count, count.amountMinor);
  }
}

/** The edges of an item. */
@Resolver(() => WithholdingItemType)
export class WithholdingItemResolver {
  @FieldResolver(() => MoneyType, { nullable: true, description: 'What is withheld; null without `fee.amount`.' })
  amount(@Root() item: WithholdingItemRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, item, item.amountMinor);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What the bank keeps of it; null without `fee.amount`.',
  })
  channelFee(@Root() item: WithholdingItemRow, @Ctx() ctx: RequestContext) {
    return item.feeMinor === null ? null : amountShown(ctx, item, item.feeMinor);
  }

  @FieldResolver(() => WithholdingMandateType, {
    nullable: true,
    description: 'The mandate under which it is withheld.',
  })
  mandate(@Root() { mandateId }: WithholdingItemRow, @Ctx() ctx: RequestContext) {
    return mandateById(ctx).load(mandateId);
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Whose it is; null where the viewer sees no customers.',
  })
  payer(@Root() { payerId }: WithholdingItemRow, @Ctx() ctx: RequestContext) {
    return customerById(ctx).load(payerId);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit of the mandate; null: all that the payer owes.',
  })
  unit(@Root() { unitId }: WithholdingItemRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => PaymentType, { nullable: true, description: 'The payment that it is.' })
  payment(@Root() { paymentId }: WithholdingItemRow, @Ctx() ctx: RequestContext) {
    return paymentId === null ? null : paymentById(ctx).load(paymentId);
  }

  @FieldResolver(() => [WithholdingChargeType], { description: 'What it is for.' })
  charges(@Root() item: WithholdingItemRow, @Ctx() ctx: RequestContext) {
    return chargesOfItem(ctx)
      .load(item.id)
      .then((charges) => charges.map((charge) => ({ ...charge, currency: item.currency })));
  }
}

/** The edges of a charge of an item. */
@Resolver(() => WithholdingChargeType)
export class WithholdingChargeResolver {
  @FieldResolver(() => MoneyType, { nullable: true, description: 'What was open of it; null without `fee.amount`.' })
  amount(@Root() charge: WithholdingChargeRow & { readonly currency: Currency }, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, charge, charge.amountMinor);
  }

  @FieldResolver(() => ChargeType, { nullable: true, description: 'The charge as it stands now.' })
  charge(@Root() { chargeId }: WithholdingChargeRow, @Ctx() ctx: RequestContext) {
    return chargeById(ctx).load(chargeId);
  }
}
