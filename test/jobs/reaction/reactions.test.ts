import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Reaction } from '../../../src/jobs/reaction/reaction.js';
import { ReactionWorker } from '../../../src/jobs/reaction/reaction-worker.js';
import { startRhythm } from '../../../src/jobs/rhythm.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import type { CommandContext } from '../../../src/services/command/command-context.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { rhythmEar, type RhythmEar } from '../../support/rhythm-ear.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

/** The time that a house goes by. */
class Hands {
  ms = Date.parse('2026-03-02T04:00:00Z');
  now = (): Date => new Date(this.ms);
}

describe('reactions', () => {
  const hands = new Hands();
  let house: TestHouse;
  let story: Story;
  let ear: RhythmEar;
  let number = 0;

  beforeAll(async () => {
    house = await openTestHouse({ clock: hands });
    story = await tellStory(house.database);
  });
  beforeEach(() => {
    ear = rhythmEar();
    number += 1;
  });
  afterAll(() => house.close());

  const sql = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
    (await house.database.superuser.query<R>(text, values)).rows;
  const happen = (type: string, subjectId: string = randomUUID(), silent = false): Promise<string> =>
    runCommand(
      house,
      systemPrincipal(story.harbour.id),
      (ctx: CommandContext) => {
        tell(ctx, type, subjectId, silent);
        return Promise.resolve({});
      },
      {},
    ).then(() => subjectId);
  const tell = (ctx: CommandContext, type: string, subjectId: string, silent = false): void =>
    ctx.record({
      type,
      estateId: null,
      subjectKind: 'test',
      subjectId,
      subjectVersion: 1,
      visibility: 'INTERNAL',
      silent,
      facts: {},
    });
  /** Answers each `test.CALLED` with a `test.ANSWERED` about the same subject. */
  const answer = (over: Partial<Reaction> = {}): Reaction => ({
    name: `answer-${number}`,
    types: ['test.CALLED'],
    from: 'HEAD',
    react: (ctx, event) => {
      tell(ctx, `test.ANSWERED${number}`, event.subjectId);
      return Promise.resolve();
    },
    ...over,
  });
  const node = (...reactions: Reaction[]): ReactionWorker => new ReactionWorker(house, reactions, ear);
  const answers = async (): Promise<string[]> =>
    (
      await sql<{ id: string }>('select subject_id as id from event where type = $1 order by seq', [
        `test.ANSWERED${number}`,
      ])
    ).map(({ id }) => id);
  const follow = (worker: ReactionWorker): Promise<void> => worker.follow(story.harbour.id);

  test('a new company is followed from its first event, a known one from the head, or from the beginning on demand', async () => {
    const first = await happen('test.CALLED');
    const worker = node(answer());
    await follow(worker);
    expect(await answers()).toEqual([first]);
    const late = node({ ...answer(), name: 'late' });
    await follow(late);
    expect(await answers()).toEqual([first]);
    const second = await happen('test.CALLED');
    await follow(late);
    expect(await answers()).toEqual([first, second]);
    const early = node({ ...answer(), name: 'early', from: 'BEGINNING' });
    await follow(early);
    expect(await answers()).toEqual([first, second, first, second]);
  });

  test('each event has one effect, in order, with nodes that race and restart', async () => {
    const nodes = [node(answer()), node(answer()), node(answer())];
    await Promise.all(nodes.map(follow));
    const calls: string[] = [];
    for (let i = 0; i < 25; i += 1) {
      calls.push(await happen('test.CALLED'));
      await happen('test.NOISE');
      await Promise.all(nodes.map(follow));
    }
    await follow(node(answer()));
    expect(await answers()).toEqual(calls);
  });

  test('silent history and events of other types are passed by', async () => {
    const worker = node(answer());
    await follow(worker);
    await happen('test.CALLED', randomUUID(), true);
    await happen('test.NOISE');
    await follow(worker);
    expect(await answers()).toEqual([]);
  });

  test('a reaction that is killed in the middle has done nothing, and is taken up by another node', async () => {
    const dying = node(
      answer({
        react: async (ctx, event) => {
          tell(ctx, `test.ANSWERED${number}`, event.subjectId);
          await ctx.execute('select pg_terminate_backend(pg_backend_pid())', []);
        },
      }),
    );
    await follow(dying);
    const call = await happen('test.CALLED');
    await follow(dying);
    expect(await answers()).toEqual([]);
    await follow(node(answer()));
    expect(await answers()).toEqual([call]);
  });

  test('an event that fails is tried again, then parked with an alert; those before and behind it and other reactions go on', async () => {
    const poison = randomUUID();
    const failing = answer({
      react: (ctx, event) => {
        if (event.subjectId === poison) throw new TypeError('张三');
        tell(ctx, `test.ANSWERED${number}`, event.subjectId);
        return Promise.resolve();
      },
    });
    const others: string[] = [];
    const other = answer({
      name: `other-${number}`,
      react: (_, event) => {
        others.push(event.subjectId);
        return Promise.resolve();
      },
    });
    const worker = node(failing, other);
    await follow(worker);
    const before = await happen('test.CALLED');
    await happen('test.CALLED', poison);
    const behind = await happen('test.CALLED');
    await follow(worker);
    expect(await answers()).toEqual([before]);
    expect(others).toEqual([before, poison, behind]);
    await follow(worker);
    expect(ear.failures).toHaveLength(1);
    for (let i = 0; i < 10; i += 1) {
      hands.ms += 200_000;
      await follow(worker);
    }
    expect(await answers()).toEqual([before, behind]);
    expect(ear.failures.map(({ failures }) => failures)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(ear.dead).toEqual([expect.objectContaining({ kind: 'reaction', name: failing.name, failures: 8 })]);
    const parked = await sql('select reaction, failure from parked_event');
    expect(parked).toEqual([{ reaction: failing.name, failure: 'TypeError' }]);
  });

  test('what the database refuses is put off like a failure of the reaction', async () => {
    const worker = node(
      answer({
        react: (ctx) => {
          ctx.setTimer('PRUNE_RUN', 'not an id', new Date(0));
          return Promise.resolve();
        },
      }),
    );
    await follow(worker);
    await happen('test.CALLED');
    await happen('test.CALLED');
    await follow(worker);
    expect(ear.failures).toHaveLength(1);
    expect(ear.stumbles).toEqual([]);
  });

  test('a log of noise costs no place: it is moved now and then only', async () => {
    const worker = node(answer());
    await follow(worker);
    const place = async (): Promise<string | undefined> =>
      (await sql<{ seq: string }>('select seq from reaction_place where name = $1', [`answer-${number}`]))[0]?.seq;
    const before = await place();
    for (let i = 0; i < 3; i += 1) {
      await happen('test.NOISE');
      await follow(worker);
    }
    expect(await place()).toBe(before);
    await runCommand(
      house,
      systemPrincipal(story.harbour.id),
      (ctx: CommandContext) => {
        for (let i = 0; i < 1_000; i += 1) tell(ctx, 'test.NOISE', randomUUID());
        return Promise.resolve({});
      },
      {},
    );
    await follow(worker);
    expect(Number(await place())).toBe(Number(before) + 1_003);
  });

  test('whoever lies tens of thousands of events behind gets there in short looks, and takes each that it wants', async () => {
    const worker = node(answer());
    await follow(worker);
    const company = story.harbour.id;
    const called: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      await sql(
        `with before as (update company_head set seq = seq + 12000 where company_id = $1 returning seq - 12000 as seq, last_recorded_at as at)
         insert into event (company_id, seq, estate_id, type, subject_kind, subject_id, subject_version, visibility, actor_kind,
                            occurred_at, recorded_at, facts)
         select $1, b.seq + i, null, 'test.NOISE', 'test', gen_random_uuid(), 1, 'INTERNAL', 'SYSTEM', b.at, b.at, '{}'
           from before b, generate_series(1, 12000) as i`,
        [company],
      );
      called.push(await happen('test.CALLED'));
    }
    const taken: number[] = [];
    const counting = node(
      answer({
        react: (ctx, event) => {
          taken.push(event.seq);
          return answer().react(ctx, event);
        },
      }),
    );
    await follow(counting);
    expect(await answers()).toEqual(called);
    expect(taken).toHaveLength(3);
    const [{ behind } = { behind: -1 }] = await sql<{ behind: number }>(
      `select (h.seq - p.seq)::int as behind from reaction_place p join company_head h on h.company_id = p.company_id
        where p.company_id = $1 and p.name = $2`,
      [company, `answer-${number}`],
    );
    expect(behind).toBeLessThan(1_000);
  });

  test('a node that runs by itself reacts a moment after the event', async () => {
    const own = await openTestHouse();
    try {
      const { harbour } = await tellStory(own.database);
      const heard: string[] = [];
      const hear = answer({
        react: (_, event) => {
          heard.push(event.subjectId);
          return Promise.resolve();
        },
      });
      const rhythm = await startRhythm(own, ear, { reactions: [hear] });
      const subject = randomUUID();
      await runCommand(
        own,
        systemPrincipal(harbour.id),
        (ctx: CommandContext) => {
          tell(ctx, 'test.CALLED', subject);
          return Promise.resolve({});
        },
        {},
      );
      await ear.until(() => heard.length > 0);
      expect(heard).toEqual([subject]);
      await rhythm.stop();
    } finally {
      await own.close();
    }
  });
});
