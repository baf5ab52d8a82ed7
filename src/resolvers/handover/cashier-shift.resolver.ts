import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Currency } from '../../domain/money/money.js';
import { openShift } from '../../loaders/handover/open-shift.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { CashierShiftType } from '../../schema/handover/cashier-shift.type.js';
import { HandoverLineType } from '../../schema/handover/handover-line.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** A line of a sheet or of a shift. */
interface Line {
  readonly estateId: string;
  readonly currency: Currency;
  readonly amountMinor: number;
}

/** The own shift, before it is on a sheet. */
@Resolver(() => CashierShiftType)
export class CashierShiftResolver {
  @Query(() => CashierShiftType, {
    nullable: true,
    description:
      'What you have taken and written on an estate since your last sheet, by the books (R-ORG-60): what `fillHandoverSheet` would put on the next. Needs `fee.collect` on the estate.',
  })
  async cashierShift(
    @Arg('estateId', () => ID, { description: 'The estate.' }) estateId: string,
    @Ctx() ctx: RequestContext,
  ) {
    const estate = await found('estate', estateById(ctx).load(estateId));
    return openShift(ctx, estate.id);
  }

  @FieldResolver(() => [HandoverLineType], { description: 'What came, by method.' })
  lines(@Root() { lines }: Awaited<ReturnType<typeof openShift>>) {
    return lines;
  }
}

/** The sum of a line. */
@Resolver(() => HandoverLineType)
export class HandoverLineResolver {
  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'The sum, less what was paid out; null without `fee.amount`.',
  })
  amount(@Root() line: Line, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, line, line.amountMinor);
  }
}
