import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { obstaclesTo, type ErasureState } from '../../domain/privacy/erasure.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import {
  erasureRequestById,
  erasureRequestsPage,
  openMattersOfCustomer,
  type ErasureRequestRow,
} from '../../loaders/privacy/erasure-requests.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { ErasureRequestPayloadType } from '../../schema/privacy/erasure-request-payload.type.js';
import { ErasureRequestConnection, ErasureRequestType } from '../../schema/privacy/erasure-request.type.js';
import { ErasureObstacleEnum, ErasureStateEnum } from '../../schema/privacy/erasure.enums.js';
import {
  CarryOutErasureInput,
  RefuseErasureInput,
  RequestErasureInput,
  WithdrawErasureInput,
} from '../../schema/privacy/erasure.inputs.js';
import { carryOutErasure } from '../../services/privacy/carry-out-erasure.js';
import { refuseErasure } from '../../services/privacy/refuse-erasure.js';
import { requestErasure } from '../../services/privacy/request-erasure.js';
import { withdrawErasure } from '../../services/privacy/withdraw-erasure.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** Erasure of a customer's personal data: requests, decisions, what stands against it. */
@Resolver(() => ErasureRequestType)
export class ErasureRequestResolver {
  @Query(() => ErasureRequestConnection, {
    description: 'Requests to erase on your estates, latest first. Needs `erasure.request`.',
  })
  erasureRequests(
    @Arg('estateIds', () => [ID], { nullable: true, description: 'Only those on these estates.' })
    estateIds: string[] | null,
    @Arg('states', () => [ErasureStateEnum], { nullable: true, description: 'Only those in these states.' })
    states: ErasureState[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return erasureRequestsPage(ctx, { estateIds, states }, page);
  }

  @Mutation(() => ErasureRequestPayloadType, {
    nullable: true,
    description:
      "Asks that a customer's personal data be erased; another person decides (R-ORG-68). Needs `erasure.request` on the estate.",
  })
  requestErasure(
    @Arg('input', () => RequestErasureInput, { description: 'Whose, and on what ground.' }) input: RequestErasureInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, requestErasure, input);
  }

  @Mutation(() => ErasureRequestPayloadType, {
    nullable: true,
    description:
      "Grants a request and erases at once and for good: name, telephone, words and contacts of the customer's tickets, logins (R-ARC-08). Numbers, instants and events stay. Never by who asked (R-ORG-68). Needs `erasure.decide` on the estate.",
  })
  carryOutErasure(
    @Arg('input', () => CarryOutErasureInput, { description: 'Which request.' }) input: CarryOutErasureInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, carryOutErasure, input);
  }

  @Mutation(() => ErasureRequestPayloadType, {
    nullable: true,
    description:
      'Refuses a request with its reason. Never by who asked (R-ORG-68). Needs `erasure.decide` on the estate.',
  })
  refuseErasure(
    @Arg('input', () => RefuseErasureInput, { description: 'Which request, and why.' }) input: RefuseErasureInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, refuseErasure, input);
  }

  @Mutation(() => ErasureRequestPayloadType, {
    nullable: true,
    description: 'Takes a request back before it is decided. Needs `erasure.request` on the estate.',
  })
  withdrawErasure(
    @Arg('input', () => WithdrawErasureInput, { description: 'Which request.' }) input: WithdrawErasureInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, withdrawErasure, input);
  }

  @FieldResolver(() => EstateType, { description: 'The estate of the customer.' })
  estate(@Root() request: ErasureRequestRow, @Ctx() ctx: RequestContext) {
    return found('estate', estateById(ctx).load(request.estateId));
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'Whose data.' })
  customer(@Root() request: ErasureRequestRow, @Ctx() ctx: RequestContext) {
    return customerById(ctx).load(request.customerId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who asked.' })
  requestedBy(@Root() request: ErasureRequestRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(request.requestedBy);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who decided or withdrew; null while it waits.' })
  decidedBy(@Root() request: ErasureRequestRow, @Ctx() ctx: RequestContext) {
    return request.decidedBy === null ? null : staffById(ctx).load(request.decidedBy);
  }

  @FieldResolver(() => [ErasureObstacleEnum], {
    description: 'What stands against it now; nothing once it is decided (Q-24).',
  })
  async obstacles(@Root() request: ErasureRequestRow, @Ctx() ctx: RequestContext) {
    if (request.state !== 'REQUESTED') return [];
    const open = await openMattersOfCustomer(ctx).load(request.customerId);
    return open ? obstaclesTo(open) : [];
  }
}

/** The request behind a command's verdict. */
@Resolver(() => ErasureRequestPayloadType)
export class ErasureRequestPayloadResolver {
  @FieldResolver(() => ErasureRequestType, { description: 'The request as it stands now.' })
  request(@Root() payload: ErasureRequestPayloadType, @Ctx() ctx: RequestContext) {
    return found('erasure request', erasureRequestById(ctx).load(payload.requestId));
  }
}
