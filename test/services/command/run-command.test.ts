import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { conflict, ruleRefused, type DomainError } from '../../../src/domain/errors.js';
import { Ticket } from '../../../src/entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../../src/services/command/command-context.js';
import { runCommand, type CommandInput, type UseCase } from '../../../src/services/command/run-command.js';
import { cancelTicket } from '../../../src/services/ticket/cancel-ticket.js';
import { forwardRepair } from '../../../src/services/ticket/forward-repair.js';
import { reportRepair } from '../../../src/services/ticket/report-repair.js';
import type { ReportedRepair } from '../../../src/services/ticket/steps/open-repair.js';
import type { Principal } from '../../../src/tenancy/principal.js';
import { ReadMoment } from '../../../src/tenancy/read/read-moment.js';
import { sqlFor } from '../../../src/tenancy/read/tables.js';
import { sessionVariables } from '../../../src/tenancy/session-variables.js';
import { principalOf, tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

/** The ticket's own, and that of its entry in the contact log, which stands before it. */
const EVENTS_OF_A_REPORT = 2;

describe('a command', () => {
  let house: TestHouse;
  let story: Story;
  let desk: Principal;
  let colleague: Principal;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    desk = await principalOf(house, story.harbour.e01.staff['FRONT_DESK']!);
    colleague = await principalOf(house, story.harbour.e01.staff['STEWARD']!);
  });
  afterAll(() => house.close());

  const report = (over: Partial<ReportedRepair> = {}): ReportedRepair => ({
    estateId: story.harbour.e01.id,
    channel: 'PHONE',
    urgency: 'ORDINARY',
    subject: 'a tap drips',
    ...over,
  });
  const run = <I extends CommandInput, R extends object>(
    useCase: UseCase<I, R>,
    input: I,
    who = desk,
  ): Promise<R & { epoch: number; seq: number }> => runCommand(house, who, useCase, input);
  const refusalOf = (promise: Promise<unknown>): Promise<DomainError> =>
    promise.then(
      () => {
        throw new Error('It was not refused.');
      },
      (error: unknown) => error as DomainError,
    );
  const count = async (table: 'ticket' | 'event' | 'command_claim'): Promise<number> => {
    const { rows } = await house.database.superuser.query<{ n: number }>(
      `select count(*)::int as n from ${table} where company_id = $1`,
      [story.harbour.id],
    );
    return rows[0]?.n ?? -1;
  };
  const headSeq = async (): Promise<number> => {
    const { rows } = await house.database.superuser.query<{ seq: string }>(
      'select seq from company_head where company_id = $1',
      [story.harbour.id],
    );
    return Number(rows[0]?.seq);
  };
  const everything = async (): Promise<Record<string, number>> => ({
    tickets: await count('ticket'),
    events: await count('event'),
    claims: await count('command_claim'),
    head: await headSeq(),
  });

  test('the same command id twice is one effect and the same verdict', async () => {
    const input = report({ commandId: randomUUID(), occurredAt: new Date('2026-01-01T00:00:00Z') });
    const first = await run(reportRepair, input);
    const before = await everything();
    expect(await run(reportRepair, { ...input })).toEqual(first);
    expect(await everything()).toEqual(before);
  });

  test('a repeat receives the first verdict also after the row has changed', async () => {
    const { ticketId } = await run(reportRepair, report());
    const forward = { ticketId, commandId: randomUUID(), expectedVersion: 1 };
    const first = await run(forwardRepair, forward);
    await run(cancelTicket, { ticketId, reason: 'called off' });
    expect(await run(forwardRepair, forward)).toEqual(first);
  });

  test('a kept refusal is repeated word for word, also when it would be granted by now', async () => {
    const { ticketId } = await run(reportRepair, report());
    const early = { ticketId, commandId: randomUUID(), expectedVersion: 2 };
    const refused = await refusalOf(run(forwardRepair, early));
    expect(refused).toMatchObject({
      code: 'CONFLICT',
      facts: { what: 'ticket', currentVersion: 1, expectedVersion: 2 },
    });
    await run(forwardRepair, { ticketId });
    expect(await refusalOf(run(forwardRepair, early))).toMatchObject({ code: 'CONFLICT', facts: refused.facts });
    const illegal = { ticketId, commandId: randomUUID() };
    const twice = await refusalOf(run(forwardRepair, illegal));
    expect(twice).toMatchObject({
      code: 'RULE_REFUSED',
      facts: { rule: 'R-RPR-05', stage: 'FORWARDED', verb: 'forward' },
    });
    await run(cancelTicket, { ticketId, reason: 'called off' });
    expect(await refusalOf(run(forwardRepair, illegal))).toMatchObject({
      code: 'RULE_REFUSED',
      message: twice.message,
      facts: twice.facts,
    });
  });

  test('a refusal that may pass is not kept: the same id works afterwards', async () => {
    const { ticketId } = await run(reportRepair, report());
    const commandId = randomUUID();
    const later = new Date(Date.now() + 3_600_000);
    expect(await refusalOf(run(forwardRepair, { ticketId, commandId, occurredAt: later }))).toMatchObject({
      code: 'INVALID_INPUT',
    });
    await run(forwardRepair, { ticketId, commandId });
  });

  test('the same id with another content, or for another command, is refused as such', async () => {
    const commandId = randomUUID();
    const { ticketId } = await run(reportRepair, report({ commandId }));
    for (const other of [
      () => run(reportRepair, report({ commandId, subject: 'another' })),
      () => run(forwardRepair, { ticketId, commandId }),
    ])
      expect(await refusalOf(other())).toMatchObject({ code: 'INVALID_INPUT', facts: { path: 'input.commandId' } });
  });

  test('command ids of two people are two commands', async () => {
    const commandId = randomUUID();
    const [mine, theirs] = [
      await run(reportRepair, report({ commandId })),
      await run(reportRepair, report({ commandId }), colleague),
    ];
    expect(theirs.ticketId).not.toBe(mine.ticketId);
  });

  test('a racing twin waits and receives the verdict of the first', async () => {
    let goOn = (): void => undefined;
    let begun = (): void => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    let runs = 0;
    async function slowReport(ctx: CommandContext, input: ReportedRepair) {
      runs += 1;
      const done = await reportRepair(ctx, input);
      begun();
      await gate;
      return done;
    }
    const input = report({ commandId: randomUUID() });
    const first = run(slowReport, input);
    await started;
    const twin = run(slowReport, input);
    const blocked = async (): Promise<boolean> => {
      const { rows } = await house.database.superuser.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%command_claim%'`,
      );
      return rows.length > 0;
    };
    while (!(await blocked()));
    goOn();
    expect(await twin).toEqual(await first);
    expect(runs).toBe(1);
  });

  test('the twin of a command that failed carries it out itself', async () => {
    const input = report({ commandId: randomUUID() });
    let runs = 0;
    async function failingOnce(ctx: CommandContext, given: ReportedRepair) {
      runs += 1;
      const done = await reportRepair(ctx, given);
      if (runs === 1) throw new Error('the first one breaks');
      return done;
    }
    const both = await Promise.allSettled([run(failingOnce, input), run(failingOnce, input)]);
    expect(both.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(runs).toBe(2);
  });

  for (const code of ['40001', '40P01'])
    test(`${code} reruns the use case, three times in all`, async () => {
      const failing = (times: number) => {
        let runs = 0;
        const useCase = async (ctx: CommandContext, input: ReportedRepair) => {
          runs += 1;
          const done = await reportRepair(ctx, input);
          if (runs <= times) throw Object.assign(new Error('try again'), { code });
          return done;
        };
        return { useCase, runs: () => runs };
      };
      const before = await everything();
      const twice = failing(2);
      await run(twice.useCase, report());
      expect(twice.runs()).toBe(3);
      expect(await everything()).toMatchObject({
        tickets: before['tickets']! + 1,
        events: before['events']! + EVENTS_OF_A_REPORT,
      });
      const always = failing(3);
      await expect(run(always.useCase, report())).rejects.toMatchObject({ code });
      expect(always.runs()).toBe(3);
      expect(await everything()).toMatchObject({
        tickets: before['tickets']! + 1,
        events: before['events']! + EVENTS_OF_A_REPORT,
      });
    });

  test('a real deadlock between two commands ends with both effects', async () => {
    const [a, b] = [(await run(reportRepair, report())).ticketId, (await run(reportRepair, report())).ticketId];
    const arrived: (() => void)[] = [];
    const meeting = new Promise<void>((resolve) => {
      arrived.push(resolve);
    });
    let waiting = 0;
    const lockBoth = async (
      ctx: CommandContext,
      { first, second }: { first: string; second: string } & CommandInput,
    ) => {
      const mine = await ctx.load(Ticket, 'ticket', first);
      waiting += 1;
      if (waiting === 2) arrived[0]?.();
      await meeting;
      const other = await ctx.load(Ticket, 'ticket', second);
      mine.version += 1;
      other.version += 1;
      return {};
    };
    await Promise.all([run(lockBoth, { first: a, second: b }), run(lockBoth, { first: b, second: a })]);
    const { rows } = await house.database.superuser.query<{ version: number }>(
      'select version from ticket where id = any($1)',
      [[a, b]],
    );
    expect(rows.map((row) => row.version)).toEqual([3, 3]);
  });

  test('nothing is half-written when the last statement fails', async () => {
    const before = await everything();
    const unheard = async (ctx: CommandContext, input: ReportedRepair) => {
      const done = await reportRepair(ctx, input);
      ctx.record({
        type: 'ticket.BROKEN',
        estateId: input.estateId,
        subjectKind: 'ticket',
        subjectId: done.ticketId,
        subjectVersion: 1,
        visibility: 'NOBODY' as 'INTERNAL',
        facts: {},
      });
      return done;
    };
    await expect(run(unheard, report({ commandId: randomUUID() }))).rejects.toThrow();
    expect(await everything()).toEqual(before);
    const { rows } = await house.database.superuser.query<{ value: number; numbered: number }>(
      `select max(c.value) as value, count(t.id)::int as numbered from counter c
         join ticket t on t.company_id = c.company_id and t.estate_id = c.estate_id
        where c.company_id = $1 and t.number like 'E01-R26-%' and c.series = 'REPAIR-2026'`,
      [story.harbour.id],
    );
    expect(rows[0]?.value).toBe(rows[0]?.numbered);
  });

  test('a refusal that is kept leaves nothing of the work behind', async () => {
    for (const refusal of [ruleRefused('R-RPR-01', 'no'), conflict('no')]) {
      const { ticketId } = await run(reportRepair, report());
      const before = await everything();
      const half = async (ctx: CommandContext, input: { ticketId: string } & CommandInput) => {
        const done = await reportRepair(ctx, report());
        const ticket = await ctx.load(Ticket, 'ticket', input.ticketId);
        ticket.subject = 'half-written';
        if (input.commandId) throw refusal;
        return done;
      };
      expect(await refusalOf(run(half, { ticketId, commandId: randomUUID() }))).toMatchObject({ code: refusal.code });
      expect(await everything()).toEqual({ ...before, claims: before['claims']! + 1 });
      const { rows } = await house.database.superuser.query<{ subject: string }>(
        'select subject from ticket where id = $1',
        [ticketId],
      );
      expect(rows[0]?.subject).toBe('a tap drips');
    }
  });

  test('two who have seen the same version: one wins, the other is told the version that stands', async () => {
    const { ticketId } = await run(reportRepair, report());
    const both = await Promise.allSettled([
      run(forwardRepair, { ticketId, expectedVersion: 1 }),
      run(cancelTicket, { ticketId, expectedVersion: 1, reason: 'called off' }),
    ]);
    const lost = both.filter((end): end is PromiseRejectedResult => end.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({ code: 'CONFLICT', facts: { currentVersion: 2, expectedVersion: 1 } });
  });

  test('in every read moment the head agrees with the events, under concurrent writers, without gap', async () => {
    const reader = await principalOf(house, story.harbour.staff['QUALITY_OFFICER']!);
    let writing = true;
    let moments = 0;
    const read = async (): Promise<void> => {
      while (writing) {
        const moment = new ReadMoment(house.pool, sessionVariables(reader), reader.companyId);
        const [rows, head] = await Promise.all([
          moment.read(
            sqlFor
              .selectFrom('event as e')
              .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max<number>('e.seq').as('last')])
              .where('e.company_id', '=', reader.companyId),
          ),
          moment.head(),
        ]);
        await moment.finish();
        expect({ last: rows[0]?.last, count: rows[0]?.count }).toEqual({ last: head?.seq, count: head?.seq });
        moments += 1;
      }
    };
    const broken = async (ctx: CommandContext, input: ReportedRepair) => {
      await reportRepair(ctx, input);
      throw new Error('rolled back');
    };
    const write = async (writer: number): Promise<void> => {
      for (let i = 0; i < 15; i += 1) {
        if (i % 5 === writer % 5) await run(broken, report()).catch(() => undefined);
        else await run(reportRepair, report(), writer % 2 ? desk : colleague);
      }
    };
    const before = await headSeq();
    const readers = [read(), read()];
    await Promise.all([0, 1, 2, 3, 4, 5].map(write)).finally(() => (writing = false));
    await Promise.all(readers);
    expect(moments).toBeGreaterThan(5);
    expect(await headSeq()).toBe(before + 6 * 12 * EVENTS_OF_A_REPORT);
    const { rows } = await house.database.superuser.query<{ fell: number; doubled: number }>(
      `select count(*) filter (where recorded_at < earlier)::int as fell, count(*) filter (where seq - previous <> 1)::int as doubled
         from (select seq, recorded_at, lag(recorded_at) over (order by seq) as earlier, lag(seq) over (order by seq) as previous
                 from event where company_id = $1) as log`,
      [story.harbour.id],
    );
    expect(rows[0]).toEqual({ fell: 0, doubled: 0 });
  });
});
