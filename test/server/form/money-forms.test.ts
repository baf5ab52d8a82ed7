import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { statementName, statementOfName } from '../../../src/domain/form/statement-subject.js';
import { noticeRunJob } from '../../../src/jobs/payment-notice/notice-run.job.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const FORM = '(language: $language) { url expiresAt }';
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const STATEMENT = `query ($payer: ID, $unit: ID, $language: FormLanguage) {
  accountStatement(payerId: $payer, unitId: $unit, fromDay: "2026-01-01", untilDay: "2027-01-01") { printedForm${FORM} } }`;

describe('forms about money on paper', () => {
  let server: TestServer;
  let story: Story;
  let e01: Story['harbour']['e01'];
  let notice: { id: string; number: string };
  let receipt: { id: string; number: string };
  let sheet: { id: string };
  const clock = { now: () => new Date('2026-03-18T02:00:00Z') };

  const of = (role: string): StoryPerson => e01.staff[role]!;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object, selection: string): Promise<any> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const answer = await server.query(
      `mutation ($input: ${type}!) { ${verb}(input: $input) { ${selection} } }`,
      { input },
      person,
    );
    expect({ verb, errors: answer.errors }).toEqual({ verb, errors: undefined });
    return answer.data[verb];
  };

  beforeAll(async () => {
    server = await startTestServer({ clock });
    story = await tellStory(server.house.database);
    e01 = story.harbour.e01;
    const charge = { unitId: e01.units[0].id, payerId: e01.resident.subjectId, kind: 'PROPERTY_FEE' };
    const month = { fromDay: '2026-04-01', untilDay: '2026-05-01', dueDay: '2026-04-20', amount: yuan('1005.5') };
    await done(of('ACCOUNTANT'), 'raiseCharge', { ...charge, ...month, note: '<b>x</b>' }, 'charge { id }');
    const old = { fromDay: '2026-02-01', untilDay: '2026-03-01', dueDay: '2026-02-20', amount: yuan('77') };
    await done(of('ACCOUNTANT'), 'raiseCharge', { ...charge, ...old, kind: 'WATER' }, 'charge { id }');
    const input = { estateId: e01.id, month: '2026-04-01' };
    const { run } = await done(of('ACCOUNTANT'), 'startPaymentNoticeRun', input, 'run { id }');
    const job = { house: server.house, principal: systemPrincipal(story.harbour.id), rowId: run.id as string };
    const work = () =>
      noticeRunJob.run({ ...job, signal: AbortSignal.timeout(60_000) } as unknown as Parameters<
        typeof noticeRunJob.run
      >[0]);
    await work();
    await done(of('ACCOUNTANT'), 'confirmPaymentNoticeRun', { runId: run.id }, 'run { id }');
    await work();
    await done(of('FRONT_DESK'), 'sealPaymentNotices', { runId: run.id }, 'sealed');
    const list = await server.query('{ paymentNotices { nodes { id number } } }', {}, of('ACCOUNTANT'));
    notice = list.data.paymentNotices.nodes[0];
    const { payment } = await done(
      of('CASHIER'),
      'recordPayment',
      { payerId: e01.resident.subjectId, unitId: e01.units[0].id, method: 'CASH', amount: yuan('100.05') },
      'payment { id }',
    );
    const { book } = await done(
      of('ACCOUNTANT'),
      'drawReceiptBook',
      {
        ...{ estateId: e01.id, kind: 'RECEIPT', prefix: 'SJ', digits: 6, firstNumber: 1, lastNumber: 50 },
        holderId: of('CASHIER').subjectId,
      },
      'book { id }',
    );
    const issue = { paymentId: payment.id, bookId: book.id };
    receipt = (await done(of('CASHIER'), 'issueReceipt', issue, 'receipt { id number }')).receipt;
    const shift = { estateId: e01.id, counted: yuan('100') };
    sheet = (await done(of('CASHIER'), 'fillHandoverSheet', { ...shift, differenceReason: '少五分' }, 'sheet { id }'))
      .sheet;
  });
  afterAll(() => server.close());

  const linkOf = async (person: StoryPerson, root: string, id: string, language = 'ZH_CN'): Promise<string> => {
    const document = `query ($id: ID!, $language: FormLanguage) { ${root}(id: $id) { printedForm${FORM} } }`;
    const { data } = await server.query(document, { id, language }, person);
    return data[root].printedForm.url as string;
  };
  const fetched = (url: string): Promise<Response> => fetch(new URL(url, server.url));
  const open = async (person: StoryPerson, root: string, id: string, language?: string): Promise<string> => {
    const answer = await fetched(await linkOf(person, root, id, language));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    return answer.text();
  };

  test('R-FEE-03, R-FEE-04, R-NTC-12 · a payment notice has amounts, deadlines and days, what is overdue apart, and places for seal and receiver', async () => {
    const page = await open(of('STEWARD'), 'paymentNotice', notice.id);
    for (const text of [
      '缴费通知',
      notice.number,
      '2026-04',
      '2026-04-20',
      '1005.50',
      '往期欠费',
      '77.00',
      '1082.50 CNY',
    ])
      expect(page).toContain(text);
    for (const text of ['张三1', '101', '物业费', '水费', '2026-02-01 – 2026-02-28', '盖章处', '签收人'])
      expect(page).toContain(text);
    const english = await open(of('STEWARD'), 'paymentNotice', notice.id, 'EN');
    for (const text of ['Payment notice', 'Property-management fee', 'Overdue', 'Received by'])
      expect(english).toContain(text);
    expect(english).not.toContain('物业费');
  });

  test('R-ORG-70, R-ORG-78, D-30 · amounts are veiled for who may not see them, names for head office; the payer reads both', async () => {
    const veiled = await open(of('FRONT_DESK'), 'paymentNotice', notice.id);
    expect(veiled).not.toMatch(/1005|1082|77\.00/);
    expect(veiled).toContain('***');
    const masked = await open(story.harbour.staff['FINANCE_OFFICER']!, 'paymentNotice', notice.id);
    expect(masked).not.toContain('张三1');
    expect(masked).toContain('1082.50');
    expect(await open(e01.resident, 'paymentNotice', notice.id)).toMatch(/张三1[\s\S]*1082\.50/);
    const { links } = server.house;
    const forged = (person: StoryPerson, key: string, id: string): string =>
      links.write('forms', [person.companyId, person.accountId, key, id, 'ZH_CN'], new Date(Date.now() + 600_000));
    for (const stranger of [e01.former, story.harbour.e02.staff['STEWARD']!, story.cedar.e01.staff['STEWARD']!])
      for (const [key, id] of [
        ['PAYMENT_NOTICE', notice.id],
        ['RECEIPT', receipt.id],
        ['HANDOVER_SHEET', sheet.id],
      ] as const)
        expect([key, (await fetched(forged(stranger, key, id))).status]).toEqual([key, 404]);
  });

  test('R-CSH-03, R-CSH-04 · a receipt has the whole sum in figures and capital numerals, what it settles, and its stamp', async () => {
    const page = await open(of('CASHIER'), 'receipt', receipt.id);
    for (const text of ['收据', receipt.number, '100.05 CNY', '壹佰元零伍分', '现金收讫', '现金', '水费', '77.00'])
      expect(page).toContain(text);
    expect(page).toContain('23.05');
    expect(await open(of('CASHIER'), 'receipt', receipt.id, 'EN')).toContain('Cash received');
  });

  test('R-CSH-01, R-CSH-03, D-20 · the sheet of a shift has what came by which way, the count, and the numbers and sheets of vouchers', async () => {
    const page = await open(of('CASHIER'), 'handoverSheet', sheet.id);
    for (const text of [
      '日收入情况交接表',
      '100.05 CNY',
      '100.00 CNY',
      '-0.05 CNY',
      '少五分',
      receipt.number,
      '出纳',
      '会计',
    ])
      expect(page).toContain(text);
  });

  test('R-FEE-11, R-ORG-70 · a statement has balances and every line; of who may not read it there is none', async () => {
    const url = async (person: StoryPerson, language: string, more: object = {}): Promise<string> => {
      const variables = { payer: e01.resident.subjectId, unit: null, language, ...more };
      const { data } = await server.query(STATEMENT, variables, person);
      return data.accountStatement.printedForm.url as string;
    };
    const page = await (await fetched(await url(of('ACCOUNTANT'), 'ZH_CN'))).text();
    for (const text of ['收费对账单', '张三1', '1082.50 CNY', '100.05 CNY', '982.45 CNY', '实收'])
      expect(page).toContain(text);
    const own = await (await fetched(await url(e01.resident, 'EN'))).text();
    expect(own).toContain('Statement of account');
    const unit = { payer: e01.resident.subjectId, unit: e01.units[0].id };
    expect((await fetched(await url(of('ACCOUNTANT'), 'EN', unit))).status).toBe(200);
    const { links } = server.house;
    const name = statementName({
      ...{ payerId: e01.resident.subjectId, unitId: null, fromDay: '2026-01-01', untilDay: '2027-01-01' },
      ...{ asKnownOn: null, currency: 'CNY' },
    });
    for (const person of [of('FRONT_DESK'), e01.former, story.cedar.e01.staff['ACCOUNTANT']!]) {
      const names = [person.companyId, person.accountId, 'STATEMENT', name, 'ZH_CN'];
      expect((await fetched(links.write('forms', names, new Date(Date.now() + 600_000)))).status).toBe(404);
    }
  });

  test('R-FEE-11 · the name of a statement says whose it is and over which days, and nothing else is one', () => {
    const subject = {
      ...{ payerId: '0197f3a0-0000-7000-8000-000000000001', unitId: '0197f3a0-0000-7000-8000-000000000002' },
      ...{ fromDay: '2026-01-01', untilDay: '2027-01-01', asKnownOn: '2026-06-30', currency: 'CNY' },
    };
    expect(statementName(subject).length).toBeLessThanOrEqual(100);
    expect(statementOfName(statementName(subject))).toEqual(subject);
    const payer = { ...subject, unitId: null, asKnownOn: null };
    expect(statementOfName(statementName(payer))).toEqual(payer);
    for (const odd of ['', '.', 'x.y.z', `${statementName(subject)}.more`, '..20260101.20270101..CNY', 'a.b.c.d.e.f'])
      expect([odd, statementOfName(odd)]).toEqual([odd, null]);
  });
});
