import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const LIST = `query ($filter: NotificationFilter, $first: Int, $after: String) {
  unreadNotificationCount
  notifications(filter: $filter, first: $first, after: $after) {
    nodes { id kind occurredAt createdAt readAt ticket { id number } estate { code } }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;
const MARK = `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { marked unreadCount cursor } }`;
const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id number } cursor } }`;
const LIVE = `subscription ($after: Cursor) { notificationEvents(after: $after) { cursor type unreadCount notification { kind ticket { number } } } }`;

describe('notifications at the doors', () => {
  let server: TestServer;
  let story: Story;
  let e01: Story['harbour']['e01'];

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database);
    e01 = story.harbour.e01;
  });
  afterAll(() => server.close());

  const report = async (): Promise<string> => {
    const input = {
      estateId: e01.id,
      unitId: e01.units[0].id,
      customerId: e01.resident.subjectId,
      channel: 'PHONE',
      urgency: 'ORDINARY',
      subject: 'a tap drips',
    };
    const { data } = await server.query(REPORT, { input }, e01.staff['FRONT_DESK']);
    return data.reportRepair.repair.number as string;
  };
  const list = (person: StoryPerson | null, variables: object = {}) =>
    server.query(LIST, { ...variables }, person).then(({ data, extensions, errors }) => ({ data, extensions, errors }));
  const mark = (person: StoryPerson | null, input: object) => server.query(MARK, { input }, person);
  const others = (): StoryPerson[] => [
    e01.next,
    e01.former,
    e01.staff['FRONT_DESK']!,
    story.harbour.staff['COMPANY_ADMIN']!,
    story.harbour.e02.resident,
    story.cedar.e01.resident,
    story.cedar.staff['COMPANY_ADMIN']!,
  ];

  test('D-30 · a person reads the own notifications, newest first; nobody else of whatever role sees one', async () => {
    const numbers = [await report(), await report()];
    const { data } = await list(e01.resident);
    expect(data.unreadNotificationCount).toBe(2);
    expect(data.notifications).toMatchObject({
      nodes: numbers.reverse().map((number) => ({
        kind: 'REPAIR_TAKEN',
        readAt: null,
        ticket: { number },
        estate: { code: 'E01' },
      })),
      totalCount: 2,
    });
    const first = await list(e01.resident, { first: 1 });
    expect(first.data.notifications.pageInfo.hasNextPage).toBe(true);
    const second = await list(e01.resident, { first: 1, after: first.data.notifications.pageInfo.endCursor });
    expect(second.data.notifications.nodes[0].ticket.number).toBe(numbers[1]);
    for (const person of others()) {
      const { data: seen } = await list(person);
      expect({ person: person.login, seen }).toEqual({
        person: person.login,
        seen: expect.objectContaining({ unreadNotificationCount: 0 }),
      });
      expect(seen.notifications.nodes).toEqual([]);
    }
    expect((await list(null)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  test('marks by id: the first reading stands, and ids of others are NOT_FOUND for whoever asks', async () => {
    await report();
    const { data } = await list(e01.resident, { filter: { unread: true } });
    const ids = (data.notifications.nodes as { id: string }[]).map((node) => node.id);
    for (const person of others())
      expect((await mark(person, { ids: [ids[0]] })).errors?.[0]?.extensions).toEqual({
        code: 'NOT_FOUND',
        what: 'notification',
      });
    expect((await mark(null, { ids })).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect((await mark(e01.resident, { ids: [ids[0], crypto.randomUUID()] })).errors?.[0]?.extensions['code']).toBe(
      'NOT_FOUND',
    );
    expect((await mark(e01.resident, { ids: [ids[0]] })).data.markNotificationsRead).toMatchObject({
      marked: 1,
      unreadCount: ids.length - 1,
    });
    const readAt = async (): Promise<unknown> =>
      (await list(e01.resident, { filter: { unread: false } })).data.notifications.nodes[0].readAt;
    const before = await readAt();
    expect((await mark(e01.resident, { ids: [ids[0]] })).data.markNotificationsRead.marked).toBe(0);
    expect(await readAt()).toBe(before);
  });

  test('marks all up to the cursor of the list that was shown, and nothing that came later', async () => {
    await report();
    const shown = await list(e01.resident);
    await report();
    const { data } = await mark(e01.resident, { upTo: shown.extensions?.['cursor'] });
    expect(data.markNotificationsRead).toMatchObject({ marked: shown.data.unreadNotificationCount, unreadCount: 1 });
  });

  test.each([
    [{}, 'input'],
    [{ ids: [], upTo: 'x' }, 'input'],
    [{ upTo: 'AAAAAAAAAAAAAAAAAAAAAAAAAA' }, 'input.upTo'],
    [{ ids: Array.from({ length: 1001 }, () => crypto.randomUUID()) }, undefined],
  ])('a mark without sense is refused: %#', async (input, path) => {
    const refusal = (await mark(e01.resident, input)).errors?.[0]?.extensions;
    expect(refusal).toMatchObject(
      path ? { code: 'INVALID_INPUT', path } : { code: expect.stringMatching(/INVALID|LIMIT/) },
    );
  });

  test('live: told and read, in order, from any cursor; a neighbour hears nothing', async () => {
    const { extensions } = await list(e01.resident);
    const after = extensions?.['cursor'];
    const number = await report();
    const client = await server.socket(e01.resident);
    const neighbour = await server.socket(e01.next);
    const live = client.iterate<{ notificationEvents: { cursor: string } }>({ query: LIVE, variables: { after } });
    const silent = neighbour.iterate({ query: LIVE, variables: { after } });
    const heard = silent.next();
    const first = (await live.next()).value as { data: { notificationEvents: Record<string, unknown> } };
    expect(first.data.notificationEvents).toMatchObject({
      type: 'notification.TOLD',
      notification: { kind: 'REPAIR_TAKEN', ticket: { number } },
    });
    await mark(e01.resident, { upTo: first.data.notificationEvents['cursor'] });
    const second = (await live.next()).value as { data: { notificationEvents: Record<string, unknown> } };
    expect(second.data.notificationEvents).toMatchObject({
      type: 'notification.READ',
      notification: null,
      unreadCount: 0,
    });
    await live.return?.();
    await silent.return?.();
    expect(await heard).toMatchObject({ done: true });
    await Promise.all([client.dispose(), neighbour.dispose()]);
  });
});
