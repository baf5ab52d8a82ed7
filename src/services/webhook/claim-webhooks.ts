import { selectionOf } from '../../domain/webhook/event-types.js';
import { newId } from '../../entities/new-id.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { lockEndpoint } from './steps/manage-endpoint.js';

/** Events that one turn sends at most. */
const BATCH = 50;
/** How long a turn has the endpoint for itself, in milliseconds; a turn sends nothing new in the second half. */
export const LEASE_MS = 60_000;

/** An event as it is sent. */
export interface EventToSend {
  readonly seq: number;
  readonly type: string;
  readonly estateId: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectVersion: number;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** An endpoint with what is to be sent to it now, for whoever holds the lease. */
export interface WebhookTurn {
  readonly leaseId: string;
  readonly companyId: string;
  readonly endpointId: string;
  readonly url: string;
  readonly generation: number;
  /** Whether the secret before the present one signs too. */
  readonly overlap: boolean;
  readonly failures: number;
  readonly epoch: number;
  readonly events: readonly EventToSend[];
  /** The endpoint's place once all of them are delivered. */
  readonly upTo: number;
}

const EVENTS = `
select e.seq::int8 as seq, e.type, e.estate_id as "estateId", e.subject_kind as "subjectKind", e.subject_id as "subjectId",
       e.subject_version as "subjectVersion", e.actor_kind as "actorKind", e.actor_id as "actorId",
       to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "occurredAt",
       to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", e.facts
  from event e
 where e.company_id = $1 and e.seq > $2 and e.seq <= $3 and not e.silent
   and ($4::uuid is null or e.estate_id = $4::uuid)
   and ($5::bool or split_part(e.type, '.', 1) = any($6::text[]) or e.type = any($7::text[]))
 order by e.seq limit ${BATCH}`;

/**
 * Takes an endpoint for one turn, with the events behind its place that it wants. A timer stands behind the lease: a
 * node that dies in the middle is replaced. Imported and demo history is passed over.
 * @returns null in `turn` when it is removed, disabled, taken, waiting, or has nothing to receive
 */
export async function claimWebhooks(
  ctx: CommandContext,
  input: CommandInput & { readonly endpointId: string },
): Promise<{ turn: WebhookTurn | null }> {
  const endpoint = await lockEndpoint(ctx, input.endpointId);
  const now = ctx.clock.now();
  if (endpoint?.state !== 'ACTIVE' || endpoint.kind !== 'EVENTS' || endpoint.nextAttemptAt > now) return { turn: null };
  if (endpoint.leasedUntil != null && endpoint.leasedUntil > now) return { turn: null };
  const [head] = await ctx.execute<{ epoch: number; seq: number }>(
    'select epoch, seq from company_head where company_id = $1',
    [ctx.companyId],
  );
  if (!head || head.seq <= endpoint.seq) return { turn: null };
  const { all, families, types } = selectionOf(endpoint.eventTypes);
  const range = [ctx.companyId, endpoint.seq, head.seq, endpoint.estateId ?? null];
  const events = await ctx.execute<EventToSend>(EVENTS, [...range, all, families, types]);
  const last = events.at(-1);
  if (!last) {
    endpoint.seq = head.seq;
    return { turn: null };
  }
  endpoint.leaseId = newId();
  endpoint.leasedUntil = new Date(now.getTime() + LEASE_MS);
  ctx.setTimer('WEBHOOK_DUE', endpoint.id, endpoint.leasedUntil);
  return {
    turn: {
      leaseId: endpoint.leaseId,
      companyId: ctx.companyId,
      endpointId: endpoint.id,
      url: endpoint.url,
      generation: endpoint.generation,
      overlap: endpoint.previousUntil != null && endpoint.previousUntil > now,
      failures: endpoint.failures,
      epoch: head.epoch,
      events,
      upTo: events.length === BATCH ? last.seq : head.seq,
    },
  };
}
