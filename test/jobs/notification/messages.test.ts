import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { startRhythm, type Rhythm } from '../../../src/jobs/rhythm.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js';

const SET = `mutation ($input: SetMessagePreferenceInput!) { setMessagePreference(input: $input) {
  cursor preference { version language mailAddress mailKinds smsKinds wechatKinds } } }`;
const OWN = '{ messagePreference { version language mailAddress mailKinds smsKinds wechatKinds } }';
const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id number } } }`;
const MESSAGES = '{ messages(first: 1) { nodes { kind channel state reason attempts personId } } }';
const CREATE = `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpointId secret } }`;
const REMOVE = `mutation ($input: WebhookEndpointStepInput!) { removeWebhookEndpoint(input: $input) { endpointId } }`;
const PHONE = '13711112222';

describe('people are told outside the product', () => {
  let server: TestServer;
  let story: Story;
  let receiver: WebhookReceiver;
  let rhythm: Rhythm;
  const ear = rhythmEar();
  const mails: { to: string; text: string }[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('nobody') ? Object.assign(new Error('no such person'), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          text: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });

  beforeAll(async () => {
    const listening = smtp.listen(0, '127.0.0.1');
    await new Promise<void>((ready) => listening.once('listening', ready));
    const { port } = listening.address() as AddressInfo;
    server = await startTestServer({
      compareEngines: false,
      mail: { url: `smtp://127.0.0.1:${port}`, from: 'service@estates.example' },
    });
    story = await tellStory(server.house.database);
    await server.house.database.superuser.query('update customer set phone = $1 where id = $2', [
      PHONE,
      story.harbour.e01.resident.subjectId,
    ]);
    rhythm = await startRhythm(server.house, ear);
  });
  afterAll(async () => {
    await rhythm.stop();
    await server.close();
    await new Promise<void>((closed) => smtp.close(() => closed()));
  });
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());

  const resident = (): StoryPerson => story.harbour.e01.resident;
  const admin = (): StoryPerson => story.harbour.staff['COMPANY_ADMIN']!;
  const ask = async (document: string, input: object | null, who: StoryPerson | null) => {
    const { data, errors } = await server.query(document, input ? { input } : {}, who);
    return errors ? errors.map(({ extensions }) => extensions['path'] ?? extensions['code']) : data;
  };
  const prefer = (more: object) =>
    ask(SET, { language: 'EN', mailKinds: [], smsKinds: [], wechatKinds: [], ...more }, resident());
  const report = async (): Promise<string> => {
    const { e01 } = story.harbour;
    const input = {
      ...{ estateId: e01.id, unitId: e01.units[0].id, customerId: resident().subjectId },
      ...{ channel: 'PHONE', urgency: 'ORDINARY', subject: 'KANARI drips' },
    };
    const { data } = await server.query(REPORT, { input }, e01.staff['FRONT_DESK']);
    return data.reportRepair.repair.number as string;
  };
  const last = async () => (await ask(MESSAGES, null, admin())).messages.nodes[0];
  const settled = async () => {
    await ear.until(async () => !['WAITING', undefined].includes((await last())?.state));
    return last();
  };

  test('by mail, in the language that was asked for, from the company; the row has no words and no address', async () => {
    await prefer({ mailAddress: 'zhou@home.example', mailKinds: ['REPAIR_TAKEN'] });
    const number = await report();
    expect(await settled()).toEqual({
      ...{ kind: 'REPAIR_TAKEN', channel: 'MAIL', state: 'DELIVERED', reason: null, attempts: 1 },
      personId: resident().subjectId,
    });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toBe('zhou@home.example');
    expect(mails[0]?.text).toContain('Subject: Repair taken');
    expect(mails[0]?.text).toContain(number);
    expect(mails[0]?.text).not.toContain('KANARI');
    const { rows } = await server.house.database.superuser.query<{ all: string }>(
      `select (select string_agg(m::text, '') from message m) || (select string_agg(j::text, '') from pgboss.job j)
           || (select string_agg(e.facts::text, '') from event e) as all`,
    );
    expect(rows[0]?.all).not.toMatch(/zhou|KANARI|1371111/);
  });

  test('an address that the server refuses has failed, and the administrator sees it', async () => {
    await prefer({ mailAddress: 'nobody@home.example', mailKinds: ['REPAIR_TAKEN'] });
    await report();
    await ear.until(async () => (await last()).state === 'FAILED');
    expect(await last()).toMatchObject({ channel: 'MAIL', state: 'FAILED', reason: 'REFUSED', attempts: 1 });
  });

  test('by SMS and WeChat through the service of the company, signed, with the telephone there and nowhere else', async () => {
    await prefer({ smsKinds: ['REPAIR_TAKEN'], language: 'ZH_CN' });
    await report();
    await ear.until(async () => (await last()).state === 'SKIPPED');
    expect(await last()).toMatchObject({ channel: 'SMS', reason: 'NO_SERVICE', attempts: 0 });
    const { createWebhookEndpoint: made } = await ask(
      CREATE,
      { kind: 'MESSAGES', name: 'sms', url: receiver.url, eventTypes: [] },
      admin(),
    );
    await prefer({ wechatKinds: ['REPAIR_TAKEN'], language: 'ZH_CN' });
    const number = await report();
    await ear.until(async () => (await last()).state === 'DELIVERED');
    const [received] = receiver.received;
    expect(receiver.received).toHaveLength(1);
    expect(new Webhook(made.secret).verify(String(received?.body), received!.headers)).toMatchObject({
      type: 'message.WECHAT',
      data: { phone: PHONE, language: 'ZH_CN', title: '报修已受理', body: expect.stringContaining(number) },
    });
    const { rows } = await server.house.database.superuser.query(
      'select event_type, outcome from webhook_delivery where endpoint_id = $1',
      [made.endpointId],
    );
    expect(rows).toEqual([{ event_type: 'message.WECHAT', outcome: 'DELIVERED' }]);
    expect(await ask(CREATE, { kind: 'MESSAGES', name: 'x', url: receiver.url, eventTypes: ['*'] }, admin())).toEqual([
      'input.eventTypes',
    ]);
    await ask(REMOVE, { endpointId: made.endpointId }, admin());
  });

  test('only what was asked for; nobody else reads what somebody wants, and it is the asker’s own', async () => {
    await prefer({ mailAddress: 'zhou@home.example', mailKinds: ['REPAIR_DONE'] });
    const before = (await last()) as object;
    const count = async () =>
      (await server.house.database.superuser.query('select count(*)::int as n from message')).rows[0].n as number;
    const messages = await count();
    await report();
    await rhythm.stop();
    expect(await count()).toBe(messages);
    expect(await last()).toEqual(before);
    rhythm = await startRhythm(server.house, ear);
    expect((await ask(OWN, null, resident())).messagePreference).toMatchObject({ mailAddress: 'zhou@home.example' });
    for (const person of [story.harbour.e01.next, story.harbour.e01.staff['FRONT_DESK']!, admin()])
      expect((await ask(OWN, null, person)).messagePreference).toEqual({
        ...{ version: 0, language: 'ZH_CN', mailAddress: null, mailKinds: [], smsKinds: [], wechatKinds: [] },
      });
    expect(await ask(OWN, null, null)).toEqual(['UNAUTHENTICATED']);
    for (const person of [resident(), story.harbour.e01.staff['ESTATE_MANAGER']!])
      expect(await ask(MESSAGES, null, person)).toEqual(['FORBIDDEN']);
    expect((await ask(MESSAGES, null, story.cedar.staff['COMPANY_ADMIN']!)).messages.nodes).toEqual([]);
  });

  test('mail without an address, an address that is none, and another version are refused', async () => {
    expect(await prefer({ mailKinds: ['REPAIR_DONE'] })).toEqual(['input.mailAddress']);
    for (const mailAddress of ['zhou', 'a@b@c', 'a b@c.example', '<x>@c.example', 'x@c.example\r\nBcc: y@d.example'])
      expect(await prefer({ mailAddress })).toEqual(['input.mailAddress']);
    expect(await prefer({ expectedVersion: 0 })).toEqual(['CONFLICT']);
  });

  test('Q-24 · who is erased leaves no address behind, and is written to no more', async () => {
    const { superuser } = server.house.database;
    await prefer({ mailAddress: 'zhou@home.example', mailKinds: ['REPAIR_TAKEN'] });
    await runCommand(
      server.house,
      systemPrincipal(story.harbour.id),
      (ctx) => {
        ctx.record({
          ...{ type: 'people.CUSTOMER_ERASED', visibility: 'INTERNAL', facts: {}, estateId: story.harbour.e01.id },
          ...{ subjectKind: 'customer', subjectId: resident().subjectId, subjectVersion: 2 },
        });
        return Promise.resolve({});
      },
      {},
    );
    const left = async () => (await superuser.query('select 1 from message_preference')).rows.length;
    await ear.until(async () => (await left()) === 0);
    const filed = async () => (await superuser.query('select count(*)::int as n from message')).rows[0].n as number;
    const before = await filed();
    await report();
    await rhythm.stop();
    expect(await filed()).toBe(before);
  });
});
