import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { maskName } from '../../domain/people/mask-name.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { mandateById, mandatesPage, type MandateRow } from '../../loaders/withholding/withholding-mandates.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import {
  EndWithholdingMandateInput,
  RecordWithholdingMandateInput,
  WithholdingMandateFilterInput,
} from '../../schema/withholding/withholding.inputs.js';
import {
  WithholdingMandateConnection,
  WithholdingMandatePayloadType,
  WithholdingMandateType,
} from '../../schema/withholding/withholding.types.js';
import {
  endWithholdingMandate,
  recordWithholdingMandate,
} from '../../services/withholding/record-withholding-mandate.js';
import { may } from '../../tenancy/authorize.js';
import { isSelf } from '../../tenancy/crowd-principal.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** Mandates to withhold: who has given one, and their masks. */
@Resolver(() => WithholdingMandateType)
export class WithholdingMandateResolver {
  @Query(() => WithholdingMandateConnection, {
    description: 'Mandates to withhold, the latest recorded first; residents see their own (D-30). Needs `fee.read`.',
  })
  withholdingMandates(
    @Arg('filter', () => WithholdingMandateFilterInput, {
      nullable: true,
      description: 'Which; all where nothing is said.',
    })
    filter: WithholdingMandateFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return mandatesPage(ctx, filter ?? {}, args);
  }

  @Mutation(() => WithholdingMandatePayloadType, {
    nullable: true,
    description:
      'Records that a payer lets a bank withhold what is due, for one unit or for all (R-MIN-04). Needs `fee.bank` on the estate.',
  })
  async recordWithholdingMandate(
    @Arg('input', () => RecordWithholdingMandateInput, { description: 'The mandate.' })
    input: RecordWithholdingMandateInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recordWithholdingMandate, input);
    return { ...done, mandate: await found('withholding mandate', mandateById(ctx).load(done.mandateId)) };
  }

  @Mutation(() => WithholdingMandatePayloadType, {
    nullable: true,
    description: 'Ends a mandate: from a day on nothing more is asked for under it. Needs `fee.bank` on the estate.',
  })
  async endWithholdingMandate(
    @Arg('input', () => EndWithholdingMandateInput, { description: 'Which, and when.' })
    input: EndWithholdingMandateInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, endWithholdingMandate, input);
    return { ...done, mandate: await found('withholding mandate', mandateById(ctx).load(done.mandateId)) };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Whose account it is; masked without `customer.unmask`, null once the payer’s data were erased (R-ORG-78).',
  })
  holder(@Root() { holder, estateId, payerId }: MandateRow, @Ctx() ctx: RequestContext) {
    const isWhole = may(ctx.principal, 'customer.unmask', estateId) || isSelf(ctx.asker, payerId);
    return holder === null || isWhole ? holder : maskName(holder);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The number of the agreement at the bank; null where there is none, and without `fee.bank` but for the payer.',
  })
  agreement(@Root() { agreement, estateId, payerId }: MandateRow, @Ctx() ctx: RequestContext) {
    return may(ctx.principal, 'fee.bank', estateId) || isSelf(ctx.asker, payerId) ? agreement : null;
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Who has given it; null where the viewer sees no customers.',
  })
  payer(@Root() { payerId }: MandateRow, @Ctx() ctx: RequestContext) {
    return customerById(ctx).load(payerId);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit that it is for; null: all that the payer owes.',
  })
  unit(@Root() { unitId }: MandateRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: MandateRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has recorded it.' })
  recordedBy(@Root() { recordedBy }: MandateRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(recordedBy);
  }
}
