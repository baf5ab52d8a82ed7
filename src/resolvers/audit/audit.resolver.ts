import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { auditTrail, type AuditEntryRow } from '../../loaders/audit/audit-trail.js';
import { securityEntriesPage } from '../../loaders/audit/security-entries.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { AuditEntryConnection, AuditEntryType, AuditFactType } from '../../schema/audit/audit-entry.type.js';
import { AuditFilterInput } from '../../schema/audit/audit-filter.input.js';
import { SecurityEntryConnection } from '../../schema/audit/security-entry.type.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { EstateType } from '../../schema/place/estate.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { actorOf } from '../event/actor-of.js';

/** Who did what to this thing, and what was refused at the door. */
@Resolver(() => AuditEntryType)
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description:
      'Who did what to which thing, latest first: on your estates, and of the company as such with reach over all of it. Needs `audit.read`.',
  })
  auditTrail(
    @Arg('filter', () => AuditFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: AuditFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return auditTrail(ctx, filter ?? {}, page);
  }

  @Query(() => SecurityEntryConnection, {
    description:
      'Failed sign-ins and refusals of your company, latest first; those that name no company of the product are nobody’s. Needs `security.read`.',
  })
  securityLog(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: RequestContext) {
    return securityEntriesPage(ctx, page);
  }

  @FieldResolver(() => ActorType, { description: 'Who did it; of residents only that it was one.' })
  actor(@Root() entry: AuditEntryRow) {
    return actorOf(entry);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'On which estate; null for the company as such.' })
  estate(@Root() entry: AuditEntryRow, @Ctx() ctx: RequestContext) {
    return entry.estateId === null ? null : estateById(ctx).load(entry.estateId);
  }

  @FieldResolver(() => [AuditFactType], { description: 'What is known beside it, by name.' })
  facts(@Root() entry: AuditEntryRow): AuditFactType[] {
    return Object.entries(entry.facts)
      .map(([name, value]) => ({ name, value: value === null || value === undefined ? null : textOf(value) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
