import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import {
  customersOfGrant,
  unmaskGrantById,
  unmaskGrantsPage,
  unmaskReadsPage,
  useOfGrant,
  type UnmaskGrantRow,
  type UnmaskReadRow,
} from '../../loaders/privacy/unmask-grants.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { GrantUnmaskInput } from '../../schema/privacy/grant-unmask.input.js';
import { RevokeUnmaskInput } from '../../schema/privacy/revoke-unmask.input.js';
import { UnmaskGrantFilterInput } from '../../schema/privacy/unmask-grant-filter.input.js';
import { UnmaskGrantPayloadType } from '../../schema/privacy/unmask-grant-payload.type.js';
import { UnmaskGrantConnection, UnmaskGrantType } from '../../schema/privacy/unmask-grant.type.js';
import { UnmaskReadConnection, UnmaskReadType } from '../../schema/privacy/unmask-read.type.js';
import { DateTime } from '../../schema/scalars.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import { grantUnmask } from '../../services/privacy/grant-unmask.js';
import { revokeUnmask } from '../../services/privacy/revoke-unmask.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** Grants to unmask: their list, their edges, granting and taking back. */
@Resolver(() => UnmaskGrantType)
export class UnmaskGrantResolver {
  @Query(() => UnmaskGrantConnection, {
    description:
      'Who of head office reads or read customers of your estates by name, and what for; latest first. Needs `unmask.read`.',
  })
  unmaskGrants(
    @Arg('filter', () => UnmaskGrantFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: UnmaskGrantFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return unmaskGrantsPage(ctx, filter ?? {}, page);
  }

  @Mutation(() => UnmaskGrantPayloadType, {
    nullable: true,
    description:
      'Lets you read customers of one estate by name and telephone for a purpose and a while, in filters and orders too. The estate sees it; every reading is logged (R-ORG-78). Needs `unmask.grant`.',
  })
  grantUnmask(
    @Arg('input', () => GrantUnmaskInput, { description: 'Whose data, what for, how long.' }) input: GrantUnmaskInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, grantUnmask, input);
  }

  @Mutation(() => UnmaskGrantPayloadType, {
    nullable: true,
    description: 'Takes a grant to unmask back: the next query reads masks. Needs `unmask.revoke` on its estate.',
  })
  revokeUnmask(
    @Arg('input', () => RevokeUnmaskInput, { description: 'Which.' }) input: RevokeUnmaskInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, revokeUnmask, input);
  }

  @FieldResolver(() => EstateType, { description: 'The estate whose customers it opens.' })
  estate(@Root() grant: UnmaskGrantRow, @Ctx() ctx: RequestContext) {
    return found('estate', estateById(ctx).load(grant.estateId));
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who reads under it.' })
  holder(@Root() grant: UnmaskGrantRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(grant.staffId);
  }

  @FieldResolver(() => [CustomerType], {
    description: 'The customers whom it names, or who stand behind its ticket, as far as you may read them.',
  })
  async customers(@Root() grant: UnmaskGrantRow, @Ctx() ctx: RequestContext) {
    const named = await customersOfGrant(ctx).load(grant.id);
    const rows = await Promise.all(named.map(({ customerId }) => customerById(ctx).load(customerId)));
    return rows.filter((row) => row !== null);
  }

  @FieldResolver(() => TicketType, { nullable: true, description: 'The ticket of a TICKET grant.' })
  ticket(@Root() grant: UnmaskGrantRow, @Ctx() ctx: RequestContext) {
    return grant.ticketId === null ? null : ticketById(ctx).load(grant.ticketId);
  }

  @FieldResolver(() => Int, {
    description: 'How often somebody was read under it: operations, each as often as it read customers or tickets.',
  })
  async timesRead(@Root() grant: UnmaskGrantRow, @Ctx() ctx: RequestContext) {
    const [use] = await useOfGrant(ctx).load(grant.id);
    return use?.times ?? 0;
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When somebody was last read under it; null: never.' })
  async lastReadAt(@Root() grant: UnmaskGrantRow, @Ctx() ctx: RequestContext) {
    const [use] = await useOfGrant(ctx).load(grant.id);
    return use?.lastAt ?? null;
  }

  @FieldResolver(() => UnmaskReadConnection, { description: 'Who was read under it, day by day, latest first.' })
  reads(
    @Root() grant: UnmaskGrantRow,
    @Arg('first', () => Int, { nullable: true, description: 'How many, 1 to 100; 20 where nothing is said.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what stands behind this page cursor.' })
    after: string | null,
    @Ctx() ctx: RequestContext,
  ) {
    return unmaskReadsPage(ctx, grant.id, { first, after });
  }
}

/** The grant behind a command's verdict. */
@Resolver(() => UnmaskGrantPayloadType)
export class UnmaskGrantPayloadResolver {
  @FieldResolver(() => UnmaskGrantType, { description: 'The grant as it stands now.' })
  grant(@Root() payload: UnmaskGrantPayloadType, @Ctx() ctx: RequestContext) {
    return found('grant', unmaskGrantById(ctx).load(payload.grantId));
  }
}

/** Whom a reading was about. */
@Resolver(() => UnmaskReadType)
export class UnmaskReadResolver {
  @FieldResolver(() => CustomerType, { nullable: true, description: 'The customer who was read; else null.' })
  customer(@Root() read: UnmaskReadRow, @Ctx() ctx: RequestContext) {
    return read.subjectKind === 'CUSTOMER' ? customerById(ctx).load(read.subjectId) : null;
  }

  @FieldResolver(() => TicketType, { nullable: true, description: 'The ticket whose contact was read; else null.' })
  ticket(@Root() read: UnmaskReadRow, @Ctx() ctx: RequestContext) {
    return read.subjectKind === 'TICKET' ? ticketById(ctx).load(read.subjectId) : null;
  }
}
