import type { CommandContext } from '../../services/command/command-context.js';
import { isTransient, type CommandInput } from '../../services/command/run-command.js';
import type { HappenedEvent, Reaction } from './reaction.js';
import { SIGHT } from './sight.js';

/** A reaction failed at an event. */
export class ReactionFailure extends Error {
  override readonly name = 'ReactionFailure';

  constructor(
    /** How many events before it were good; they are undone with it. */
    readonly before: number,
    cause: unknown,
  ) {
    super('A reaction failed.', { cause });
  }
}

export interface EventsToTake extends CommandInput {
  /** How many events at most. */
  readonly limit: number;
  /** After how many milliseconds no further one is begun. */
  readonly forMs: number;
  readonly monotonicMs: () => number;
  /** Told of each event before it is taken, also when the transaction fails later. */
  readonly onBegin: (seq: number) => void;
}

interface TakenEvents {
  readonly taken: number;
  /** Whether another node is at it. */
  readonly elsewhere: boolean;
}

const PLACE = `
select seq from reaction_place
 where company_id = $1 and name = $2 and (retry_at is null or retry_at <= $3) for update skip locked`;

/** From a place that may lie a little behind what was looked through. */
const EVENTS = `
select seq, type, estate_id as "estateId", subject_kind as "subjectKind", subject_id as "subjectId",
       subject_version as "subjectVersion", occupancy_id as "occupancyId", visibility, actor_kind as "actorKind",
       actor_id as "actorId", occurred_at as "occurredAt", recorded_at as "recordedAt", facts
  from event
 where company_id = $1 and seq > $2 and seq <= $2::bigint + ${2 * SIGHT} and not silent and ($3::text[] is null or type = any ($3))
 order by seq limit $4`;

const ADVANCE = `
update reaction_place set seq = $1, failures = 0, retry_at = null where company_id = $2 and name = $3`;

/** Takes the next events of a reaction in the running transaction, under the lock of its place. */
export const reactToEvents = (reaction: Reaction) =>
  async function reactToNextEvents(ctx: CommandContext, input: EventsToTake): Promise<TakenEvents> {
    const { companyId } = ctx;
    const places = await ctx.execute<{ seq: number }>(PLACE, [companyId, reaction.name, ctx.clock.now()]);
    const place = places[0];
    if (!place) return { taken: 0, elsewhere: true };
    const events = await ctx.execute<HappenedEvent>(EVENTS, [companyId, place.seq, reaction.types, input.limit]);
    const begun = input.monotonicMs();
    let taken = 0;
    let last = place.seq;
    for (const event of events) {
      if (taken > 0 && input.monotonicMs() - begun >= input.forMs) break;
      input.onBegin(event.seq);
      await take(ctx, reaction, event, taken);
      taken += 1;
      last = event.seq;
    }
    if (taken > 0) await ctx.execute(ADVANCE, [last, companyId, reaction.name]);
    return { taken, elsewhere: false };
  };

async function take(ctx: CommandContext, reaction: Reaction, event: HappenedEvent, before: number): Promise<void> {
  try {
    await reaction.react(ctx, event);
    await ctx.em.flush();
  } catch (error) {
    throw isTransient(error) ? error : new ReactionFailure(before, error);
  }
}
