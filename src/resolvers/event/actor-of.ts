import type { ActorKind } from '../../schema/event/actor-kind.enum.js';

/** Who did what a row tells of. */
export const actorOf = ({
  actorKind,
  actorId,
}: {
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
}) => ({
  kind: actorKind,
  actorId,
});
