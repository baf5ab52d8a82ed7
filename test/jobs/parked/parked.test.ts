import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runCommandLine } from '../../../src/cli/command-line.js';
import type { Job } from '../../../src/jobs/job/job.js';
import { JobWorkers } from '../../../src/jobs/job/job-workers.js';
import { ensureQueues } from '../../../src/jobs/job/queues.js';
import { listParked } from '../../../src/jobs/parked/list-parked.js';
import { retryParked } from '../../../src/jobs/parked/retry-parked.js';
import type { Reaction } from '../../../src/jobs/reaction/reaction.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import type { CommandContext } from '../../../src/services/command/command-context.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { rhythmEar, type RhythmEar } from '../../support/rhythm-ear.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, TEST_SECRET, type TestHouse } from '../../support/test-house.js';

describe('what has failed for good waits for an operator', () => {
  let house: TestHouse;
  let story: Story;
  let ear: RhythmEar;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
  });
  beforeEach(async () => {
    ear = rhythmEar();
    for (const table of ['pgboss.job', 'timer', 'parked_event']) await sql(`delete from ${table}`);
  });
  afterAll(() => house.close());

  const sql = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
    (await house.database.superuser.query<R>(text, values)).rows;
  const guanjia = async (...words: string[]): Promise<{ code: number; out: string; err: string }> => {
    const said = { out: '', err: '' };
    const code = await runCommandLine(words, {
      input: Readable.from([]),
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      environment: { DATABASE_URL: house.database.apiUrl, GUANJIA_SECRET: TEST_SECRET },
    });
    return { code, ...said };
  };
  const idsOf = async (): Promise<string[]> => (await listParked(house)).map(({ id }) => id);
  const inHarbour = (work: (ctx: CommandContext) => void) =>
    runCommand(
      house,
      systemPrincipal(story.harbour.id),
      (ctx: CommandContext) => {
        work(ctx);
        return Promise.resolve({});
      },
      {},
    );
  const tell = (ctx: CommandContext, type: string, subjectId: string): void =>
    ctx.record({
      type,
      estateId: null,
      subjectKind: 'test',
      subjectId,
      subjectVersion: 1,
      visibility: 'INTERNAL',
      facts: {},
    });
  const countOf = async (type: string, subjectId: string): Promise<number> =>
    (await sql('select 1 from event where type = $1 and subject_id = $2', [type, subjectId])).length;

  const job = (run: Job['run']): Job => ({
    name: 'prune-company',
    retries: 0,
    retrySeconds: 1,
    retrySecondsMost: 1,
    trySeconds: 30,
    atOnce: 1,
    run,
  });
  /** Runs a job on a node of its own until the condition holds. */
  const during = async (work: Job['run'], condition: () => boolean | Promise<boolean>): Promise<void> => {
    const node = new JobWorkers(house, [job(work)], ear);
    await node.start();
    await ear.until(condition);
    await node.stop();
  };
  /** A step that leaves an event, once for the job. */
  const step: Job['run'] = async (work) => {
    await work.command(function leaveEvent(ctx: CommandContext) {
      tell(ctx, 'test.WORKED', work.rowId);
      return Promise.resolve({});
    }, {});
  };
  async function deadJob(rowId: string): Promise<string> {
    const fail: Job['run'] = async (work) => {
      await step(work);
      throw new TypeError('张三');
    };
    await ensureQueues(house.pool, [job(fail)]);
    await inHarbour((ctx) => ctx.enqueue('prune-company', rowId));
    await during(fail, async () => (await idsOf()).length === 1);
    return String((await idsOf())[0]);
  }
  const parkedTimer = async (): Promise<string> => {
    const id = randomUUID();
    await sql(
      `insert into timer (company_id, id, kind, subject_id, due_at, set_for, failures, parked_at)
       values ($1, $2, 'PRUNE_RUN', $3, null, now(), 8, now())`,
      [story.harbour.id, id, randomUUID()],
    );
    return `timer/harbour/${id}`;
  };
  async function parkedEvent(subjectId: string): Promise<string> {
    await inHarbour((ctx) => tell(ctx, 'test.CALLED', subjectId));
    const [event] = await sql<{ seq: string }>('select seq from event where subject_id = $1', [subjectId]);
    await sql('insert into parked_event values ($1, $2, $3, now(), $4)', [
      story.harbour.id,
      'answer',
      event?.seq,
      'TypeError',
    ]);
    return `reaction/harbour/answer/${String(event?.seq)}`;
  }

  test('a dead job is listed with the kind of its error; tried again it is done, and a step that was done is not doubled', async () => {
    const rowId = randomUUID();
    const id = await deadJob(rowId);
    const listed = await guanjia('jobs', 'list', '--json');
    expect(JSON.parse(listed.out)).toEqual({
      parked: [
        {
          id,
          kind: 'job',
          company: 'harbour',
          name: 'prune-company',
          subject: rowId,
          parkedAt: expect.any(String),
          failure: 'TypeError',
        },
      ],
    });
    expect(await guanjia('jobs', 'retry', id)).toEqual({ code: 0, out: 'Tried again: 1.\n', err: '' });
    expect(await idsOf()).toEqual([]);
    const done = (): Promise<boolean> =>
      sql(`select 1 from pgboss.job where state = 'completed'`).then((rows) => rows.length === 1);
    await during(step, done);
    expect(await countOf('test.WORKED', rowId)).toBe(1);
  });

  test('a parked timer runs again at once with all its tries', async () => {
    const id = await parkedTimer();
    expect(await idsOf()).toEqual([id]);
    expect((await guanjia('jobs', 'retry', '--all', '--json')).out).toBe(`{"retry":["${id}"]}\n`);
    const [timer] = await sql('select failures, due_at <= now() as due, parked_at from timer');
    expect(timer).toEqual({ failures: 0, due: true, parked_at: null });
    expect(await idsOf()).toEqual([]);
  });

  test('a parked event reaches its reaction once, and stays parked where that fails again', async () => {
    const subjectId = randomUUID();
    const id = await parkedEvent(subjectId);
    const reaction = (fails: boolean): Reaction => ({
      name: 'answer',
      types: null,
      from: 'HEAD',
      react: (ctx, event) => {
        tell(ctx, 'test.ANSWERED', event.subjectId);
        return fails ? Promise.reject(new TypeError('no')) : Promise.resolve();
      },
    });
    const [parked] = await listParked(house);
    if (!parked) throw new Error('Nothing is parked.');
    expect(parked).toMatchObject({ id, kind: 'reaction', name: 'answer', failure: 'TypeError' });
    await expect(retryParked(house, [reaction(true)], parked)).rejects.toThrow('no');
    expect({ ids: await idsOf(), answers: await countOf('test.ANSWERED', subjectId) }).toEqual({
      ids: [id],
      answers: 0,
    });
    const both = [reaction(false), reaction(false)].map((one) => retryParked(house, [one], parked));
    expect((await Promise.all(both)).toSorted()).toEqual([false, true]);
    expect({ ids: await idsOf(), answers: await countOf('test.ANSWERED', subjectId) }).toEqual({ ids: [], answers: 1 });
  });

  test('what is dropped is gone, what nobody knows is named, and the exit code says so', async () => {
    const job = await deadJob(randomUUID());
    const others = [await parkedTimer(), await parkedEvent(randomUUID())];
    const unknown = `job/${randomUUID()}`;
    expect(await guanjia('jobs', 'drop', job, unknown)).toEqual({
      code: 1,
      out: 'Dropped: 1.\n',
      err: `guanjia: nothing waits under ${unknown}\n`,
    });
    expect((await idsOf()).toSorted()).toEqual(others.toSorted());
    const retried = await guanjia('jobs', 'retry', others[1] ?? '');
    expect(retried).toMatchObject({ code: 1, err: expect.stringContaining('no reaction answer') });
    expect(await guanjia('jobs', 'drop', '--all')).toMatchObject({ code: 0, out: 'Dropped: 2.\n' });
    expect(await guanjia('jobs', 'list')).toEqual({ code: 0, out: 'Nothing waits.\n', err: '' });
    expect((await guanjia('jobs', 'drop')).code).toBe(64);
  });
});
