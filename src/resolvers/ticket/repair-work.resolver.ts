import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { visitsOfRepair, workersOfRepair, type RepairVisitRow } from '../../loaders/ticket/repair-visits.js';
import type { TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { CarryOverRepairInput } from '../../schema/ticket/carry-over-repair.input.js';
import { HandOverRepairInput } from '../../schema/ticket/hand-over-repair.input.js';
import { RateRepairInput } from '../../schema/ticket/rate-repair.input.js';
import { RefuseRepairInput } from '../../schema/ticket/refuse-repair.input.js';
import { RegradeRepairInput } from '../../schema/ticket/regrade-repair.input.js';
import { RepairOrderType } from '../../schema/ticket/repair-order.type.js';
import { RepairPayloadType } from '../../schema/ticket/repair-payload.type.js';
import { RepairVisitType } from '../../schema/ticket/repair-visit.type.js';
import { ScheduleRepairInput } from '../../schema/ticket/schedule-repair.input.js';
import { SetRepairCrewInput } from '../../schema/ticket/set-repair-crew.input.js';
import { carryOverRepair } from '../../services/ticket/carry-over-repair.js';
import { handOverRepair } from '../../services/ticket/hand-over-repair.js';
import { rateRepair } from '../../services/ticket/rate-repair.js';
import { refuseRepair } from '../../services/ticket/refuse-repair.js';
import { regradeRepair } from '../../services/ticket/regrade-repair.js';
import { scheduleRepair } from '../../services/ticket/schedule-repair.js';
import { setRepairCrew } from '../../services/ticket/set-repair-crew.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Who works on a repair, when, and what becomes of a visit. */
@Resolver(() => RepairOrderType)
export class RepairWorkResolver {
  @FieldResolver(() => [RepairVisitType], { description: 'The visits to the site, in the order of arrival (D-19).' })
  siteVisits(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ticket.visits === 0 ? [] : visitsOfRepair(ctx).load(ticket.id);
  }

  @FieldResolver(() => [StaffType], {
    description:
      'Who works with the technician on the visit under way, or on the next one (R-RPR-02); none for residents.',
  })
  crew(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    const ahead = ticket.stage === 'ON_SITE' ? ticket.visits : ticket.visits + 1;
    return staffOf(ctx, ticket.id, (worker) => worker.helps && worker.visitNumber === ahead);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description: 'Agrees another time with the customer (R-RPR-10). Needs `repair.schedule` on the estate.',
  })
  scheduleRepair(
    @Arg('input', () => ScheduleRepairInput, { description: 'Which repair, when, and why.' })
    input: ScheduleRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, scheduleRepair, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description: 'Ends a visit whose work is not done (R-RPR-16, D-05). Needs `repair.complete` on the estate.',
  })
  carryOverRepair(
    @Arg('input', () => CarryOverRepairInput, { description: 'Which repair, and how the visit ended.' })
    input: CarryOverRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, carryOverRepair, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      'Gives an accepted order back to Engineering: FORWARDED again, its clocks go on (R-RPR-02, D-19). Needs `repair.accept` on the estate.',
  })
  refuseRepair(
    @Arg('input', () => RefuseRepairInput, { description: 'Which repair, and why.' }) input: RefuseRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, refuseRepair, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      'Puts an order into the hands of another technician; no clock starts anew (D-19). Needs `repair.accept` on the estate.',
  })
  handOverRepair(
    @Arg('input', () => HandOverRepairInput, { description: 'Which repair, and to whom.' }) input: HandOverRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, handOverRepair, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      'Says who helps the technician; who has worked on a visit calls nobody back about it (R-ORG-65). Needs `repair.accept` on the estate.',
  })
  setRepairCrew(
    @Arg('input', () => SetRepairCrewInput, { description: 'Which repair, and who helps.' })
    input: SetRepairCrewInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, setRepairCrew, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      'Gives a repair another urgency while nobody is on site (R-RPR-08, D-27). Needs `repair.regrade` on the estate.',
  })
  regradeRepair(
    @Arg('input', () => RegradeRepairInput, { description: 'Which repair, which urgency, and why.' })
    input: RegradeRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, regradeRepair, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      'Says how a finished repair was, until it is filed; what is not solved or not good opens it again (R-RPR-22, R-CBK-03). For residents, on their own.',
  })
  rateRepair(
    @Arg('input', () => RateRepairInput, { description: 'Which repair, and how it was.' }) input: RateRepairInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, rateRepair, input);
  }
}

/** Who came on a visit. */
@Resolver(() => RepairVisitType)
export class RepairVisitResolver {
  @FieldResolver(() => [StaffType], {
    description: 'Who came: the technician, then helpers (R-RPR-02); none for residents.',
  })
  workers(@Root() visit: RepairVisitRow, @Ctx() ctx: RequestContext) {
    return staffOf(ctx, visit.ticketId, (worker) => worker.visitNumber === visit.number);
  }
}

type Worker = Awaited<ReturnType<ReturnType<typeof workersOfRepair>['load']>>[number];

async function staffOf(ctx: RequestContext, ticketId: string, wanted: (worker: Worker) => boolean) {
  if (ctx.asker.kind === 'RESIDENT') return [];
  const workers = (await workersOfRepair(ctx).load(ticketId)).filter(wanted);
  const staff = await Promise.all(workers.map(({ staffId }) => staffById(ctx).load(staffId)));
  return staff.filter((each) => each !== null);
}
