import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { remainingMs } from '../../domain/service-clock/remaining-ms.js';
import type { ServiceClockRow } from '../../loaders/service-clock/clocks-of-ticket.js';
import { ServiceClockType } from '../../schema/service-clock/service-clock.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Service clocks: what follows from them and the present. */
@Resolver(() => ServiceClockType)
export class ServiceClockResolver {
  @FieldResolver(() => Int, { description: 'The limit in seconds of counted time, rounded down.' })
  limitSeconds(@Root() { limitMs }: ServiceClockRow) {
    return Math.floor(limitMs / 1_000);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Seconds from now until `dueAt`, rounded down, below 0 once that has passed; while it is paused, from when it runs again. Null once it has ended.',
  })
  remainingSeconds(@Root() clock: ServiceClockRow, @Ctx() ctx: RequestContext) {
    const ms = remainingMs(clock, ctx.house.clock?.now() ?? new Date());
    return ms === null ? null : Math.floor(ms / 1_000);
  }
}
