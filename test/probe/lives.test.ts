import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COMPLAINT_LIFE } from '../../src/domain/complaint/complaint-life.js';
import { DomainError } from '../../src/domain/errors.js';
import { REPAIR_LIFE } from '../../src/domain/ticket/repair-life.js';
import { foldAll } from '../../src/metrics/fold-metrics.js';
import { rebuildMetrics } from '../../src/metrics/rebuild-metrics.js';
import { verifyMetrics } from '../../src/metrics/verify/verify-metrics.js';
import { ComplaintModel, RepairModel, type LifeModel } from '../support/life-models.js';
import { drawVerb, tableOf, type LifeTable } from '../support/life-sequences.js';
import { tellStory } from '../support/story.js';
import { openTestHouse, type TestHouse } from '../support/test-house.js';
import { livedWorld, type Deed, type LivedTicket, type LivedWorld, type Sending } from './lived-verbs.js';

const SEQUENCES = Number(process.env['PROBE_SEQUENCES'] ?? 15);
const SEED = Number(process.env['PROBE_SEED'] ?? Date.now() % 2 ** 31);
const LONGEST = 30;
const MINUTE = 60_000;
/** In the morning in Shanghai: a sequence is over before anybody wants to sleep. */
const MORNING = Date.parse('2026-11-24T02:00:00Z');

/** How a command reaches the house. */
type Manner = 'ONCE' | 'AGAIN' | 'TWINS' | 'STALE' | 'STRANGER';
const MANNERS: readonly Manner[] = ['ONCE', 'ONCE', 'ONCE', 'ONCE', 'ONCE', 'AGAIN', 'TWINS', 'STALE', 'STRANGER'];

/** What becomes of a command: the version that the ticket has after it, or why it was refused. */
type Verdict = number | string;

interface Life {
  readonly table: LifeTable;
  readonly begin: () => LifeModel;
  readonly first: 'report' | 'lodge';
  /** Stages in which a call to the customer is written down, and moves nothing. */
  readonly early: readonly string[];
}

const LIVES: Readonly<Record<'repair' | 'complaint', Life>> = {
  repair: {
    table: tableOf(REPAIR_LIFE),
    begin: () => new RepairModel(),
    first: 'report',
    early: ['COMPLETED', 'SIGNED'],
  },
  complaint: {
    table: tableOf(COMPLAINT_LIFE),
    begin: () => new ComplaintModel(),
    first: 'lodge',
    early: ['RECORDED', 'WITH_DEPARTMENT', 'RECTIFIED', 'DEPARTMENT_REPORTED'],
  },
};

describe('random commands about tickets, as the database has them, against a model', () => {
  let now = MORNING;
  let house: TestHouse;
  let world: LivedWorld;
  let commands = 0;

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => new Date(now) } });
    world = await livedWorld(house, await tellStory(house.database), () => new Date(now));
  });
  afterAll(() => house.close());

  const verdictOf = async (deed: Deed, sending: Sending, elsewhere = false): Promise<Verdict> => {
    commands += 1;
    try {
      return (await deed.send(house, world.principal(deed.post, elsewhere), sending)).version;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  };
  const ticketOf = async (id: string): Promise<LivedTicket> => {
    const { rows } = await house.database.superuser.query<LivedTicket>(
      `select id, stage, version, assignee_id as "assigneeId", department_id as "departmentId", urgency, responsibility
         from ticket where id = $1`,
      [id],
    );
    return rows[0]!;
  };
  /** Sends a command in a manner; every answer to it. */
  const send = async (deed: Deed, manner: Manner, { version }: LivedTicket): Promise<Verdict[]> => {
    const commandId = randomUUID();
    if (manner === 'STRANGER') return [await verdictOf(deed, {}, true)];
    if (manner === 'STALE') return [await verdictOf(deed, { expectedVersion: version - 1 })];
    if (manner === 'TWINS') return Promise.all([verdictOf(deed, { commandId }), verdictOf(deed, { commandId })]);
    const first = await verdictOf(deed, { commandId });
    return manner === 'AGAIN' ? [first, await verdictOf(deed, { commandId })] : [first];
  };

  const live = async (name: 'repair' | 'complaint', sequence: readonly Step[]): Promise<void> => {
    now = MORNING;
    const { table, begin, first, early } = LIVES[name];
    const deeds = world[name];
    const model = begin();
    model.take(first);
    const born = await world[first].send(house, world.principal('FRONT_DESK'), {});
    let ticket = await ticketOf(born.ticketId);
    const told: string[] = [];
    for (const { pick, mode, manner } of sequence) {
      now += MINUTE;
      const verb = drawVerb(table, Object.keys(deeds), ticket.stage, { pick, mode });
      const verdicts = await send(deeds[verb]!(ticket), manner, ticket);
      const after = await ticketOf(ticket.id);
      told.push(`${manner} ${verb} in ${ticket.stage}: ${verdicts.join(', ')}, now ${after.stage}`);
      const reaches = manner !== 'STALE' && manner !== 'STRANGER';
      const moved = reaches && model.take(verb);
      const noted = reaches && verb === 'callBack' && early.includes(ticket.stage);
      const refusal = { STALE: 'CONFLICT', STRANGER: 'NOT_FOUND' }[manner as string] ?? 'RULE_REFUSED';
      const due = moved || noted ? after.version : refusal;
      const agrees =
        verdicts.every((verdict) => verdict === due) &&
        after.stage === model.stage &&
        (moved || noted ? after.version > ticket.version : JSON.stringify(after) === JSON.stringify(ticket));
      if (!agrees) throw new Error(`The model says ${String(due)} and ${String(model.stage)}.\n${told.join('\n')}`);
      ticket = after;
    }
    await assertTold(ticket);
  };

  /** Every version has told of itself, the last one of the stage; and at its end a ticket waits for nothing. */
  const assertTold = async ({ id, version, stage }: LivedTicket): Promise<void> => {
    const { rows } = await house.database.superuser.query(
      `select count(distinct subject_version)::int as versions, max(subject_version)::int as last,
              (array_agg(facts ->> 'stage' order by seq desc))[1] as stage,
              (select count(*)::int from service_clock c, ticket t
                where t.id = $1 and c.ticket_id = t.id and c.ended_at is null and t.closed_at is not null) as waiting
         from event where subject_kind = 'ticket' and subject_id = $1 and type like 'ticket.%'`,
      [id],
    );
    expect(rows).toEqual([{ versions: version, last: version, stage, waiting: 0 }]);
  };

  interface Step {
    readonly pick: number;
    readonly mode: number;
    readonly manner: Manner;
  }
  const step = fc.record({ pick: fc.nat(), mode: fc.nat(3), manner: fc.constantFrom(...MANNERS) });

  test.each([
    ['R-RPR-01', 'repair'],
    ['R-CMP-04', 'complaint'],
  ] as const)(
    '%s · R-DSP-09 · a %s takes what the model takes, once, also sent twice, too late or by strangers',
    async (_, name) => {
      const sequences = fc.array(step, { minLength: 1, maxLength: LONGEST, size: 'max' });
      await fc.assert(
        fc.asyncProperty(sequences, (sequence) => live(name, sequence)),
        { seed: SEED, numRuns: SEQUENCES, endOnFailure: true },
      );
      process.stdout.write(`lives seed ${SEED}: ${SEQUENCES} sequences of a ${name}, ${commands} commands so far\n`);
    },
    60_000 + SEQUENCES * 3_000,
  );

  test('R-MET-04, R-MET-05, R-MET-06 · after all of that every sum of every metric is what the rows say, fold by fold', async () => {
    const { companyId } = world.principal('FRONT_DESK');
    const told = async (table: string) =>
      (await house.database.superuser.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
    expect(await told('metric_fresh')).toBeGreaterThan(100);
    expect(await verifyMetrics(house.pool, companyId)).toEqual([]);
    await foldAll(house.pool, companyId);
    expect(await told('metric_fresh')).toBe(0);
    expect(await verifyMetrics(house.pool, companyId)).toEqual([]);
    expect(await rebuildMetrics(house, companyId)).toMatchObject({ told: 0 });
    await house.database.superuser.query('truncate metric_journal, metric_sum');
    expect(await verifyMetrics(house.pool, companyId)).not.toEqual([]);
    await rebuildMetrics(house, companyId);
    expect(await verifyMetrics(house.pool, companyId)).toEqual([]);
  });
});
