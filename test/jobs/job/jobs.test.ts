import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PgBoss } from 'pg-boss';
import type { Job } from '../../../src/jobs/job/job.js';
import { JobWorkers } from '../../../src/jobs/job/job-workers.js';
import { ensureQueues } from '../../../src/jobs/job/queues.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import type { CommandContext } from '../../../src/services/command/command-context.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { rhythmEar, type RhythmEar } from '../../support/rhythm-ear.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

describe('jobs', () => {
  let house: TestHouse;
  let story: Story;
  let ear: RhythmEar;
  const nodes: JobWorkers[] = [];

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    await ensureQueues(house.pool, [job(() => Promise.resolve())]);
  });
  beforeEach(async () => {
    ear = rhythmEar();
    await house.database.superuser.query('delete from pgboss.job');
  });
  afterEach(async () => {
    await Promise.all(nodes.splice(0).map((node) => node.stop()));
  });
  afterAll(() => house.close());

  const job = (run: Job['run'], over: Partial<Job> = {}): Job => ({
    name: 'prune-company',
    retries: 1,
    retrySeconds: 1,
    retrySecondsMost: 1,
    trySeconds: 30,
    atOnce: 2,
    run,
    ...over,
  });
  const node = async (work: Job): Promise<JobWorkers> => {
    const workers = new JobWorkers(house, [work], ear);
    nodes.push(workers);
    await workers.start();
    return workers;
  };
  const enqueue = (rows: readonly string[], commandId?: string) =>
    runCommand(
      house,
      systemPrincipal(story.harbour.id),
      function ask(ctx: CommandContext) {
        for (const row of rows) ctx.enqueue('prune-company', row);
        return Promise.resolve({});
      },
      { ...(commandId ? { commandId } : {}) },
    );
  const jobs = async (): Promise<{ name: string; state: string; data: unknown; output: unknown }[]> => {
    const { rows } = await house.database.superuser.query<{
      name: string;
      state: string;
      data: unknown;
      output: unknown;
    }>('select name, state, data, output from pgboss.job order by name, state');
    return rows;
  };

  test('a job is there with its command, once, however often the command is sent, and names ids only', async () => {
    const commandId = randomUUID();
    const rowId = randomUUID();
    await enqueue([rowId], commandId);
    await enqueue([rowId], commandId);
    expect(await jobs()).toEqual([
      { name: 'prune-company', state: 'created', data: { companyId: story.harbour.id, rowId }, output: null },
    ]);
  });

  test('a command that is rolled back leaves no job', async () => {
    const broken = runCommand(
      house,
      systemPrincipal(story.harbour.id),
      (ctx: CommandContext) => {
        ctx.enqueue('prune-company', randomUUID());
        return Promise.reject(new Error('no'));
      },
      {},
    );
    await expect(broken).rejects.toThrow('no');
    expect(await jobs()).toEqual([]);
  });

  test('a job is filed exactly as pg-boss files it', async () => {
    const [ours, theirs] = [randomUUID(), randomUUID()];
    await enqueue([ours]);
    const { pool } = house;
    const boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values) },
      migrate: false,
      schedule: false,
      supervise: false,
    });
    await boss.start();
    const data = { companyId: story.harbour.id, rowId: theirs };
    await boss.send('prune-company', data, { group: { id: story.harbour.id } });
    await boss.stop({ graceful: false, close: false });
    const { rows } = await house.database.superuser.query<Record<string, unknown>>(
      `select to_jsonb(j) - 'id' - 'data' - 'created_on' - 'start_after' - 'keep_until'
                || jsonb_build_object('kept', keep_until - start_after, 'waits', start_after <> created_on) as row from pgboss.job j`,
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(rows[1]);
  });

  test('nodes share the work: each job is done once, and a ring is heard at once', async () => {
    const done: string[] = [];
    const work = job(({ rowId }) => {
      done.push(rowId);
      return Promise.resolve();
    });
    await node(work);
    await node(work);
    const rows = Array.from({ length: 30 }, () => randomUUID());
    await Promise.all(rows.map((row) => enqueue([row])));
    await ear.until(async () => (await jobs()).every(({ state }) => state === 'completed'));
    expect(done.toSorted()).toEqual(rows.toSorted());
  });

  test('the effect of a job is one, although its first try failed behind it', async () => {
    let tries = 0;
    const rowId = randomUUID();
    await node(
      job(async (work) => {
        await work.command(function tellOnce(ctx: CommandContext) {
          ctx.record({
            type: 'test.WORKED',
            estateId: null,
            subjectKind: 'test',
            subjectId: work.rowId,
            subjectVersion: 1,
            visibility: 'INTERNAL',
            facts: {},
          });
          return Promise.resolve({});
        }, {});
        tries += 1;
        if (tries === 1) throw new Error('behind the effect');
      }),
    );
    await enqueue([rowId]);
    await ear.until(async () => (await jobs()).every(({ state }) => state === 'completed'));
    const { rows } = await house.database.superuser.query('select actor_kind from event where subject_id = $1', [
      rowId,
    ]);
    expect({ tries, rows }).toEqual({ tries: 2, rows: [{ actor_kind: 'SYSTEM' }] });
    expect(ear.failures).toEqual([expect.objectContaining({ kind: 'job', name: 'prune-company', subject: rowId })]);
  });

  test('a job that fails for good lies dead with the kind of its error, and holds nothing else up', async () => {
    const [poison, good] = [randomUUID(), randomUUID()];
    await node(
      job(({ rowId }) => (rowId === poison ? Promise.reject(new TypeError('张三 13800001111')) : Promise.resolve())),
    );
    await enqueue([poison, good]);
    await ear.until(() => ear.dead.length === 1);
    await ear.until(async () => (await jobs()).some(({ name }) => name === 'dead'));
    const all = await jobs();
    expect(all.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'dead created',
      'prune-company completed',
      'prune-company failed',
    ]);
    expect(JSON.stringify(all)).not.toMatch(/张三|1380000/);
    expect(JSON.stringify(all)).toContain('TypeError');
  });

  test('a stop waits for the job under way; what takes too long is given back and done by another node', async () => {
    let begun = 0;
    const slow = await node(
      job(async ({ signal }) => {
        begun += 1;
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('given up'))));
      }),
    );
    await enqueue([randomUUID()]);
    await ear.until(() => begun === 1);
    await slow.stop();
    expect((await jobs())[0]?.state).toBe('retry');
    await node(job(() => Promise.resolve()));
    await ear.until(async () => (await jobs())[0]?.state === 'completed');
  }, 20_000);
});
