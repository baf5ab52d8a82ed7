import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

describe('reports on paper', () => {
  let server: TestServer;
  let story: Story;
  let reportId: string;
  const clock = { now: () => new Date('2026-03-18T02:00:00Z') };
  const of = (role: string): StoryPerson => story.harbour.e01.staff[role]!;

  const done = async (person: StoryPerson, verb: string, input: object): Promise<string> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${verb}(input: $input) { report { id } } }`;
    const { data, errors } = await server.query(text, { input }, person);
    expect({ verb, errors }).toEqual({ verb, errors: undefined });
    return data[verb].report.id as string;
  };
  const open = async (person: StoryPerson, language: string): Promise<string> => {
    const text = `query ($id: ID!, $language: FormLanguage) { report(id: $id) { printedForm(language: $language) { url } } }`;
    const { data } = await server.query(text, { id: reportId, language }, person);
    const answer = await fetch(new URL(data.report.printedForm.url as string, server.url));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    return answer.text();
  };

  beforeAll(async () => {
    server = await startTestServer({ clock });
    story = await tellStory(server.house.database);
    const day = { estateId: story.harbour.e01.id, kind: 'LEADERS_ANALYSIS', day: '2026-02-10' };
    reportId = await done(of('SERVICE_MANAGER'), 'draftReport', day);
    const words = { summary: '春节前后平稳\n<b>x</b>', problems: '无', suggestions: '增开夜班' };
    await done(of('SERVICE_MANAGER'), 'writeReport', { reportId, ...words });
    await done(of('SERVICE_MANAGER'), 'submitReport', { reportId });
    await done(of('ESTATE_MANAGER'), 'approveReport', { reportId });
  });
  afterAll(() => server.close());

  test('R-RPT-20, R-RPT-21 · a report on paper has its figures, what people wrote, who handed it in and who approved it', async () => {
    const page = await open(of('ESTATE_MANAGER'), 'ZH_CN');
    for (const text of [
      '客户服务分析报告',
      '2026-02-01 – 2026-02-28',
      '已批准',
      '数据截至',
      '2026-03-17',
      '收费率',
      '增开夜班',
    ])
      expect(page).toContain(text);
    expect(page).toContain('春节前后平稳\n&lt;b&gt;x&lt;/b&gt;');
    expect(page).not.toContain('改进措施');
    const english = await open(of('ESTATE_MANAGER'), 'EN');
    for (const text of ['Analysis of customer service', 'Approved', 'Suggestions', 'Fees collected', '0.00'])
      expect(english).toContain(text);
  });

  test('R-ORG-70 · amounts in a report on paper are veiled for who may not see them', async () => {
    const veiled = await open(of('FRONT_DESK'), 'ZH_CN');
    expect(veiled).toContain('***');
    expect(veiled).not.toContain('0.00');
  });
});
