import { invalidInput } from '../../domain/errors.js';
import { assertReplayable, decodeCursor } from '../../events/cursor.js';
import { REPLAY_HORIZON_DAYS } from '../../events/start-position.js';
import type { CommandContext } from '../command/command-context.js';
import {
  manageEndpoint,
  recordEndpointEvent,
  type EndpointResult,
  type EndpointStep,
} from './steps/manage-endpoint.js';

/** From where an endpoint receives again. */
interface ReplayWebhooks extends EndpointStep {
  /** A cursor of the company: what came after it is sent again, with the same ids. */
  readonly after: string;
}

interface Place {
  readonly epoch: number;
  readonly seq: string;
  readonly too_old: boolean | null;
}

const PLACE = `
select h.epoch, h.seq, e.recorded_at < ?::timestamptz - make_interval(days => ?::int) as too_old
  from company_head h left join event e on e.company_id = h.company_id and e.seq = ?::bigint
 where h.company_id = ?`;

/**
 * Sets an endpoint's place in the event log: what lies behind it is delivered in order, whatever was delivered before.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT as `manageEndpoint`
 * @throws INVALID_INPUT when `after` is not a cursor of the company, or the endpoint receives messages
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function replayWebhooks(ctx: CommandContext, input: ReplayWebhooks): Promise<EndpointResult> {
  const endpoint = await manageEndpoint(ctx, input);
  if (endpoint.kind !== 'EVENTS') throw invalidInput('input.endpointId', 'receives messages, which are not replayed');
  const from = decodeCursor(ctx.companyId, input.after, 'input.after');
  const [head] = await ctx.em.execute<Place[]>(PLACE, [
    ctx.clock.now(),
    REPLAY_HORIZON_DAYS,
    from.seq + 1,
    ctx.companyId,
  ]);
  if (!head) throw new Error('The company has no head of its event log.');
  assertReplayable(from, { epoch: head.epoch, seq: Number(head.seq) }, head.too_old === true ? from.seq + 1 : from.seq);
  endpoint.seq = from.seq;
  endpoint.leaseId = null;
  endpoint.leasedUntil = null;
  endpoint.failures = 0;
  endpoint.nextAttemptAt = ctx.clock.now();
  return recordEndpointEvent(ctx, endpoint, 'REPLAY_STARTED', { afterSeq: from.seq });
}
