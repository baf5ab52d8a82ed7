import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attach } from '../../support/files.js';
import { picture } from '../../support/pictures.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id number contentHash } } }`;
const FORM = `query ($id: ID!, $language: FormLanguage) { ticket(id: $id) { ... on RepairOrder { printedForm(language: $language) { url expiresAt } } } }`;

describe('the work order on paper', () => {
  let server: TestServer;
  let story: Story;
  let e01: Story['harbour']['e01'];
  let order: { id: string; number: string; contentHash: string };

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database);
    e01 = story.harbour.e01;
    const input = {
      estateId: e01.id,
      unitId: e01.units[0].id,
      customerId: e01.resident.subjectId,
      channel: 'PHONE',
      urgency: 'EMERGENCY',
      subject: '水管爆裂 <script>alert(1)</script>',
      description: 'first line\n"second" & <b>line</b>',
      contactName: '王小明',
      contactPhone: '13812345678',
    };
    order = (await server.query(REPORT, { input }, e01.staff['FRONT_DESK'])).data.reportRepair.repair;
    await attach(server, e01.staff['TECHNICIAN']!, order.id, await picture(), {
      name: '"><img src=x>.jpg',
      purpose: 'AFTER',
    });
  });
  afterAll(() => server.close());

  const open = async (person: StoryPerson, language = 'ZH_CN'): Promise<Response> => {
    const { data } = await server.query(FORM, { id: order.id, language }, person);
    return fetch(new URL(data.ticket.printedForm.url, server.url));
  };

  test('R-RPR-11 · R-RPR-12 · it has the order, places for both signatures and the seal, and the hash that they bind', async () => {
    const answer = await open(e01.staff['FRONT_DESK']!);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const page = await answer.text();
    for (const text of [
      '客户区域维修工作单',
      order.number,
      '王小明',
      '13812345678',
      '客户签字',
      '部门负责人签字',
      '盖章处',
      order.contentHash,
    ])
      expect(page).toContain(text);
    expect(await (await open(e01.staff['FRONT_DESK']!, 'EN')).text()).toContain('Head of department');
  });

  test('nothing that somebody typed is markup, and the page may run no script', async () => {
    const answer = await open(e01.staff['FRONT_DESK']!);
    const page = await answer.text();
    expect(page).not.toMatch(/<script|<b>line|<img src=x/);
    expect(page).toContain('&lt;script&gt;');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self';/);
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const image = /<figure><img src="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await fetch(new URL(image, server.url))).headers.get('content-type')).toBe('image/jpeg');
  });

  test('R-ORG-78 · it is filled under the rights of whoever asked: masked for head office, without staff for residents', async () => {
    const masked = await (await open(story.harbour.staff['QUALITY_OFFICER']!)).text();
    expect(masked).toContain('138****5678');
    expect(masked).not.toContain('王小明');
    expect((await open(e01.resident)).status).toBe(200);
  });

  test('a link that is altered, over, about something foreign, or of a lost right opens nothing', async () => {
    const { data } = await server.query(FORM, { id: order.id }, e01.staff['FRONT_DESK']);
    const url: string = data.ticket.printedForm.url;
    const { links, database, principals } = server.house;
    const soon = new Date(Date.now() + 60_000);
    const desk = e01.staff['FRONT_DESK']!;
    const stranger = story.cedar.e01.staff['FRONT_DESK']!;
    for (const path of [
      url.replace('ZH_CN', 'EN'),
      links.write(
        'forms',
        [story.harbour.id, desk.accountId, 'WORK_ORDER', order.id, 'ZH_CN'],
        new Date(Date.now() - 1),
      ),
      links.write('forms', [story.harbour.id, desk.accountId, 'PAYROLL', order.id, 'ZH_CN'], soon),
      links.write('forms', [story.cedar.id, stranger.accountId, 'WORK_ORDER', order.id, 'ZH_CN'], soon),
      links.write(
        'forms',
        [story.harbour.id, story.harbour.e02.staff['FRONT_DESK']!.accountId, 'WORK_ORDER', order.id, 'ZH_CN'],
        soon,
      ),
      links.write('forms', [story.harbour.id, stranger.accountId, 'WORK_ORDER', order.id, 'ZH_CN'], soon),
    ])
      expect([path, (await fetch(new URL(path, server.url))).status]).toEqual([path, 404]);
    await database.superuser.query('update account set disabled_at = now() where id = $1', [desk.accountId]);
    principals.drop(story.harbour.id);
    expect((await fetch(new URL(url, server.url))).status).toBe(404);
  });
});
