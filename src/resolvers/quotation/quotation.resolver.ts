import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { moneyOf } from '../../domain/money/money.js';
import { quantityOfMilli } from '../../domain/money/quantity.js';
import { isChargeable } from '../../domain/quotation/consent.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import {
  linesOfQuotation,
  partsOfRepair,
  quotationsOfRepair,
  type QuotationLineRow,
  type QuotationRow,
  type RepairPartRow,
} from '../../loaders/quotation/quotations.js';
import type { TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { AnswerQuotationInput } from '../../schema/quotation/answer-quotation.input.js';
import { QuotationLineType } from '../../schema/quotation/quotation-line.type.js';
import { QuotationType } from '../../schema/quotation/quotation.type.js';
import { QuoteRepairInput } from '../../schema/quotation/quote-repair.input.js';
import { UsedPartType } from '../../schema/quotation/used-part.type.js';
import { Decimal } from '../../schema/scalars.js';
import { RepairOrderType } from '../../schema/ticket/repair-order.type.js';
import { RepairPayloadType } from '../../schema/ticket/repair-payload.type.js';
import { answerQuotation } from '../../services/quotation/answer-quotation.js';
import { quoteRepair } from '../../services/quotation/quote-repair.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** What a repair costs its customer, and whether the customer has agreed. */
@Resolver(() => RepairOrderType)
export class RepairChargeResolver {
  @FieldResolver(() => [QuotationType], { description: 'All quotations on it, in the order of making (R-DSP-13).' })
  quotations(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return quotationsOfRepair(ctx).load(ticket.id);
  }

  @FieldResolver(() => QuotationType, {
    nullable: true,
    description: 'The quotation that stands; null where none does.',
  })
  quotation(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return standingOf(ctx, ticket);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the customer pays for it: by decision, or because a price was quoted (R-DSP-13).',
  })
  async chargeable(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    const standing = await standingOf(ctx, ticket);
    return isChargeable({ responsibility: ticket.responsibility, quotation: standing?.state ?? null });
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What the customer has agreed to pay (维修费); null where nothing.',
  })
  charge(@Root() { chargeMinor, chargeCurrency }: TicketRow) {
    return chargeMinor === null || chargeCurrency === null ? null : moneyOf(chargeMinor, chargeCurrency);
  }

  @FieldResolver(() => [UsedPartType], { description: 'The parts that it took, visit by visit.' })
  partsUsed(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ticket.visits === 0 ? [] : partsOfRepair(ctx).load(ticket.id);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      'Quotes a price for work on an order, labour and parts, in place of an earlier quotation (R-DSP-13). Needs `repair.quote` on the estate.',
  })
  quoteRepair(
    @Arg('input', () => QuoteRepairInput, { description: 'Which repair, and the lines.' }) input: QuoteRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, quoteRepair, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      'Records what the customer says to the quotation that stands (R-DSP-13). Needs `repair.consent` on the estate; residents answer their own.',
  })
  answerQuotation(
    @Arg('input', () => AnswerQuotationInput, { description: 'Which quotation, and the answer.' })
    input: AnswerQuotationInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, answerQuotation, input);
  }
}

const standingOf = async (ctx: RequestContext, ticket: TicketRow): Promise<QuotationRow | null> =>
  (await quotationsOfRepair(ctx).load(ticket.id)).find(({ state }) => state !== 'SUPERSEDED') ?? null;

/** Sums and lines of a quotation. */
@Resolver(() => QuotationType)
export class QuotationResolver {
  @FieldResolver(() => MoneyType, { description: 'What the work comes to.' })
  labour(@Root() { labourMinor, currency }: QuotationRow) {
    return moneyOf(labourMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What the parts come to.' })
  parts(@Root() { partsMinor, currency }: QuotationRow) {
    return moneyOf(partsMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What it all comes to.' })
  total(@Root() { totalMinor, currency }: QuotationRow) {
    return moneyOf(totalMinor, currency);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who quoted; null for residents.' })
  quotedBy(@Root() { quotedBy }: QuotationRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(quotedBy);
  }

  @FieldResolver(() => [QuotationLineType], { description: 'Its lines, as quoted.' })
  lines(@Root() { id }: QuotationRow, @Ctx() ctx: RequestContext) {
    return linesOfQuotation(ctx).load(id);
  }
}

/** Quantity and amounts of a line. */
@Resolver(() => QuotationLineType)
export class QuotationLineResolver {
  @FieldResolver(() => Decimal, { description: 'How many.' })
  quantity(@Root() { quantityMilli }: QuotationLineRow) {
    return quantityOfMilli(quantityMilli);
  }

  @FieldResolver(() => MoneyType, { description: 'What one of it cost that day.' })
  price(@Root() { priceMinor, currency }: QuotationLineRow) {
    return moneyOf(priceMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'Quantity times price, rounded half up.' })
  amount(@Root() { amountMinor, currency }: QuotationLineRow) {
    return moneyOf(amountMinor, currency);
  }
}

/** Quantity and amount of a part that was used. */
@Resolver(() => UsedPartType)
export class UsedPartResolver {
  @FieldResolver(() => Decimal, { description: 'How many.' })
  quantity(@Root() { quantityMilli }: RepairPartRow) {
    return quantityOfMilli(quantityMilli);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: "Quantity times the list's price of that day; null for what is not on the list.",
  })
  amount(@Root() { amountMinor, currency }: RepairPartRow) {
    return amountMinor === null || currency === null ? null : moneyOf(amountMinor, currency);
  }
}
