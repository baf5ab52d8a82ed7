import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dutyById, type DutyRow } from '../../loaders/duty/duty-by-id.js';
import { dutiesPage } from '../../loaders/duty/duties-page.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { ChangeDutyInput } from '../../schema/duty/change-duty.input.js';
import { DutiesPayloadType } from '../../schema/duty/duties-payload.type.js';
import { DutyConnection } from '../../schema/duty/duty-connection.type.js';
import { DutyFilterInput } from '../../schema/duty/duty-filter.input.js';
import { DutyPayloadType } from '../../schema/duty/duty-payload.type.js';
import { DutyType } from '../../schema/duty/duty.type.js';
import { EndDutyInput } from '../../schema/duty/end-duty.input.js';
import { PlanDutyInput } from '../../schema/duty/plan-duty.input.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { changeDuty } from '../../services/duty/change-duty.js';
import { endDuty } from '../../services/duty/end-duty.js';
import { planDuty } from '../../services/duty/plan-duty.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** Duties: their list, their edges, and what changes about them. */
@Resolver(() => DutyType)
export class DutyResolver {
  @Query(() => DutyConnection, {
    description:
      "Duties for the viewer's estates and for the whole company, earliest first. Needs `duty.read`. Who is on duty now: `at` now.",
  })
  duties(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => DutyFilterInput, { nullable: true, description: 'Which ones; all where nothing is said.' })
    filter: DutyFilterInput | null,
  ) {
    return dutiesPage(ctx, filter ?? {}, page);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who; null where the viewer may not see the person.' })
  staff(@Root() duty: DutyRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(duty.staffId);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'For which estate; null for all of the company.' })
  estate(@Root() duty: DutyRow, @Ctx() ctx: RequestContext) {
    return duty.estateId === null ? null : estateById(ctx).load(duty.estateId);
  }

  @Mutation(() => DutiesPayloadType, {
    nullable: true,
    description:
      'Plans who stands at a post, where and when (D-11). Needs `duty.manage` on each estate, or on all for the whole company.',
  })
  async planDuty(
    @Arg('input', () => PlanDutyInput, { description: 'Who, where and when.' }) input: PlanDutyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, planDuty, input);
    return { ...done, duties: await Promise.all(done.dutyIds.map((id) => found('duty', dutyById(ctx).load(id)))) };
  }

  @Mutation(() => DutyPayloadType, {
    nullable: true,
    description: 'Changes a duty that is not over (D-11). Needs `duty.manage` on its estate.',
  })
  async changeDuty(
    @Arg('input', () => ChangeDutyInput, { description: 'What changes.' }) input: ChangeDutyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, changeDuty, input);
    return { ...done, duty: await found('duty', dutyById(ctx).load(done.dutyId)) };
  }

  @Mutation(() => DutyPayloadType, {
    nullable: true,
    description: 'Ends a duty now, or calls it off before it begins (D-11). Needs `duty.manage` on its estate.',
  })
  async endDuty(
    @Arg('input', () => EndDutyInput, { description: 'Which one.' }) input: EndDutyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, endDuty, input);
    return { ...done, duty: await found('duty', dutyById(ctx).load(done.dutyId)) };
  }
}
