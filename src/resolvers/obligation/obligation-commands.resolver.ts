import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { obligationById } from '../../loaders/obligation/obligation-by-id.js';
import { FulfilObligationInput } from '../../schema/obligation/fulfil-obligation.input.js';
import { ObligationPayloadType } from '../../schema/obligation/obligation-payload.type.js';
import { OweObligationInput } from '../../schema/obligation/owe-obligation.input.js';
import { WaiveObligationInput } from '../../schema/obligation/waive-obligation.input.js';
import { fulfilObligation } from '../../services/obligation/fulfil-obligation.js';
import { oweObligation } from '../../services/obligation/owe-obligation.js';
import { waiveObligation } from '../../services/obligation/waive-obligation.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What changes about obligations. */
@Resolver()
export class ObligationCommandsResolver {
  @Mutation(() => ObligationPayloadType, {
    nullable: true,
    description:
      "Has somebody owe something by a time (R-ORG-24). Needs `obligation.owe` on the estate, or on all for the company's own.",
  })
  async oweObligation(
    @Arg('input', () => OweObligationInput, { description: 'What, by whom, by when.' }) input: OweObligationInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, oweObligation, input);
    return { ...done, obligation: await found('obligation', obligationById(ctx).load(done.obligationId)) };
  }

  @Mutation(() => ObligationPayloadType, {
    nullable: true,
    description:
      "Says that what was owed is done. Needs `obligation.fulfil` on the estate, and `obligation.owe` for what is somebody else's.",
  })
  async fulfilObligation(
    @Arg('input', () => FulfilObligationInput, { description: 'Which one.' }) input: FulfilObligationInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, fulfilObligation, input);
    return { ...done, obligation: await found('obligation', obligationById(ctx).load(done.obligationId)) };
  }

  @Mutation(() => ObligationPayloadType, {
    nullable: true,
    description:
      'Lets somebody else off what is owed, with a reason (R-ORG-68). Needs `obligation.waive` on the estate; never by its owner.',
  })
  async waiveObligation(
    @Arg('input', () => WaiveObligationInput, { description: 'Which one, and why.' }) input: WaiveObligationInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, waiveObligation, input);
    return { ...done, obligation: await found('obligation', obligationById(ctx).load(done.obligationId)) };
  }
}
