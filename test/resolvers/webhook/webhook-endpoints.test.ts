import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { startRhythm, type Rhythm } from '../../../src/jobs/rhythm.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js';

const ANSWER = '{ cursor secret endpointId endpoint { id name version state } }';
const CREATE = `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) ${ANSWER} }`;
const UPDATE = `mutation ($input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(input: $input) ${ANSWER} }`;
const REPLAY = `mutation ($input: ReplayWebhooksInput!) { replayWebhooks(input: $input) ${ANSWER} }`;
const STEPS = [
  'disableWebhookEndpoint',
  'enableWebhookEndpoint',
  'rotateWebhookSecret',
  'testWebhookEndpoint',
  'removeWebhookEndpoint',
];
const stepOf = (verb: string): string =>
  `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) ${ANSWER} }`;
const LIST = `{ webhookEndpoints { nodes {
  id name kind url eventTypes estate { code } failures
  deliveries { nodes { messageId eventType attempt outcome status durationMs attemptedAt } }
  refused: deliveries(outcome: STATUS) { nodes { id } }
} } }`;
const REPORT = `mutation ($estateId: ID!) {
  reportRepair(input: { estateId: $estateId, channel: PHONE, urgency: ORDINARY, subject: "KANARI drips" }) { repair { id } }
}`;

describe('webhook endpoints are managed through the API', () => {
  let server: TestServer;
  let story: Story;
  let receiver: WebhookReceiver;
  let rhythm: Rhythm;
  const ear = rhythmEar();

  beforeAll(async () => {
    server = await startTestServer({ compareEngines: false });
    story = await tellStory(server.house.database);
    rhythm = await startRhythm(server.house, ear);
  });
  afterAll(async () => {
    await rhythm.stop();
    await server.close();
  });
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());

  const admin = (): StoryPerson => story.harbour.staff['COMPANY_ADMIN']!;
  const manager = (): StoryPerson => story.harbour.e01.staff['ESTATE_MANAGER']!;
  const input = (more: object = {}) => ({
    kind: 'EVENTS',
    name: 'ledger',
    url: receiver.url,
    eventTypes: ['ticket.*'],
    ...more,
  });
  const ask = async (document: string, given: object, who: StoryPerson | null) => {
    const { data, errors } = await server.query(document, { input: given }, who);
    return errors ? errors.map(({ extensions }) => extensions['path'] ?? extensions['code']) : data;
  };
  const create = async (who: StoryPerson, more: object = {}) =>
    (await ask(CREATE, input(more), who)).createWebhookEndpoint as { endpointId: string; secret: string };
  const list = async (who: StoryPerson) =>
    (await server.query(LIST, {}, who)).data.webhookEndpoints.nodes as {
      id: string;
      estate: { code: string } | null;
      deliveries: { nodes: { eventType: string; outcome: string }[] };
    }[];

  test('what happens to a ticket reaches the endpoint, signed with the secret that was shown once', async () => {
    const { endpointId, secret } = await create(admin());
    const made = await server.query(REPORT, { estateId: story.harbour.e01.id }, story.harbour.e01.staff['FRONT_DESK']);
    await ear.until(() => receiver.received.length > 0);
    const [received] = receiver.received;
    expect(new Webhook(secret).verify(String(received?.body), received!.headers)).toMatchObject({
      type: 'ticket.REPAIR_REPORTED',
      data: { subjectId: made.data.reportRepair.repair.id, facts: { urgency: 'ORDINARY' } },
    });
    expect(received?.body).not.toContain('KANARI');
    await ear.until(async () => (await list(admin())).some(({ deliveries }) => deliveries.nodes.length > 0));
    const [seen] = (await list(admin())).filter(({ id }) => id === endpointId);
    expect(seen).toMatchObject({
      estate: null,
      deliveries: { nodes: [{ eventType: 'ticket.REPAIR_REPORTED', outcome: 'DELIVERED' }] },
      refused: { nodes: [] },
    });
    expect(JSON.stringify(seen)).not.toContain(secret);
    await ask(stepOf('removeWebhookEndpoint'), { endpointId }, admin());
    expect((await list(admin())).map(({ id }) => id)).not.toContain(endpointId);
  });

  test('a test delivery is sent once, also to a stopped endpoint, and its end stands in the history', async () => {
    const { endpointId, secret } = await create(admin(), { eventTypes: ['place.*'] });
    await ask(stepOf('disableWebhookEndpoint'), { endpointId }, admin());
    await ask(stepOf('testWebhookEndpoint'), { endpointId }, admin());
    await ear.until(() => receiver.received.length === 1);
    const [received] = receiver.received;
    expect(new Webhook(secret).verify(String(received?.body), received!.headers)).toMatchObject({
      type: 'webhook.TEST',
    });
    const history = async () => (await list(admin())).find(({ id }) => id === endpointId)?.deliveries.nodes ?? [];
    await ear.until(async () => (await history()).length === 1);
    expect(await history()).toMatchObject([{ eventType: 'webhook.TEST', outcome: 'DELIVERED', status: 204 }]);
  });

  test('a repeated command shows the secret that the first one made; a rotation shows another', async () => {
    const commandId = randomUUID();
    const first = await create(admin(), { commandId });
    const again = await create(admin(), { commandId });
    expect(again).toMatchObject({ endpointId: first.endpointId, secret: first.secret });
    const rotated = await ask(
      stepOf('rotateWebhookSecret'),
      { endpointId: first.endpointId, expectedVersion: 1 },
      admin(),
    );
    expect(rotated.rotateWebhookSecret).toMatchObject({ secret: expect.stringMatching(/^whsec_/) });
    expect(rotated.rotateWebhookSecret.secret).not.toBe(first.secret);
    expect(
      await ask(stepOf('disableWebhookEndpoint'), { endpointId: first.endpointId, expectedVersion: 1 }, admin()),
    ).toEqual(['CONFLICT']);
    expect(await ask(UPDATE, { endpointId: first.endpointId, name: 'books' }, admin())).toMatchObject({
      updateWebhookEndpoint: { secret: null, endpoint: { name: 'books', version: 3 } },
    });
  });

  test('D-11 · an estate manager manages those of the own estate; nobody else but the administrator any', async () => {
    const { e01, e02 } = story.harbour;
    const own = await create(manager(), { estateId: e01.id });
    const companys = await create(admin());
    expect(await ask(CREATE, input(), manager())).toEqual(['FORBIDDEN']);
    expect(await ask(CREATE, input({ estateId: e02.id }), manager())).toEqual(['NOT_FOUND']);
    const seen = await list(manager());
    expect(seen.map(({ id }) => id)).toEqual([own.endpointId]);
    const after = String((await server.query(LIST, {}, admin())).extensions?.['cursor']);
    const attempts: readonly (readonly [string, object])[] = [
      [UPDATE, { name: 'mine' }],
      [REPLAY, { after }],
      ...STEPS.map((verb) => [stepOf(verb), {}] as const),
    ];
    const { cedar } = story;
    for (const [document, more] of attempts) {
      const onOwn = { endpointId: own.endpointId, ...more };
      expect(await ask(document, { endpointId: companys.endpointId, ...more }, manager())).toEqual(['NOT_FOUND']);
      expect(await ask(document, onOwn, e02.staff['ESTATE_MANAGER']!)).toEqual(['NOT_FOUND']);
      expect(await ask(document, onOwn, cedar.staff['COMPANY_ADMIN']!)).toEqual(['NOT_FOUND']);
      expect(await ask(document, onOwn, e01.staff['FRONT_DESK']!)).toEqual(['FORBIDDEN']);
      expect(await ask(document, onOwn, e01.resident)).toEqual(['FORBIDDEN']);
      expect(await ask(document, onOwn, null)).toEqual(['UNAUTHENTICATED']);
      expect(await ask(document, onOwn, manager())).toEqual(expect.not.arrayContaining([expect.any(String)]));
    }
    for (const person of [e01.staff['FRONT_DESK']!, e01.resident, story.harbour.staff['QUALITY_OFFICER']!])
      expect((await server.query(LIST, {}, person)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test('an address that can never be reached safely, and types that name none, are refused with the field', async () => {
    for (const url of [
      'http://example.com/hook',
      'https://10.0.0.1/',
      'https://[::ffff:169.254.169.254]/',
      'https://user:word@example.com/',
      'ftp://example.com',
      'hook',
    ])
      expect(await ask(CREATE, input({ url }), admin())).toEqual(['input.url']);
    for (const eventTypes of [[], ['repairs'], ['ticket.*', "x'; drop"]])
      expect(await ask(CREATE, input({ eventTypes }), admin())).toEqual(['input.eventTypes']);
    expect(await ask(CREATE, input({ name: ' ' }), admin())).toEqual(['input.name']);
    const { endpointId } = await create(admin());
    expect(await ask(REPLAY, { endpointId, after: 'x' }, admin())).toEqual(['input.after']);
  });
});
