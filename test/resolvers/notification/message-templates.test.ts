import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NOTIFICATION_KINDS } from '../../../src/domain/notification/notification-kind.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const TEMPLATES = `{ messageTemplates { kind language version isOwn title body placeholders example { title body } versions { version title } } }`;
const SET = `mutation ($input: SetMessageTemplateInput!) { setMessageTemplate(input: $input) { cursor template { version isOwn title body } } }`;
const PREVIEW = `query ($input: PreviewMessageInput!) { previewMessage(input: $input) { title body } }`;
const TOLD = `{ notifications { nodes { kind ticket { number } zh: words { title body } en: words(language: EN) { title body } } } }`;
const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id number } } }`;

describe('people are told in words', () => {
  let server: TestServer;
  let story: Story;
  let number: string;
  const admin = (): StoryPerson => story.harbour.staff['COMPANY_ADMIN']!;

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database);
    const { e01 } = story.harbour;
    const input = {
      ...{ estateId: e01.id, unitId: e01.units[0].id, customerId: e01.resident.subjectId },
      ...{ channel: 'PHONE', urgency: 'ORDINARY', subject: 'a tap drips' },
    };
    const { data } = await server.query(REPORT, { input }, e01.staff['FRONT_DESK']);
    number = data.reportRepair.repair.number;
  });
  afterAll(() => server.close());

  const ask = async (document: string, input: object | null, who: StoryPerson | null) => {
    const { data, errors } = await server.query(document, input ? { input } : {}, who);
    return errors ? errors.map(({ extensions }) => extensions['path'] ?? extensions['code']) : data;
  };
  const told = async () => (await ask(TOLD, null, story.harbour.e01.resident)).notifications.nodes[0];
  const own = {
    kind: 'REPAIR_TAKEN',
    language: 'EN',
    title: '{estate}: taken',
    body: 'Thank you. {number}, {company}',
  };

  test('a resident reads what happened in both languages, in the words of the product', async () => {
    const seen = await told();
    expect(seen).toMatchObject({ kind: 'REPAIR_TAKEN', zh: { title: '报修已受理' }, en: { title: 'Repair taken' } });
    for (const { body } of [seen.zh, seen.en]) {
      expect(body).toContain(number);
      expect(body).not.toContain('—');
      expect(body).not.toMatch(/[{}]/);
    }
  });

  test('a company sets its own words, version by version, and goes back to those of the product', async () => {
    expect(await ask(SET, { ...own, expectedVersion: 0 }, admin())).toMatchObject({
      setMessageTemplate: { template: { version: 1, isOwn: true, title: own.title } },
    });
    expect((await told()).en.body).toContain(`Thank you. ${number}, `);
    expect((await told()).zh.title).toBe('报修已受理');
    expect(await ask(SET, { ...own, expectedVersion: 0 }, admin())).toEqual(['CONFLICT']);
    expect(await ask(SET, { kind: own.kind, language: 'EN', expectedVersion: 1 }, admin())).toMatchObject({
      setMessageTemplate: { template: { version: 2, isOwn: false, title: 'Repair taken' } },
    });
    expect((await told()).en.title).toBe('Repair taken');
    const { messageTemplates } = await ask(TEMPLATES, null, admin());
    expect(messageTemplates).toHaveLength(2 * NOTIFICATION_KINDS.length);
    expect(messageTemplates).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'REPAIR_TAKEN', language: 'EN', version: 2, isOwn: false },
        placeholders: ['company', 'estate', 'number'],
        versions: [
          { version: 2, title: null },
          { version: 1, title: own.title },
        ],
      }),
    );
    const { rows } = await server.house.database.superuser.query<{ all: string }>(
      `select string_agg(facts::text, ' ') as all from event where type = 'notification.TEMPLATE_SET'`,
    );
    expect(rows[0]?.all).not.toContain('Thank you');
  });

  test('words that name what such a message does not know are refused with the field, in a preview too', async () => {
    for (const document of [SET, PREVIEW]) {
      const input = document === SET ? own : { kind: own.kind, title: own.title, body: own.body };
      expect(await ask(document, { ...input, body: 'for {name}' }, admin())).toEqual(['input.body']);
      expect(await ask(document, { ...input, title: '{endpoint}' }, admin())).toEqual(['input.title']);
      expect(await ask(document, { ...input, title: ' ' }, admin())).toEqual(['input.title']);
    }
    expect(await ask(SET, { kind: own.kind, language: 'EN', title: 'alone' }, admin())).toEqual(['input.body']);
    expect(await ask(PREVIEW, { kind: 'REPAIR_DONE', title: 'x', body: '{number}' }, admin())).toEqual({
      previewMessage: { title: 'x', body: 'E01-BX-26-00042' },
    });
  });

  test('R-ORG-22 · the administrator sets words for the own company only; nobody else any', async () => {
    const { e01 } = story.harbour;
    for (const person of [e01.staff['ESTATE_MANAGER']!, e01.staff['FRONT_DESK']!, e01.resident]) {
      expect(await ask(SET, own, person)).toEqual(['FORBIDDEN']);
      expect(await ask(TEMPLATES, null, person)).toEqual(['FORBIDDEN']);
    }
    for (const [document, input] of [
      [SET, own],
      [TEMPLATES, null],
      [PREVIEW, { kind: own.kind, title: 'x', body: 'y' }],
    ] as const)
      expect(await ask(document, input, null)).toEqual(['UNAUTHENTICATED']);
    await ask(SET, { ...own, title: 'cedar' }, story.cedar.staff['COMPANY_ADMIN']!);
    expect((await told()).en.title).toBe('Repair taken');
  });
});
