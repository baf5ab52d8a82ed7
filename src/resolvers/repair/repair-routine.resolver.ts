import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { checkOfRepair, repairChecksPage, type RepairCheckRow } from '../../loaders/repair/repair-checks.js';
import { repairDaysPage, type RepairDayRow } from '../../loaders/repair/repair-days.js';
import { ticketById, type TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { CheckRepairInput } from '../../schema/repair/check-repair.input.js';
import { FileRepairsPayloadType } from '../../schema/repair/file-repairs-payload.type.js';
import { FileRepairsInput } from '../../schema/repair/file-repairs.input.js';
import { RepairCheckFilterInput } from '../../schema/repair/repair-check-filter.input.js';
import { RepairCheckType } from '../../schema/repair/repair-check.type.js';
import { RepairCheckConnection, RepairDayConnection } from '../../schema/repair/repair-connections.type.js';
import { RepairDayFilterInput } from '../../schema/repair/repair-day-filter.input.js';
import { RepairDayType } from '../../schema/repair/repair-day.type.js';
import { RepairOrderType } from '../../schema/ticket/repair-order.type.js';
import { RepairPayloadType } from '../../schema/ticket/repair-payload.type.js';
import { checkRepair } from '../../services/repair/check-repair.js';
import { fileRepairs } from '../../services/repair/file-repairs.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** What is done about finished repairs every day and every month. */
@Resolver(() => RepairOrderType)
export class RepairRoutineResolver {
  @FieldResolver(() => RepairCheckType, {
    nullable: true,
    description: 'Its spot-check (R-RPR-19); null where it was neither drawn nor chosen, and for residents.',
  })
  spotCheck(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ctx.asker.kind === 'RESIDENT' ? null : checkOfRepair(ctx).load(ticket.id);
  }

  @Query(() => RepairDayConnection, {
    description:
      'The repair figures of days that are over, as the managers were told, the latest first (R-RPR-16, R-RPR-17). Needs `ticket.read`; none for residents.',
  })
  repairDays(
    @Arg('filter', () => RepairDayFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: RepairDayFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return repairDaysPage(ctx, filter ?? {}, args);
  }

  @Query(() => RepairCheckConnection, {
    description:
      'Spot-checks of finished repairs, the latest day first (R-RPR-19). Needs `ticket.read`; none for residents.',
  })
  repairChecks(
    @Arg('filter', () => RepairCheckFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: RepairCheckFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return repairChecksPage(ctx, filter ?? {}, args);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      'Records what a spot-check of a finished repair found, one that was drawn or one that you choose (R-RPR-19). Needs `repair.check` on the estate.',
  })
  checkRepair(
    @Arg('input', () => CheckRepairInput, { description: 'Which repair, and what was found.' })
    input: CheckRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, checkRepair, input);
  }

  @Mutation(() => FileRepairsPayloadType, {
    nullable: true,
    description:
      'Files the repairs of a month that have been called back, and tells what is still missing (R-RPR-18). Needs `repair.file` on the estate.',
  })
  fileRepairs(
    @Arg('input', () => FileRepairsInput, { description: 'Which estate and month.' }) input: FileRepairsInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, fileRepairs, input);
  }
}

/** Order and checker of a spot-check. */
@Resolver(() => RepairCheckType)
export class RepairCheckResolver {
  @FieldResolver(() => RepairOrderType, { nullable: true, description: 'The order.' })
  repair(@Root() { ticketId }: RepairCheckRow, @Ctx() ctx: RequestContext) {
    return ticketById(ctx).load(ticketId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who checked it; null while OPEN.' })
  checkedBy(@Root() { checkedBy }: RepairCheckRow, @Ctx() ctx: RequestContext) {
    return checkedBy === null ? null : staffById(ctx).load(checkedBy);
  }
}

/** The estate of a counted day. */
@Resolver(() => RepairDayType)
export class RepairDayResolver {
  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: RepairDayRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }
}
