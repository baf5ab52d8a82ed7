import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

interface ActorRow {
  readonly kind: ActorType['kind'];
  readonly actorId: string | null;
}

/** Who of the staff did something; the fence shows residents no staff. */
@Resolver(() => ActorType)
export class ActorResolver {
  @FieldResolver(() => StaffType, {
    nullable: true,
    description: 'The member of staff; null for other actors, and for viewers who may not read staff.',
  })
  staff(@Root() actor: ActorRow, @Ctx() ctx: RequestContext) {
    return actor.kind === 'STAFF' && actor.actorId !== null ? staffById(ctx).load(actor.actorId) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Name of the member of staff; null for other actors, and for viewers who may not read staff.',
  })
  async displayName(@Root() actor: ActorRow, @Ctx() ctx: RequestContext) {
    return (await this.staff(actor, ctx))?.displayName ?? null;
  }
}
