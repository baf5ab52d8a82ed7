import { sql } from 'kysely';
import { PolicyBook } from '../../domain/policy/policy-book.js';
import {
  RETAINED_RECORDS,
  yearsBefore,
  yearsToKeep,
  type RetainedKind,
  type RetainedRecord,
} from '../../domain/privacy/retention.js';
import type { House } from '../../tenancy/house.js';
import { policyVersions } from '../../tenancy/policy/policy-versions.js';
import type { Actor } from '../../tenancy/principal.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { sessionVariables } from '../../tenancy/session-variables.js';
import { runCommand } from '../command/run-command.js';
import { clearExpiredContacts } from './clear-expired-contacts.js';
import { clearExpiredTickets, RETENTION_CHUNK } from './clear-expired-tickets.js';
import { clearExpiredVisits } from './clear-expired-visits.js';

/** Records of one estate and kind that are past their time. */
export interface Expired {
  readonly estateId: string;
  readonly estateCode: string;
  readonly kind: RetainedRecord;
  readonly closedBefore: Date;
  readonly count: number;
}

/** What is past its time in a company now, by estate and kind: what a sweep would clear. @rule Q-24 */
export async function expiredRecords(house: House, principal: Actor): Promise<Expired[]> {
  const moment = new ReadMoment(house.pool, sessionVariables(principal), principal.companyId);
  try {
    const now = sql<Date>`coalesce(${house.clock?.now() ?? null}::timestamptz, now())`;
    const [at] = await moment.read(
      sqlFor
        .selectFrom('company as c')
        .select([now.as('now'), sql<string>`(${now} at time zone c.time_zone)::date`.as('today')])
        .where('c.id', '=', principal.companyId),
    );
    if (!at) return [];
    const book = new PolicyBook(await moment.read(policyVersions(principal.companyId, [])));
    const terms = book.at('Q-24', { day: at.today, estateId: null }).value;
    const due = RETAINED_RECORDS.flatMap((kind) => {
      const years = yearsToKeep(kind, terms);
      return years === null ? [] : [{ kind, closedBefore: yearsBefore(at.now, years) }];
    });
    const found = await Promise.all(
      due.map(async (each) => {
        const rows = await moment.read(pastOf(principal.companyId, each.kind, each.closedBefore));
        return rows.map((row) => ({ ...row, ...each }));
      }),
    );
    return found.flat();
  } finally {
    await moment.finish();
  }
}

const pastOf = (companyId: string, kind: RetainedRecord, before: Date) => {
  if (kind === 'CONTACT') return contacts(companyId, before);
  return kind === 'OWNER_VISIT' ? visits(companyId, before) : tickets(companyId, kind, before);
};

const COUNTED = sql<number>`count(*)::int`.as('count');

const tickets = (companyId: string, kind: RetainedKind, closedBefore: Date) =>
  sqlFor
    .selectFrom('ticket as t')
    .innerJoin('estate as e', (join) =>
      join.onRef('e.company_id', '=', 't.company_id').onRef('e.id', '=', 't.estate_id'),
    )
    .select(['e.id as estateId', 'e.code as estateCode', COUNTED])
    .where('t.company_id', '=', companyId)
    .where('t.kind', '=', kind)
    .where('t.closed_at', '<', closedBefore)
    .where('t.redacted_at', 'is', null)
    .groupBy(['e.id', 'e.code'])
    .orderBy('e.code');

const contacts = (companyId: string, receivedBefore: Date) =>
  sqlFor
    .selectFrom('contact as c')
    .innerJoin('estate as e', (join) =>
      join.onRef('e.company_id', '=', 'c.company_id').onRef('e.id', '=', 'c.estate_id'),
    )
    .select(['e.id as estateId', 'e.code as estateCode', COUNTED])
    .where('c.company_id', '=', companyId)
    .where('c.ticket_id', 'is', null)
    .where('c.received_at', '<', receivedBefore)
    .where('c.redacted_at', 'is', null)
    .groupBy(['e.id', 'e.code'])
    .orderBy('e.code');

const visits = (companyId: string, visitedBefore: Date) =>
  sqlFor
    .selectFrom('owner_visit as v')
    .innerJoin('estate as e', (join) =>
      join.onRef('e.company_id', '=', 'v.company_id').onRef('e.id', '=', 'v.estate_id'),
    )
    .select(['e.id as estateId', 'e.code as estateCode', COUNTED])
    .where('v.company_id', '=', companyId)
    .where('v.visited_at', '<', visitedBefore)
    .where('v.redacted_at', 'is', null)
    .groupBy(['e.id', 'e.code'])
    .orderBy('e.code');

/** Clears a chunk of one estate's records of a kind. */
const clear = (house: House, principal: Actor, { estateId, kind, closedBefore }: Expired) => {
  if (kind === 'CONTACT')
    return runCommand(house, principal, clearExpiredContacts, { estateId, receivedBefore: closedBefore });
  if (kind === 'OWNER_VISIT')
    return runCommand(house, principal, clearExpiredVisits, { estateId, visitedBefore: closedBefore });
  return runCommand(house, principal, clearExpiredTickets, { estateId, kind, closedBefore });
};

/**
 * Clears everything in a company that is past its time, chunk by chunk, each in a transaction of its own: interrupted,
 * it goes on where it stopped. @rule Q-24
 * @returns what was cleared, by estate and kind
 */
export async function sweepExpired(house: House, principal: Actor, signal?: AbortSignal): Promise<Expired[]> {
  const done: Expired[] = [];
  for (const expired of await expiredRecords(house, principal)) {
    let count = 0;
    for (let cleared = RETENTION_CHUNK; cleared === RETENTION_CHUNK && !signal?.aborted; count += cleared)
      ({ cleared } = await clear(house, principal, expired));
    done.push({ ...expired, count });
  }
  return done;
}
