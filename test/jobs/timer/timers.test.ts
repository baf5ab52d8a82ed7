import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import type { TimerHandler } from '../../../src/jobs/timer/timer-handler.js';
import { TimerWorker } from '../../../src/jobs/timer/timer-worker.js';
import type { CommandContext } from '../../../src/services/command/command-context.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { rhythmEar, type RhythmEar } from '../../support/rhythm-ear.js';
import { principalOf, tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const NOON = Date.parse('2026-03-02T04:00:00Z');

/** The time that a house goes by. */
class Hands {
  ms = NOON;
  now = (): Date => new Date(this.ms);
}

const ring =
  (facts: Readonly<Record<string, string>>): TimerHandler =>
  (ctx, timer) => {
    ctx.record({
      type: 'test.RANG',
      estateId: null,
      subjectKind: 'test',
      subjectId: timer.subjectId,
      subjectVersion: 1,
      visibility: 'INTERNAL',
      facts,
    });
    return Promise.resolve();
  };
const tell = ring({});
/** No database takes this text. */
const tellTheImpossible = ring({ broken: '\u0000' });

describe('timers', () => {
  const hands = new Hands();
  let house: TestHouse;
  let story: Story;
  let ear: RhythmEar;

  beforeAll(async () => {
    house = await openTestHouse({ clock: hands });
    story = await tellStory(house.database);
  });
  beforeEach(async () => {
    hands.ms = NOON;
    ear = rhythmEar();
    await house.database.superuser.query('delete from timer');
  });
  afterAll(() => house.close());

  const worker = (handler: TimerHandler = tell): TimerWorker => new TimerWorker(house, { PRUNE_RUN: handler }, ear);
  const inCompany = <R extends object>(work: (ctx: CommandContext) => Promise<R>, companyId = story.harbour.id) =>
    runCommand(house, systemPrincipal(companyId), work, {});
  const set = async (ms: number, companyId = story.harbour.id, subjectId: string = randomUUID()): Promise<string> => {
    await inCompany((ctx) => {
      ctx.setTimer('PRUNE_RUN', subjectId, new Date(ms));
      return Promise.resolve({});
    }, companyId);
    return subjectId;
  };
  const ringsOf = async (...subjects: string[]): Promise<number> => {
    const { rows } = await house.database.superuser.query<{ n: number }>(
      `select count(*)::int as n from event where type = 'test.RANG' and subject_id = any ($1)`,
      [subjects],
    );
    return rows[0]?.n ?? -1;
  };
  const left = async (): Promise<{ failures: number; due: string | null; parked: boolean }[]> => {
    const { rows } = await house.database.superuser.query<{ failures: number; due: string | null; parked: boolean }>(
      `select failures, due_at::text as due, parked_at is not null as parked from timer order by set_for`,
    );
    return rows;
  };

  test('a timer is handled at its instant and not a millisecond before, once', async () => {
    const clock = worker();
    const subject = await set(NOON + 1_000);
    hands.ms = NOON + 999;
    await clock.look();
    expect(await ringsOf(subject)).toBe(0);
    hands.ms = NOON + 1_000;
    await clock.look();
    await clock.look();
    expect(await ringsOf(subject)).toBe(1);
    expect(await left()).toEqual([]);
    expect(ear.lateMs).toEqual([0]);
    await clock.stop();
  });

  test('the event of a timer names the system and nobody', async () => {
    const clock = worker();
    const subject = await set(NOON);
    await clock.look();
    const { rows } = await house.database.superuser.query(
      'select actor_kind, actor_id from event where subject_id = $1',
      [subject],
    );
    expect(rows).toEqual([{ actor_kind: 'SYSTEM', actor_id: null }]);
    await clock.stop();
  });

  test('a command that is rolled back sets no timer', async () => {
    const subject = randomUUID();
    const broken = inCompany((ctx) => {
      ctx.setTimer('PRUNE_RUN', subject, new Date(NOON));
      return Promise.reject(new Error('no'));
    });
    await expect(broken).rejects.toThrow('no');
    expect(await left()).toEqual([]);
  });

  test('a timer that is set again is moved, a cancelled one is gone, of residents’ commands as well', async () => {
    const subject = await set(NOON + 1_000);
    await set(NOON + 5_000, story.harbour.id, subject);
    const resident = await principalOf(house, story.harbour.e01.resident);
    const own = randomUUID();
    const ask = (dueAt: Date | null) => (ctx: CommandContext) => {
      if (dueAt) ctx.setTimer('PRUNE_RUN', own, dueAt);
      else ctx.cancelTimer('PRUNE_RUN', own);
      return Promise.resolve({});
    };
    await runCommand(house, resident, ask(new Date(NOON)), {});
    expect(await left()).toHaveLength(2);
    await runCommand(house, resident, ask(null), {});
    const clock = worker();
    hands.ms = NOON + 4_999;
    await clock.look();
    expect(await ringsOf(subject, own)).toBe(0);
    hands.ms = NOON + 5_000;
    await clock.look();
    expect(await ringsOf(subject, own)).toBe(1);
    await clock.stop();
  });

  test('a handler sets the next timer in the transaction of its effect', async () => {
    const clock = worker(async (ctx, timer) => {
      await tell(ctx, timer);
      ctx.setTimer('PRUNE_RUN', timer.subjectId, new Date(timer.dueAt.getTime() + 60_000));
    });
    const subject = await set(NOON);
    for (const minute of [0, 0, 1, 2]) {
      hands.ms = NOON + minute * 60_000;
      await clock.look();
    }
    expect(await ringsOf(subject)).toBe(3);
    expect(await left()).toHaveLength(1);
    await clock.stop();
  });

  test('nodes that race for the same timers ring each once', async () => {
    const subjects = await Promise.all(
      Array.from({ length: 40 }, (_, i) => set(NOON + i, i % 2 ? story.harbour.id : story.cedar.id)),
    );
    hands.ms = NOON + 1_000;
    const nodes = [worker(), worker(), worker()];
    await Promise.all(nodes.map((node) => node.look()));
    for (const node of nodes) await node.look();
    expect(await ringsOf(...subjects)).toBe(40);
    expect(await left()).toEqual([]);
    await Promise.all(nodes.map((node) => node.stop()));
  });

  test('a timer that fails holds nothing up, is tried again later and later, and is parked in the end', async () => {
    const poison = await set(NOON);
    const good = await set(NOON + 1);
    const elsewhere = await set(NOON + 1, story.cedar.id);
    const clock = worker((ctx, timer) => {
      if (timer.subjectId === poison) throw new Error('it will never do');
      return tell(ctx, timer);
    });
    hands.ms = NOON + 1;
    await clock.look();
    expect(await ringsOf(good, elsewhere)).toBe(2);
    expect(await left()).toEqual([expect.objectContaining({ failures: 1, parked: false })]);
    for (let i = 0; i < 20; i += 1) {
      hands.ms += 120_000;
      await clock.look();
    }
    expect(await left()).toEqual([{ failures: 8, due: null, parked: true }]);
    expect(ear.failures.map(({ failures }) => failures)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(ear.dead).toEqual([expect.objectContaining({ kind: 'timer', subject: poison, failures: 8 })]);
    await clock.stop();
  });

  test('what the database refuses of a timer is put off like a failure of its handler', async () => {
    const poison = await set(NOON);
    const good = await set(NOON + 1);
    const clock = worker((ctx, timer) => (timer.subjectId === poison ? tellTheImpossible : tell)(ctx, timer));
    hands.ms = NOON + 1;
    await clock.look();
    expect(await ringsOf(good)).toBe(1);
    expect(await left()).toEqual([expect.objectContaining({ failures: 1, parked: false })]);
    await clock.stop();
  });

  test('a node that dies in the middle has done nothing, and another does it', async () => {
    const subject = await set(NOON);
    const dying = worker(async (ctx, timer) => {
      await tell(ctx, timer);
      await ctx.em.flush();
      await ctx.execute('select pg_terminate_backend(pg_backend_pid())', []);
    });
    await dying.look();
    expect(await ringsOf(subject)).toBe(0);
    await dying.stop();
    const heir = worker();
    await heir.look();
    expect(await ringsOf(subject)).toBe(1);
    await heir.stop();
  });

  test('a clock that runs by itself rings within a second, also what is set for now', async () => {
    const own = await openTestHouse();
    try {
      const tale = await tellStory(own.database);
      const clock = new TimerWorker(own, { PRUNE_RUN: tell }, ear);
      const unfollow = own.relay.followAll(() => clock.hint());
      clock.start();
      const subjects = [randomUUID(), randomUUID()];
      await runCommand(
        own,
        systemPrincipal(tale.harbour.id),
        (ctx: CommandContext) => {
          ctx.setTimer('PRUNE_RUN', subjects[0]!, ctx.clock.now());
          ctx.setTimer('PRUNE_RUN', subjects[1]!, new Date(ctx.clock.now().getTime() + 700));
          return Promise.resolve({});
        },
        {},
      );
      await ear.until(() => ear.lateMs.length === 2);
      for (const late of ear.lateMs) expect(late).toBeLessThan(1_000);
      unfollow();
      await clock.stop();
    } finally {
      await own.close();
    }
  });

  test('R-MET-05 · hints that keep coming put no look off: what is due rings in the midst of a rush', async () => {
    const own = await openTestHouse();
    const rush = setInterval(() => clock.hint(), 5);
    const clock = new TimerWorker(own, { PRUNE_RUN: tell }, ear);
    try {
      const tale = await tellStory(own.database);
      clock.start();
      await runCommand(
        own,
        systemPrincipal(tale.harbour.id),
        (ctx: CommandContext) => {
          ctx.setTimer('PRUNE_RUN', randomUUID(), new Date(ctx.clock.now().getTime() + 300));
          return Promise.resolve({});
        },
        {},
      );
      await ear.until(() => ear.lateMs.length === 1);
      expect(ear.lateMs[0]).toBeLessThan(1_000);
    } finally {
      clearInterval(rush);
      await clock.stop();
      await own.close();
    }
  });
});
