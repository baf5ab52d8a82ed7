import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { notFound } from '../../domain/errors.js';
import { moneyOf } from '../../domain/money/money.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { priceById, pricesPage, type PriceRow } from '../../loaders/price/prices.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { PriceConnection } from '../../schema/price/price-connection.type.js';
import { PricePayloadType } from '../../schema/price/price-payload.type.js';
import { PriceType } from '../../schema/price/price.type.js';
import { SetPriceInput } from '../../schema/price/set-price.input.js';
import { WithdrawPriceInput } from '../../schema/price/withdraw-price.input.js';
import { LocalDate } from '../../schema/scalars.js';
import { setPrice } from '../../services/price/set-price.js';
import { withdrawPrice } from '../../services/price/withdraw-price.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** The price list of chargeable work. */
@Resolver(() => PriceType)
export class PriceResolver {
  @Query(() => PriceConnection, {
    description:
      "The price list as it holds on a day, by code: an estate's own price before the company's (R-DSP-13). Needs `price.read`.",
  })
  prices(
    @Arg('estateId', () => ID, { nullable: true, description: 'The estate; the company as such where none is named.' })
    estateId: string | null,
    @Arg('on', () => LocalDate, { nullable: true, description: 'The day; today at that place where nothing is said.' })
    on: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return pricesPage(ctx, { estateId, on }, args);
  }

  @FieldResolver(() => MoneyType, { description: 'What one of it costs.' })
  price(@Root() { priceMinor, currency }: PriceRow) {
    return moneyOf(priceMinor, currency);
  }

  @FieldResolver(() => EstateType, {
    nullable: true,
    description: 'The estate whose own price it is; null for the price of the company.',
  })
  estate(@Root() { estateId }: PriceRow, @Ctx() ctx: RequestContext) {
    return estateId === null ? null : estateById(ctx).load(estateId);
  }

  @Mutation(() => PricePayloadType, {
    nullable: true,
    description:
      "Puts a price on the list from a day on; what was quoted before keeps its price (R-DSP-13). Needs `price.manage` on the estate, or on all for the company's own.",
  })
  setPrice(
    @Arg('input', () => SetPriceInput, { description: 'The price.' }) input: SetPriceInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, setPrice, input);
  }

  @Mutation(() => PricePayloadType, {
    nullable: true,
    description:
      "Takes a price off the list from a day on. Needs `price.manage` on its estate, or on all for the company's own.",
  })
  withdrawPrice(
    @Arg('input', () => WithdrawPriceInput, { description: 'Which price, and from when.' }) input: WithdrawPriceInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, withdrawPrice, input);
  }
}

/** The price behind a command's verdict. */
@Resolver(() => PricePayloadType)
export class PricePayloadResolver {
  @FieldResolver(() => PriceType, {
    description: 'The price as it stands now. NOT_FOUND when a repeated command names one that is no longer yours.',
  })
  async price(@Root() { priceId }: { readonly priceId: string }, @Ctx() ctx: RequestContext) {
    const found = await priceById(ctx).load(priceId);
    if (!found) throw notFound('price');
    return found;
  }
}
