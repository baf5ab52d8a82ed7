import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { resultById, resultsPage, type WithholdingResultRow } from '../../loaders/withholding/withholding-batches.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { LoadWithholdingResultInput } from '../../schema/withholding/withholding.inputs.js';
import {
  WithholdingResultConnection,
  WithholdingResultPayloadType,
  WithholdingResultType,
} from '../../schema/withholding/withholding.types.js';
import { loadWithholdingResult } from '../../services/withholding/load-withholding-result.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What banks answer to what they were asked to withhold. */
@Resolver(() => WithholdingResultType)
export class WithholdingResultResolver {
  @Query(() => WithholdingResultConnection, {
    description: 'Answers of banks about what they were to withhold, the latest first. Needs `fee.bank`.',
  })
  withholdingResults(
    @Arg('estateIds', () => [ID], {
      nullable: true,
      description: 'Of these estates; all in reach where none are named.',
    })
    estateIds: string[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return resultsPage(ctx, estateIds, args);
  }

  @Mutation(() => WithholdingResultPayloadType, {
    nullable: true,
    description:
      'Takes a bank’s answer in: what was withheld is booked once, what failed may be asked for anew, money that was not asked for so waits among `bankLines` (R-FEE-11). The very same file is the same answer. Needs `fee.bank` on the estate.',
  })
  async loadWithholdingResult(
    @Arg('input', () => LoadWithholdingResultInput, { description: 'The answer.' }) input: LoadWithholdingResultInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, loadWithholdingResult, input);
    return { ...done, result: await found('withholding result', resultById(ctx).load(done.resultId)) };
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: WithholdingResultRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has loaded it.' })
  loadedBy(@Root() { loadedBy }: WithholdingResultRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(loadedBy);
  }
}
