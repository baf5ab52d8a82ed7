import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { chargeById } from '../../loaders/charge/charge-by-id.js';
import { CancelChargeInput } from '../../schema/charge/cancel-charge.input.js';
import { ChargePayloadType } from '../../schema/charge/charge-payload.type.js';
import { DemandLateFeeInput } from '../../schema/charge/demand-late-fee.input.js';
import { RaiseChargeInput } from '../../schema/charge/raise-charge.input.js';
import { TransferChargeInput } from '../../schema/charge/transfer-charge.input.js';
import { cancelCharge } from '../../services/charge/cancel-charge.js';
import { demandLateFee } from '../../services/charge/demand-late-fee.js';
import { raiseCharge } from '../../services/charge/raise-charge.js';
import { transferCharge } from '../../services/charge/transfer-charge.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What is done about charges. */
@Resolver()
export class ChargeCommandsResolver {
  @Mutation(() => ChargePayloadType, {
    nullable: true,
    description:
      'Charges a payer with something, outside of bill runs; what was paid ahead settles it where the policy says so (R-FEE-02, D-21). Needs `fee.charge` on the estate.',
  })
  async raiseCharge(
    @Arg('input', () => RaiseChargeInput, { description: 'Who owes what for which days.' }) input: RaiseChargeInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, raiseCharge, input);
    return { ...done, charge: await found('charge', chargeById(ctx).load(done.chargeId)) };
  }

  @Mutation(() => ChargePayloadType, {
    nullable: true,
    description:
      'Takes back a charge that should not have been raised, on which nothing stands (R-FEE-11). Needs `fee.charge` on the estate.',
  })
  async cancelCharge(
    @Arg('input', () => CancelChargeInput, { description: 'Which charge, and why.' }) input: CancelChargeInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, cancelCharge, input);
    return { ...done, charge: await found('charge', chargeById(ctx).load(done.chargeId)) };
  }

  @Mutation(() => ChargePayloadType, {
    nullable: true,
    description:
      'Has another customer of the estate owe what is open of a charge; the payload shows what that one owes now (Q-31). Needs `fee.charge` on the estate.',
  })
  async transferCharge(
    @Arg('input', () => TransferChargeInput, { description: 'Which charge, and who owes it now.' })
    input: TransferChargeInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, transferCharge, input);
    return { ...done, charge: await found('charge', chargeById(ctx).load(done.chargeId)) };
  }

  @Mutation(() => ChargePayloadType, {
    nullable: true,
    description:
      'Books what lateness has cost of a charge so far, as a charge of its own, which the payload shows (D-22). Needs `fee.charge` on the estate.',
  })
  async demandLateFee(
    @Arg('input', () => DemandLateFeeInput, { description: 'Which charge.' }) input: DemandLateFeeInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, demandLateFee, input);
    return { ...done, charge: await found('charge', chargeById(ctx).load(done.chargeId)) };
  }
}
