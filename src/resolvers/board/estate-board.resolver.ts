import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { EstateBoard } from '../../domain/board/estate-board.js';
import { openBoardFeed, type BoardFeedArgs } from '../../loaders/board/board-feed.js';
import { estateBoards } from '../../loaders/board/estate-boards.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { EstateBoardType } from '../../schema/board/estate-board.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { Cursor } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** How estates stand: asked for, and live. */
@Resolver(() => EstateBoardType)
export class EstateBoardResolver {
  @Query(() => [EstateBoardType], {
    description:
      "How the viewer's estates stand now, by their codes, of one snapshot; `extensions.cursor` fits `after` of `estateBoardChanges`. Needs `board.read`.",
  })
  estateBoards(
    @Arg('estateIds', () => [ID], {
      nullable: true,
      description: 'Of these estates only, without those not in reach; of all in reach where nothing is said.',
    })
    estateIds: string[] | null,
    @Ctx() ctx: RequestContext,
  ) {
    return estateBoards(ctx, estateIds);
  }

  @Subscription(() => EstateBoardType, {
    subscribe: ({ args, context }) => openBoardFeed(context as RequestContext, args as BoardFeedArgs),
    description:
      'A board whenever an event may have changed it, in the order of those events. First every board as it stands, or with `after` those that changed behind it. Needs `board.read`. RESYNC_REQUIRED when `after` is too old or of another epoch.',
  })
  estateBoardChanges(
    @Arg('estateIds', () => [ID], {
      nullable: true,
      description: 'Of these estates only; NOT_FOUND for one not in reach.',
    })
    _estateIds: string[] | null,
    @Arg('everyMs', () => Int, {
      defaultValue: 1_000,
      description: 'Milliseconds between two beats, 250 to 60,000: in a beat each changed estate is told once.',
    })
    _everyMs: number,
    @Arg('after', () => Cursor, {
      nullable: true,
      description: 'The last cursor that the client has seen; absent: every board as it stands, then what changes.',
    })
    _after: string | null,
    @Root() board: EstateBoardType,
  ) {
    return board;
  }

  @FieldResolver(() => EstateType, {
    nullable: true,
    description: 'The estate; null where the viewer may not read it.',
  })
  estate(@Root() { estateId }: EstateBoard, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }
}
