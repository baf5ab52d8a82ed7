import { Arg, ID, Root, Subscription, type ClassType } from 'type-graphql';
import type { SubjectEventFields } from '../../schema/event/subject-event.type.js';
import { Cursor } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** An argument of a subscription beside `estateIds` and `after`. */
interface FeedArgument {
  /** A scalar or enum; the argument is a list of it. */
  readonly of: () => object;
  readonly description: string;
}

/** What a subscription is of. */
interface Feed<A> {
  readonly type: () => ClassType<SubjectEventFields>;
  readonly open: (ctx: RequestContext, args: A) => Promise<AsyncIterable<unknown>>;
  /** Which events, and what is needed for them. */
  readonly description: string;
  /** By name. */
  readonly more?: Readonly<Record<string, FeedArgument>>;
}

/**
 * Makes of a method the subscription of a feed, with the arguments that each of them has: estates, further conditions, the
 * cursor to go on behind. What they mean is the feed's matter; the method is handed each event, and says what is told of it.
 */
export const FeedSubscription =
  <A>({ type, open, description, more = {} }: Feed<A>): MethodDecorator =>
  (prototype, method, descriptor) => {
    Subscription(type, {
      subscribe: ({ args, context }) => open(context as RequestContext, args as A),
      description: `${description} RESYNC_REQUIRED when \`after\` is too old or of another epoch.`,
    })(prototype, method, descriptor);
    const params = [
      Root(),
      Arg('estateIds', () => [ID], {
        nullable: true,
        description: 'Of these estates only; NOT_FOUND for one not in reach.',
      }),
      ...Object.entries(more).map(([name, { of, description: which }]) =>
        Arg(name, () => [of()], { nullable: true, description: which }),
      ),
      Arg('after', () => Cursor, {
        nullable: true,
        description: 'The last cursor that the client has seen; absent: only what happens from now on.',
      }),
    ];
    for (const [at, param] of params.entries()) param(prototype, method, at);
  };
