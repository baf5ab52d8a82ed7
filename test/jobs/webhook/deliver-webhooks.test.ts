import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { encodeCursor } from '../../../src/events/cursor.js';
import { startRhythm } from '../../../src/jobs/rhythm.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { deliverWebhooks } from '../../../src/jobs/webhook/deliver-webhooks.js';
import { openHouse, type OpenHouse } from '../../../src/server/house.js';
import { runCommand, type CommandInput, type UseCase } from '../../../src/services/command/run-command.js';
import { reportRepair } from '../../../src/services/ticket/report-repair.js';
import { claimWebhooks } from '../../../src/services/webhook/claim-webhooks.js';
import { createWebhookEndpoint } from '../../../src/services/webhook/create-webhook-endpoint.js';
import { replayWebhooks } from '../../../src/services/webhook/replay-webhooks.js';
import { rotateWebhookSecret } from '../../../src/services/webhook/rotate-webhook-secret.js';
import { enableWebhookEndpoint } from '../../../src/services/webhook/switch-webhook-endpoint.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, TEST_SECRET, type TestHouse } from '../../support/test-house.js';
import { startReceiver, type Received, type WebhookReceiver } from '../../support/webhook-receiver.js';

const HOUR = 3_600_000;

describe('webhooks are delivered', () => {
  let house: TestHouse;
  let twin: OpenHouse;
  let story: Story;
  let receiver: WebhookReceiver;
  let now: Date;
  const clock = { now: () => new Date(now) };
  const never = new AbortController().signal;

  beforeAll(async () => {
    now = new Date();
    house = await openTestHouse({ clock });
    twin = await openHouse({
      apiUrl: house.database.apiUrl,
      secret: TEST_SECRET,
      clock,
      outboundLoopback: true,
      onError: () => undefined,
    });
    story = await tellStory(house.database);
  });
  afterAll(async () => {
    await twin.close();
    await house.close();
  });
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());

  const admin = (): StoryPerson => story.harbour.staff['COMPANY_ADMIN']!;
  const run = async <I extends CommandInput, R extends object>(person: StoryPerson, useCase: UseCase<I, R>, input: I) =>
    runCommand(house, await principalOf(house, person), useCase, input);
  const subscribe = (over: { eventTypes?: string[]; url?: string; estateId?: string } = {}) =>
    run(admin(), createWebhookEndpoint, {
      kind: 'EVENTS',
      name: 'ledger',
      url: receiver.url,
      eventTypes: ['ticket.*'],
      ...over,
    }).then((made) => made.endpointId);
  const report = (estate = story.harbour.e01) =>
    run(estate.staff['FRONT_DESK']!, reportRepair, {
      estateId: estate.id,
      channel: 'PHONE',
      urgency: 'ORDINARY',
      subject: 'KANARI drips',
      contactName: 'KANARI 李四',
      contactPhone: '13711112222',
    });
  const deliver = (endpointId: string, by: OpenHouse = house) =>
    deliverWebhooks(by, story.harbour.id, endpointId, never);
  const endpoint = async (id: string): Promise<Record<string, unknown>> =>
    (await house.database.superuser.query('select * from webhook_endpoint where id = $1', [id])).rows[0] as never;
  const history = async (id: string): Promise<string[]> => {
    const { rows } = await house.database.superuser.query<{ line: string }>(
      `select outcome || ' ' || coalesce(status::text, '-') || ' ' || attempt as line from webhook_delivery where endpoint_id = $1 order by id`,
      [id],
    );
    return rows.map((row) => row.line);
  };
  const seqs = (received: readonly Received[]): number[] =>
    received.map((r) => Number(r.headers['webhook-id']?.split('_').at(-1)));
  const secretOf = (endpointId: string, generation = 1): string =>
    house.webhookSecrets.reveal({ companyId: story.harbour.id, endpointId, generation });
  const fail = (): void => {
    receiver.answer = (response) => response.writeHead(500).end();
  };

  test('in the order of the log, signed as Standard Webhooks say, with ids and codes and nobody by name', async () => {
    const id = await subscribe();
    const first = await report();
    const second = await report();
    await deliver(id);
    expect(seqs(receiver.received)).toEqual([first.seq, second.seq]);
    for (const { headers, body, json } of receiver.received) {
      expect(() => new Webhook(secretOf(id)).verify(body, headers)).not.toThrow();
      expect(() => new Webhook(secretOf(id, 2)).verify(body, headers)).toThrow();
      expect(() => new Webhook(secretOf(id)).verify(`${body} `, headers)).toThrow();
      expect(body).not.toMatch(/KANARI|1371111/);
      expect(json).toMatchObject({
        type: 'ticket.REPAIR_REPORTED',
        data: {
          cursor: expect.any(String),
          estateId: story.harbour.e01.id,
          subjectKind: 'ticket',
          facts: { urgency: 'ORDINARY' },
        },
      });
    }
    expect(await history(id)).toEqual(['DELIVERED 204 1', 'DELIVERED 204 1']);
    const { rows } = await house.database.superuser.query<{ all: string }>(
      `select coalesce(string_agg(d::text, ''), '') || (select coalesce(string_agg(j::text, ''), '') from pgboss.job j) as all from webhook_delivery d`,
    );
    expect(rows[0]?.all).not.toMatch(/KANARI|1371111|whsec/);
  });

  test('only the estates and types asked for, only of the own company, and no history', async () => {
    const id = await subscribe({ estateId: story.harbour.e02.id });
    const types = await subscribe({ eventTypes: ['ticket.REPAIR_FORWARDED', 'place.*'] });
    await report(story.harbour.e01);
    const here = await report(story.harbour.e02);
    await runCommand(house, await principalOf(house, story.cedar.e01.staff['FRONT_DESK']!), reportRepair, {
      estateId: story.cedar.e01.id,
      channel: 'PHONE',
      urgency: 'ORDINARY',
      subject: 'elsewhere',
    });
    await house.database.superuser.query('update event set silent = true where company_id = $1 and seq < $2', [
      story.harbour.id,
      here.seq,
    ]);
    await run(admin(), replayWebhooks, { endpointId: id, after: encodeCursor(story.harbour.id, { epoch: 1, seq: 0 }) });
    await deliver(id);
    await deliver(types);
    expect(seqs(receiver.received)).toEqual([here.seq]);
  });

  test('what is not taken is tried again later, in order, and nothing overtakes it', async () => {
    const id = await subscribe();
    const first = await report();
    fail();
    await deliver(id);
    const second = await report();
    await deliver(id);
    expect(receiver.received).toHaveLength(1);
    const wait = ((await endpoint(id))['next_attempt_at'] as Date).getTime() - now.getTime();
    expect(wait).toBeGreaterThanOrEqual(4_500);
    expect(wait).toBeLessThanOrEqual(5_500);
    receiver.answer = (response) => response.writeHead(204).end();
    now = new Date(now.getTime() + 6_000);
    await deliver(id);
    expect(seqs(receiver.received)).toEqual([first.seq, first.seq, second.seq]);
    expect(receiver.received[0]?.headers['webhook-id']).toBe(receiver.received[1]?.headers['webhook-id']);
    expect(await history(id)).toEqual(['STATUS 500 1', 'DELIVERED 204 2', 'DELIVERED 204 1']);
    expect(await endpoint(id)).toMatchObject({ failures: 0, failing_since: null });
  });

  test('after five days of failures, or 410, it is disabled and the administrators are told; enabled, it goes on where it stood', async () => {
    const id = await subscribe();
    const event = await report();
    fail();
    for (let hours = 0; hours <= 144; hours += 24) {
      await deliver(id);
      now = new Date(now.getTime() + 27 * HOUR);
    }
    expect(await endpoint(id)).toMatchObject({ state: 'DISABLED_FAILING' });
    const { rows } = await house.database.superuser.query(
      `select recipient_id from notification where kind = 'WEBHOOK_DISABLED' and subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ recipient_id: admin().subjectId }]);
    const tried = receiver.received.length;
    await deliver(id);
    expect(receiver.received).toHaveLength(tried);
    receiver.answer = (response) => response.writeHead(204).end();
    await run(admin(), enableWebhookEndpoint, { endpointId: id });
    await deliver(id);
    expect(seqs(receiver.received.slice(tried))).toEqual([event.seq]);
    const gone = await subscribe();
    await report();
    receiver.answer = (response) => response.writeHead(410).end();
    await deliver(gone);
    expect(await endpoint(gone)).toMatchObject({ state: 'DISABLED_FAILING' });
  });

  test('two nodes deliver every event once and in order, also while others write', async () => {
    const id = await subscribe();
    const reported: number[] = [];
    const writing = (async () => {
      for (let i = 0; i < 30; i += 1) reported.push((await report()).seq);
    })();
    const both = () => Promise.all([deliver(id), deliver(id, twin)]);
    for (let i = 0; i < 10; i += 1) await both();
    await writing;
    await both();
    expect(seqs(receiver.received)).toEqual(reported);
  });

  test('a node that dies in the middle is replaced when its lease is over, and what it may have sent keeps its id', async () => {
    const id = await subscribe();
    const event = await report();
    const died = await runCommand(house, systemPrincipal(story.harbour.id), claimWebhooks, { endpointId: id });
    expect(died.turn?.events.map((e) => e.seq)).toEqual([event.seq]);
    await deliver(id, twin);
    expect(receiver.received).toEqual([]);
    now = new Date(now.getTime() + 61_000);
    await deliver(id, twin);
    expect(seqs(receiver.received)).toEqual([event.seq]);
  });

  test('replayed from a cursor the same messages come again, with the same ids', async () => {
    const id = await subscribe();
    const before = await report();
    const events = [await report(), await report()];
    await deliver(id);
    const after = encodeCursor(story.harbour.id, { epoch: 1, seq: before.seq });
    await run(admin(), replayWebhooks, { endpointId: id, after });
    await deliver(id);
    expect(seqs(receiver.received)).toEqual([before.seq, ...events.map((e) => e.seq), ...events.map((e) => e.seq)]);
    const future = encodeCursor(story.harbour.id, { epoch: 1, seq: 1e9 });
    await expect(run(admin(), replayWebhooks, { endpointId: id, after: future })).rejects.toMatchObject({
      code: 'RESYNC_REQUIRED',
    });
    const foreign = encodeCursor(story.cedar.id, { epoch: 1, seq: 0 });
    await expect(run(admin(), replayWebhooks, { endpointId: id, after: foreign })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('for a day after a rotation both secrets verify, then only the new one', async () => {
    const id = await subscribe();
    await run(admin(), rotateWebhookSecret, { endpointId: id });
    await report();
    await deliver(id);
    now = new Date(now.getTime() + 25 * HOUR);
    await report();
    await deliver(id);
    const [during, later] = receiver.received;
    // The library refuses what is older than five minutes by the machine's own clock: signatures are compared by it, times are not.
    const signatures = (received: Received | undefined) => received?.headers['webhook-signature']?.split(' ') ?? [];
    const signed = (received: Received | undefined, generation: number): string =>
      new Webhook(secretOf(id, generation)).sign(
        String(received?.headers['webhook-id']),
        new Date(Number(received?.headers['webhook-timestamp']) * 1_000),
        String(received?.body),
      );
    expect(signatures(during)).toEqual([signed(during, 2), signed(during, 1)]);
    expect(signatures(later)).toEqual([signed(later, 2)]);
  });

  test('a receiver that redirects, hangs, floods or hides a private address is a failure and nothing more', async () => {
    const outcomes: string[] = [];
    const attempt = async (url: string): Promise<void> => {
      const id = await subscribe({ url });
      await report();
      await deliver(id);
      outcomes.push(...(await history(id)));
    };
    receiver.answer = (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    await attempt(receiver.url);
    receiver.answer = (response) => {
      response.writeHead(200);
      const flood = setInterval(() => response.write('x'.repeat(65_536)), 1);
      response.on('close', () => clearInterval(flood));
    };
    await attempt(receiver.url);
    receiver.answer = () => undefined;
    await attempt(receiver.url);
    await attempt('https://10.0.0.1/hook');
    await attempt('http://127.0.0.1:1/hook');
    expect(outcomes).toEqual(['REDIRECT 302 1', 'DELIVERED 200 1', 'TIMEOUT - 1', 'ADDRESS - 1', 'FAILED - 1']);
  }, 30_000);

  test('in the running program what happens is delivered by itself, and a failure is tried again', async () => {
    const ears = [rhythmEar(), rhythmEar()] as const;
    const nodes = [await startRhythm(house, ears[0]), await startRhythm(twin, ears[1])];
    try {
      const id = await subscribe();
      receiver.answer = (response, count) => response.writeHead(count === 1 ? 503 : 204).end();
      const event = await report();
      await ears[0].until(() => receiver.received.length === 1);
      await ears[0].until(async () => (await endpoint(id))['failures'] === 1);
      now = new Date(now.getTime() + 6_000);
      await ears[0].until(() => receiver.received.length === 2);
      expect(seqs(receiver.received)).toEqual([event.seq, event.seq]);
      await ears[0].until(async () => (await history(id)).length === 2);
    } finally {
      await Promise.all(nodes.map((node) => node.stop()));
    }
  }, 30_000);
});
