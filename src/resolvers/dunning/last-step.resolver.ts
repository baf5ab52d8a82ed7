import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ArrearsRow } from '../../loaders/collection/arrears-page.js';
import { lastStepOf } from '../../loaders/dunning/dunning-steps.js';
import { ArrearsType } from '../../schema/collection/arrears.type.js';
import { DunningStepType } from '../../schema/dunning/dunning-step.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What was done last about who owes. */
@Resolver(() => ArrearsType)
export class LastStepResolver {
  @FieldResolver(() => DunningStepType, {
    nullable: true,
    description:
      'What was done last about it by now (R-DUN-12), whatever day the answer is about; null where nothing was, and without `dunning.read`.',
  })
  lastStep(@Root() debt: ArrearsRow, @Ctx() ctx: RequestContext) {
    return lastStepOf(ctx).load(debt);
  }
}
