import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { balancesOf } from '../../loaders/ledger/balances.js';
import type { CustomerRow } from '../../loaders/people/customer-by-id.js';
import type { UnitRow } from '../../loaders/place/unit-by-id.js';
import { AccountBalanceType } from '../../schema/ledger/account-balance.type.js';
import { AsOfArgs } from '../../schema/ledger/as-of.args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What is owed for a unit. */
@Resolver(() => UnitType)
export class UnitBalanceResolver {
  @FieldResolver(() => [AccountBalanceType], {
    nullable: true,
    description:
      'What is owed for it and was paid ahead for it, one a currency; empty where there was never anything. Residents see their own part. Null without `fee.amount` (R-ORG-70).',
  })
  balances(@Root() { id, estateId }: UnitRow, @Args(() => AsOfArgs) asOf: AsOfArgs, @Ctx() ctx: RequestContext) {
    return may(ctx.principal, 'fee.amount', estateId) ? balancesOf(ctx, 'unit', asOf).load(id) : null;
  }
}

/** What a customer owes. */
@Resolver(() => CustomerType)
export class CustomerBalanceResolver {
  @FieldResolver(() => [AccountBalanceType], {
    nullable: true,
    description:
      'What the customer owes and has paid ahead over all units, one a currency; empty where there was never anything. Null without `fee.amount` (R-ORG-70).',
  })
  balances(@Root() { id, estateId }: CustomerRow, @Args(() => AsOfArgs) asOf: AsOfArgs, @Ctx() ctx: RequestContext) {
    return may(ctx.principal, 'fee.amount', estateId) ? balancesOf(ctx, 'customer', asOf).load(id) : null;
  }
}
