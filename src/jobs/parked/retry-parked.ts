import type { CommandContext } from '../../services/command/command-context.js';
import { runCommand } from '../../services/command/run-command.js';
import type { House } from '../../tenancy/house.js';
import { DEAD_QUEUE } from '../job/queues.js';
import { withQueues } from '../job/with-queues.js';
import type { HappenedEvent, Reaction } from '../reaction/reaction.js';
import { systemPrincipal } from '../system-principal.js';
import type { Parked } from './parked.js';

const TIMER = `
update timer set due_at = $1, parked_at = null, failures = 0 where company_id = $2 and id = $3 and due_at is null
returning 1`;

const TAKE_EVENT = `
delete from parked_event p using event e
 where p.company_id = $1 and p.reaction = $2 and p.seq = $3 and e.company_id = $4 and e.seq = p.seq
returning e.seq, e.type, e.estate_id as "estateId", e.subject_kind as "subjectKind", e.subject_id as "subjectId",
          e.subject_version as "subjectVersion", e.occupancy_id as "occupancyId", e.visibility,
          e.actor_kind as "actorKind", e.actor_id as "actorId", e.occurred_at as "occurredAt",
          e.recorded_at as "recordedAt", e.facts`;

/**
 * Has something that is parked tried once more: jobs and timers by whichever node is free, with all their tries anew; an
 * event by its reaction at once, out of the log's order, in one transaction that leaves it parked where it fails.
 * @returns whether it was still parked
 */
export async function retryParked(house: House, reactions: readonly Reaction[], parked: Parked): Promise<boolean> {
  const { kind, companyId, name, row } = parked;
  if (kind === 'job')
    return withQueues(house.pool, async (boss) => (await boss.redrive(DEAD_QUEUE, { ids: [row] })) > 0);
  const principal = systemPrincipal(companyId);
  if (kind === 'timer') return (await runCommand(house, principal, wakeTimer, { row })).done;
  const reaction = reactions.find((known) => known.name === name);
  if (!reaction)
    throw new Error(`This program has no reaction ${name}: drop what it left, or run the program that has.`);
  return (await runCommand(house, principal, reactTo(reaction), { seq: Number(row) })).done;
}

async function wakeTimer(ctx: CommandContext, { row }: { readonly commandId?: null; readonly row: string }) {
  const woken = await ctx.execute(TIMER, [ctx.clock.now(), ctx.companyId, row]);
  return { done: woken.length > 0 };
}

const reactTo = (reaction: Reaction) =>
  async function reactToParked(ctx: CommandContext, { seq }: { readonly commandId?: null; readonly seq: number }) {
    const { companyId } = ctx;
    const [event] = await ctx.execute<HappenedEvent>(TAKE_EVENT, [companyId, reaction.name, seq, companyId]);
    if (event) await reaction.react(ctx, event);
    return { done: event !== undefined };
  };
