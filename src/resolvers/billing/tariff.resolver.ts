import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { rateOfMyriad } from '../../domain/billing/tariff.js';
import { sharedCostById, type SharedCostRow } from '../../loaders/billing/shared-costs.js';
import { tariffById, tariffsPage, type TariffRow } from '../../loaders/billing/tariffs.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { TariffConnection } from '../../schema/billing/billing-connections.type.js';
import { SharedCostPayloadType, TariffPayloadType } from '../../schema/billing/billing-payloads.type.js';
import { RecordSharedCostInput } from '../../schema/billing/record-shared-cost.input.js';
import { SetTariffInput } from '../../schema/billing/set-tariff.input.js';
import { SharedCostType } from '../../schema/billing/shared-cost.type.js';
import { TariffType } from '../../schema/billing/tariff.type.js';
import { CurrencyCodeEnum } from '../../schema/money/currency-code.enum.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { Decimal, LocalDate } from '../../schema/scalars.js';
import { recordSharedCost } from '../../services/billing/record-shared-cost.js';
import { setTariff } from '../../services/billing/set-tariff.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** Standards of charges. */
@Resolver(() => TariffType)
export class TariffResolver {
  @Query(() => TariffConnection, {
    description:
      'The standards of charges of an estate as they hold on a day, by code (R-FEE-12). Needs `tariff.read`.',
  })
  tariffs(
    @Arg('estateId', () => ID, { description: 'The estate.' }) estateId: string,
    @Arg('on', () => LocalDate, { nullable: true, description: 'The day; today at the estate where nothing is said.' })
    on: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return tariffsPage(ctx, { estateId, on }, args);
  }

  @Mutation(() => TariffPayloadType, {
    nullable: true,
    description:
      'Sets a standard of charges from a month on; what was billed keeps its own (R-FEE-08). Needs `tariff.manage` on the estate.',
  })
  async setTariff(
    @Arg('input', () => SetTariffInput, { description: 'The standard.' }) input: SetTariffInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, setTariff, input);
    return { ...done, tariff: await found('tariff', tariffById(ctx).load(done.tariffId)) };
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'What one of what it counts costs, with at most four decimals; null where it shares a cost.',
  })
  rate(@Root() { rateMyriad }: TariffRow) {
    return rateMyriad === null ? null : rateOfMyriad(rateMyriad);
  }

  @FieldResolver(() => CurrencyCodeEnum, { description: 'In this currency.' })
  currency(@Root() { currency }: TariffRow) {
    return currency;
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: TariffRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }
}

/** What the common parts have cost. */
@Resolver(() => SharedCostType)
export class SharedCostResolver {
  @Mutation(() => SharedCostPayloadType, {
    nullable: true,
    description:
      'Records what the common parts have cost in a month, which a tariff shares out; the later word holds until the month was billed (R-FEE-07). Needs `fee.bill` on the estate.',
  })
  async recordSharedCost(
    @Arg('input', () => RecordSharedCostInput, { description: 'The cost.' }) input: RecordSharedCostInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recordSharedCost, input);
    return { ...done, cost: await found('cost', sharedCostById(ctx).load(done.costId)) };
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'How much; null without `fee.amount`.' })
  amount(@Root() cost: SharedCostRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, cost, cost.amountMinor);
  }
}
