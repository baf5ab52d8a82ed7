import { sql } from 'kysely';
import type { House } from '../tenancy/house.js';
import { ReadMoment } from '../tenancy/read/read-moment.js';
import { sqlFor } from '../tenancy/read/tables.js';
import { houseVariables } from '../tenancy/session-variables.js';
import { assertReplayable, decodeCursor, type Position } from './cursor.js';

/** How far back a client may continue from; the log itself is kept as long as its subjects. */
export const REPLAY_HORIZON_DAYS = 30;

/**
 * Where a subscription begins: after the client's cursor, or without one at the head as it stands now.
 * Numbers have no gaps and recorded instants never fall, so the event right behind the cursor tells whether anything
 * that would be replayed is older than the horizon.
 * @throws INVALID_INPUT when the cursor is mangled or of another company
 * @throws RESYNC_REQUIRED when it cannot be continued from
 */
export async function startPosition(
  house: House,
  companyId: string,
  after: string | null | undefined,
  path: string,
): Promise<Position> {
  const from = after == null ? null : decodeCursor(companyId, after, path);
  const moment = new ReadMoment(house.pool, houseVariables(companyId), companyId);
  try {
    const behind = from === null ? [] : await moment.read(ageOf(companyId, from.seq + 1));
    const head = await moment.head();
    if (!head) throw new Error('The company has no head of its event log.');
    if (from === null) return { epoch: head.epoch, seq: head.seq };
    assertReplayable(from, head, behind[0]?.tooOld ? from.seq + 1 : from.seq);
    return from;
  } finally {
    await moment.finish();
  }
}

const ageOf = (companyId: string, seq: number) =>
  sqlFor
    .selectFrom('event as e')
    .select(sql<boolean>`e.recorded_at < now() - make_interval(days => ${REPLAY_HORIZON_DAYS})`.as('tooOld'))
    .where('e.company_id', '=', companyId)
    .where('e.seq', '=', seq);
