import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { openFeeFeed } from '../../../src/events/fee-feed.js';
import { noticeRunJob } from '../../../src/jobs/payment-notice/notice-run.job.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { noticeChunk } from '../../../src/services/payment-notice/notice-chunk.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { eventsOf } from '../../support/feed-events.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const COUNTS = '{ toSeal toBring delivered refused early onTime late ended }';
const RUN = `{ id stage month grouping withArrears payersDone notices version finishedAt amount { amount } counts ${COUNTS} estate { code } startedBy { id } }`;
const NOTICE = `{ id number month state fromDay untilDay dueDay seal sealedAt broughtAt timing endedAt withdrawalReason version
  current { amount } arrears { amount } total { amount } unit { id } payer { id } steward { id } sealedBy { id } run { id } estate { code }
  replaces { id } replacedBy { id } lines { kind dueDay isArrears open { amount } charge { id } unit { id } }
  deliveries { outcome receivedBy timing byOtherPost at broughtBy { id } } }`;
const LIST = `query ($filter: PaymentNoticeFilter) { paymentNotices(filter: $filter, first: 50) { nodes ${NOTICE} totalCount } }`;
const ROUND = `query ($id: ID!, $steward: ID) { paymentNoticeRound(estateId: $id, stewardId: $steward) { nodes { id unit { code } } totalCount } }`;
const OWED = `query ($filter: ObligationFilter) { obligations(filter: $filter, first: 50) { nodes { kind state dueAt settledAt ownerPost owner { id } } } }`;
const RUN_VERBS = ['startPaymentNoticeRun', 'confirmPaymentNoticeRun', 'cancelPaymentNoticeRun'];
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const APRIL = '2026-04-01';

describe('payment notices', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = new Date('2026-03-15T02:00:00Z');
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock, poolSize: 16 });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role]!;
  const at = (instant: string): void => {
    now = new Date(instant);
  };
  const selectionOf = (verb: string): string =>
    RUN_VERBS.includes(verb) ? `run ${RUN}` : verb === 'sealPaymentNotices' ? `sealed run ${RUN}` : `notice ${NOTICE}`;
  const say = (person: StoryPerson, verb: string, input: object, selection = selectionOf(verb)): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${selection} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object, selection?: string): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input, selection);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { cursor, ...payload } = data[verb] as Record<string, unknown>;
    expect(cursor).toEqual(expect.any(String));
    return payload['run'] && verb !== 'sealPaymentNotices' ? payload['run'] : (payload['notice'] ?? payload);
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const charge = async (more: object = {}): Promise<string> => {
    const { charge: raised } = await done(
      of('ACCOUNTANT'),
      'raiseCharge',
      {
        ...{ unitId: e01().units[0].id, payerId: e01().resident.subjectId, kind: 'PROPERTY_FEE', amount: yuan('300') },
        ...{ fromDay: '2026-04-01', untilDay: '2026-05-01', dueDay: '2026-04-20', ...more },
      },
      'charge { id }',
    );
    return raised.id as string;
  };
  const pay = (amount: string, payerId = e01().resident.subjectId) =>
    done(of('CASHIER'), 'recordPayment', { payerId, method: 'CASH', amount: yuan(amount) }, 'payment { id }');
  const work = (rowId: string) =>
    noticeRunJob.run({
      ...{ house, principal: systemPrincipal(story.harbour.id), rowId, signal: AbortSignal.timeout(60_000) },
    } as unknown as Parameters<typeof noticeRunJob.run>[0]);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const runNow = async (id: string, person = of('ACCOUNTANT')): Promise<any> =>
    (await ask(person, `query ($id: ID!) { paymentNoticeRun(id: $id) ${RUN} }`, { id })).data.paymentNoticeRun;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const list = async (filter: object, person = of('ACCOUNTANT')): Promise<any[]> =>
    (await ask(person, LIST, { filter })).data.paymentNotices.nodes;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const owed = async (): Promise<any[]> =>
    (await ask(of('ESTATE_MANAGER'), OWED, { filter: { kinds: ['PAYMENT_NOTICE_ROUND'] } })).data.obligations.nodes;
  const draw = async (more: object = {}): Promise<string> => {
    const run = await done(of('ACCOUNTANT'), 'startPaymentNoticeRun', { estateId: e01().id, month: APRIL, ...more });
    await work(run.id);
    await done(of('ACCOUNTANT'), 'confirmPaymentNoticeRun', { runId: run.id });
    await work(run.id);
    return run.id as string;
  };
  const seal = (runId: string, more: object = {}) => done(of('FRONT_DESK'), 'sealPaymentNotices', { runId, ...more });
  const bring = (noticeId: string, outcome: string, more: object = {}, person = of('STEWARD')) =>
    done(person, 'recordNoticeDelivery', {
      ...{ noticeId, outcome, ...(outcome === 'SIGNED' ? { receivedBy: 'PAYER' } : {}), ...more },
    });

  let first: string;
  let fee: string;

  test('R-FEE-03, R-DUN-01 · a run is counted, confirmed and done: one notice a payer and unit, with what falls due and what is overdue', async () => {
    const { superuser } = house.database;
    await superuser.query(
      'insert into steward_building (company_id, staff_id, building_id, estate_id) values ($1, $2, $3, $4)',
      [story.harbour.id, of('STEWARD').subjectId, e01().buildingId, e01().id],
    );
    await charge({ fromDay: '2026-02-01', untilDay: '2026-03-01', dueDay: '2026-02-20', amount: yuan('120') });
    fee = await charge();
    await charge({ dueDay: '2026-04-10', kind: 'PARKING_FEE', amount: yuan('50.5') });
    await charge({ unitId: e01().units[1].id, payerId: e01().next.subjectId });
    await charge({ fromDay: '2026-05-01', untilDay: '2026-06-01', dueDay: '2026-05-20' });
    const input = { estateId: e01().id, month: APRIL };
    for (const [month, path] of [
      ['2026-04-02', 'input.month'],
      ['2090-01-01', 'input.month'],
    ])
      expect(await refused(of('ACCOUNTANT'), 'startPaymentNoticeRun', { ...input, month })).toMatchObject({
        code: 'INVALID_INPUT',
        path,
      });
    const run = await done(of('ACCOUNTANT'), 'startPaymentNoticeRun', input);
    expect(run).toMatchObject({ stage: 'PREVIEWING', notices: 0, grouping: 'PER_UNIT', withArrears: true });
    for (const [verb, more] of [
      ['startPaymentNoticeRun', input],
      ['confirmPaymentNoticeRun', { runId: run.id }],
    ] as const)
      expect(await refused(of('ACCOUNTANT'), verb, more)).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-FEE-03' });
    await work(run.id);
    const previewed = await runNow(run.id);
    expect(previewed).toMatchObject({ stage: 'PREVIEWED', payersDone: 2, notices: 2, amount: { amount: '770.50' } });
    expect(await list({})).toEqual([]);
    await done(of('ACCOUNTANT'), 'confirmPaymentNoticeRun', { runId: run.id, expectedVersion: previewed.version });
    await work(run.id);
    await work(run.id);
    first = run.id;
    expect(await runNow(first)).toMatchObject({
      ...{ stage: 'DONE', payersDone: 2, notices: 2, amount: { amount: '770.50' } },
      counts: { toSeal: 2, toBring: 2, delivered: 0, late: 0 },
    });
    const [mine] = await list({ payerId: e01().resident.subjectId });
    expect(mine).toMatchObject({
      ...{ state: 'DRAWN', fromDay: '2026-04-01', untilDay: '2026-05-01', dueDay: '2026-04-10' },
      ...{ current: { amount: '350.50' }, arrears: { amount: '120.00' }, total: { amount: '470.50' } },
      ...{ unit: { id: e01().units[0].id }, steward: { id: of('STEWARD').subjectId }, sealedAt: null },
      lines: [
        { dueDay: '2026-02-20', isArrears: true, open: { amount: '120.00' } },
        { dueDay: '2026-04-10', isArrears: false, open: { amount: '50.50' }, kind: 'PARKING_FEE' },
        { dueDay: '2026-04-20', isArrears: false, charge: { id: fee } },
      ],
    });
  });

  test('Q-33 · notices are numbered by estate and year without a gap, in the company’s format', async () => {
    expect((await list({ month: APRIL })).map(({ number }) => number as string).sort()).toEqual([
      'E01-N26-00001',
      'E01-N26-00002',
    ]);
    expect(await list({ number: 'E01-N26-00002' })).toHaveLength(1);
    const series = await ask(
      of('ESTATE_MANAGER'),
      'query ($id: ID!) { numberSeries(estateId: $id, subject: PAYMENT_NOTICE) { subject drawn held missing { from to } } }',
      { id: e01().id },
    );
    expect(series.data.numberSeries).toEqual([{ subject: 'PAYMENT_NOTICE', drawn: 2, held: 2, missing: [] }]);
  });

  test('R-FEE-03 · the same charge is asked for once in a month; what is billed afterwards gets a notice of its own', async () => {
    const again = await done(of('ACCOUNTANT'), 'startPaymentNoticeRun', { estateId: e01().id, month: APRIL });
    await work(again.id);
    expect(await runNow(again.id)).toMatchObject({ stage: 'PREVIEWED', notices: 0, payersDone: 0 });
    await done(of('ACCOUNTANT'), 'cancelPaymentNoticeRun', { runId: again.id });
    expect(await refused(of('ACCOUNTANT'), 'confirmPaymentNoticeRun', { runId: again.id })).toMatchObject({
      rule: 'R-FEE-03',
    });
    await charge({ kind: 'REPAIR', amount: yuan('9') });
    const run = await draw();
    const [extra] = await list({ runId: run });
    expect(extra).toMatchObject({ total: { amount: '9.00' }, arrears: { amount: '0.00' }, number: 'E01-N26-00003' });
    await done(of('ACCOUNTANT'), 'withdrawPaymentNotice', { noticeId: extra.id, reason: 'DRAWN_IN_ERROR' });
    expect((await owed()).map(({ state }) => state as string).sort()).toEqual(['LAPSED', 'OPEN']);
  });

  test('R-NTC-12, R-FEE-04, P-40 · nothing is brought without the seal; the payer reads it once it bears it', async () => {
    const [mine] = await list({ runId: first, payerId: e01().resident.subjectId });
    const deliver = { noticeId: mine.id, outcome: 'LETTER_BOX' };
    expect(await refused(of('STEWARD'), 'recordNoticeDelivery', deliver)).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-NTC-12' },
    });
    expect(await list({}, e01().resident)).toEqual([]);
    expect(await refused(of('STEWARD'), 'sealPaymentNotices', { runId: first })).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await refused(of('FRONT_DESK'), 'sealPaymentNotices', { runId: first, occurredAt: '2026-03-01T00:00:00Z' }),
    ).toMatchObject({ code: 'INVALID_INPUT', path: 'input.occurredAt' });
    expect(await seal(first, { noticeIds: [mine.id] })).toMatchObject({ sealed: 1, run: { counts: { toSeal: 1 } } });
    expect(await seal(first)).toMatchObject({ sealed: 1, run: { counts: { toSeal: 0, toBring: 2 } } });
    expect(await refused(of('FRONT_DESK'), 'sealPaymentNotices', { runId: first })).toMatchObject({ rule: 'R-NTC-12' });
    const [sealed] = await list({}, e01().resident);
    expect(sealed).toMatchObject({ id: mine.id, seal: 'SERVICE_CENTRE', total: { amount: '470.50' }, run: null });
    expect(await list({}, e01().former)).toEqual([]);
    const [shown] = await list({ payerId: e01().resident.subjectId, runId: first }, of('FRONT_DESK'));
    expect(shown).toMatchObject({ total: null, lines: [{ open: null }, { open: null }, { open: null }] });
  });

  test("R-NTC-12, R-ORG-33 · a steward's round is what is still to be brought, by building and unit, and is owed by the last day", async () => {
    const round = async (person: StoryPerson, steward: string | null = null) =>
      (await ask(person, ROUND, { id: e01().id, steward })).data.paymentNoticeRound.nodes.map(
        ({ unit }: { unit: { code: string } }) => unit.code,
      );
    expect(await round(of('STEWARD'))).toEqual(['101', '102']);
    expect(await round(of('FRONT_DESK'))).toEqual([]);
    expect(await round(of('FRONT_DESK'), of('STEWARD').subjectId)).toEqual(['101', '102']);
    expect((await owed()).filter(({ state }) => state === 'OPEN')).toMatchObject([
      { ownerPost: null, owner: { id: of('STEWARD').subjectId }, dueAt: new Date('2026-03-22T15:59:59.999Z') },
    ]);
    const [theirs] = await list({ runId: first, payerId: e01().next.subjectId });
    at('2026-03-16T02:00:00Z');
    expect(await bring(theirs.id, 'NOT_FOUND')).toMatchObject({
      ...{ state: 'SEALED', timing: null, deliveries: [{ outcome: 'NOT_FOUND', timing: 'EARLY' }] },
    });
    expect(await round(of('STEWARD'))).toEqual(['101', '102']);
  });

  test('R-FEE-03, Q-11, R-DUN-12 · it is kept when and by whom it was brought, entered later too, and whether that was on time', async () => {
    const [mine] = await list({ runId: first, payerId: e01().resident.subjectId });
    const [theirs] = await list({ runId: first, payerId: e01().next.subjectId });
    at('2026-03-24T02:00:00Z');
    for (const [more, path] of [
      [{ receivedBy: null }, 'input.receivedBy'],
      [{ occurredAt: '2026-03-25T02:00:00Z' }, 'input.occurredAt'],
      [{ occurredAt: '2026-03-01T02:00:00Z' }, 'input.occurredAt'],
    ] as [object, string][])
      expect(
        await refused(of('STEWARD'), 'recordNoticeDelivery', {
          ...{ noticeId: mine.id, outcome: 'SIGNED', receivedBy: 'PAYER' },
          ...more,
        }),
      ).toMatchObject({ code: 'INVALID_INPUT', path });
    const commandId = crypto.randomUUID();
    const late = { occurredAt: '2026-03-20T10:00:00Z', commandId, receivedBy: 'HOUSEHOLD' };
    const signed = await bring(mine.id, 'SIGNED', late);
    expect(await bring(mine.id, 'SIGNED', late)).toEqual(signed);
    expect(signed).toMatchObject({
      ...{ state: 'DELIVERED', timing: 'ON_TIME', broughtAt: new Date('2026-03-20T10:00:00Z') },
      deliveries: [{ outcome: 'SIGNED', receivedBy: 'HOUSEHOLD', byOtherPost: false }],
    });
    expect(
      await refused(of('STEWARD'), 'recordNoticeDelivery', { noticeId: mine.id, outcome: 'REFUSED' }),
    ).toMatchObject({ rule: 'R-NTC-12' });
    const paper = {
      ...{ subjectKind: 'PAYMENT_NOTICE', subjectId: mine.id, kind: 'SCAN', purpose: 'SIGNATURE', bytes: 100 },
      name: '签收单.jpg',
    };
    const { attachment } = await done(of('STEWARD'), 'requestUpload', paper, 'attachment { id }');
    await house.database.superuser.query(
      `update attachment set state = 'READY', sha256 = 'x', media_type = 'image/jpeg', ready_at = now() where id = $1`,
      [attachment.id],
    );
    const papersFor = async (person: StoryPerson): Promise<unknown> => {
      const { data } = await ask(
        person,
        'query ($id: ID!) { paymentNotice(id: $id) { attachments { id kind purpose } } }',
        { id: mine.id },
      );
      return data.paymentNotice;
    };
    const kept = { attachments: [{ id: attachment.id, kind: 'SCAN', purpose: 'SIGNATURE' }] };
    expect(await Promise.all([of('STEWARD'), of('ACCOUNTANT')].map(papersFor))).toEqual([kept, kept]);
    expect(await papersFor(e01().resident)).toEqual({ attachments: [] });
    for (const [person, code] of [
      [e01().resident, 'FORBIDDEN'],
      [of('STEWARD', story.harbour.e02), 'NOT_FOUND'],
      [story.cedar.e01.staff['STEWARD']!, 'NOT_FOUND'],
    ] as const)
      expect((await say(person, 'requestUpload', paper, 'attachment { id }')).facts[0]).toMatchObject({ code });
    const again = { expectedVersion: 1, noticeId: theirs.id, outcome: 'REFUSED' };
    expect(await refused(of('STEWARD'), 'recordNoticeDelivery', again)).toMatchObject({ code: 'CONFLICT' });
    expect(await bring(theirs.id, 'REFUSED', {}, of('FRONT_DESK'))).toMatchObject({
      ...{ state: 'REFUSED', timing: 'LATE' },
      deliveries: [{ outcome: 'NOT_FOUND' }, { outcome: 'REFUSED', byOtherPost: true, timing: 'LATE' }],
    });
    expect(await runNow(first)).toMatchObject({
      counts: { toBring: 0, delivered: 1, refused: 1, early: 0, onTime: 1, late: 1 },
    });
    expect(await list({ timings: ['LATE'] })).toMatchObject([{ id: theirs.id }]);
    expect((await owed()).filter(({ state }) => state !== 'LAPSED')).toMatchObject([
      { state: 'FULFILLED_LATE', settledAt: new Date('2026-03-24T02:00:00Z') },
    ]);
    expect(await bring(theirs.id, 'LETTER_BOX')).toMatchObject({ state: 'DELIVERED', timing: 'LATE' });
  });

  test('R-FEE-03 · what was wrong is replaced by a new notice over what is open now, which is sealed and brought anew', async () => {
    const [mine] = await list({ runId: first, payerId: e01().resident.subjectId });
    await pay('120');
    const next = await done(of('ACCOUNTANT'), 'replacePaymentNotice', { noticeId: mine.id });
    expect(next).toMatchObject({
      ...{ state: 'DRAWN', number: 'E01-N26-00004', replaces: { id: mine.id }, arrears: { amount: '0.00' } },
      ...{ total: { amount: '359.50' }, unit: { id: e01().units[0].id }, run: { id: first } },
    });
    const [old] = await list({ states: ['REPLACED'] });
    expect(old).toMatchObject({ id: mine.id, replacedBy: { id: next.id }, endedAt: expect.any(Date) as unknown });
    expect(await refused(of('ACCOUNTANT'), 'replacePaymentNotice', { noticeId: mine.id })).toMatchObject({
      rule: 'R-FEE-03',
    });
    expect((await owed()).filter(({ state }) => state === 'OPEN')).toHaveLength(1);
    await seal(first);
    await bring(next.id, 'SIGNED');
    expect((await owed()).filter(({ state }) => state === 'OPEN')).toEqual([]);
    await pay('1000');
    expect(await refused(of('ACCOUNTANT'), 'replacePaymentNotice', { noticeId: next.id })).toMatchObject({
      rule: 'R-FEE-03',
    });
    expect(await done(of('ACCOUNTANT'), 'withdrawPaymentNotice', { noticeId: next.id, reason: 'PAID' })).toMatchObject({
      state: 'WITHDRAWN',
      withdrawalReason: 'PAID',
    });
    expect((await list({ states: ['WITHDRAWN', 'REPLACED'], runId: first })).length).toBe(2);
  });

  test('R-FEE-03, D-13 · one over all units of a payer; what is disputed is not asked for, nor is what is overdue where that is not wanted', async () => {
    at('2026-04-16T02:00:00Z');
    const of103 = { unitId: e01().units[2].id, payerId: e01().next.subjectId };
    const may = { fromDay: '2026-05-01', untilDay: '2026-06-01', dueDay: '2026-05-20' };
    await charge({ ...may, ...of103 });
    await charge({ ...may, unitId: e01().units[1].id, payerId: e01().next.subjectId, amount: yuan('20') });
    const old = { fromDay: '2026-01-01', untilDay: '2026-02-01', dueDay: '2026-01-20' };
    const disputed = await charge({ ...old, ...of103, amount: yuan('77') });
    await charge({ ...old, ...of103, kind: 'WATER', amount: yuan('3') });
    const debt = await done(of('CASHIER'), 'openDunning', { chargeId: disputed }, 'case { id }');
    await done(
      of('STEWARD'),
      'holdDunning',
      { caseId: debt.case.id, kind: 'DISPUTED', chargeId: disputed },
      'case { id }',
    );
    const run = await draw({ month: '2026-05-01', grouping: 'PER_PAYER' });
    const [theirs] = await list({ runId: run, payerId: e01().next.subjectId });
    expect(theirs).toMatchObject({ unit: null, current: { amount: '320.00' } });
    expect(theirs.lines.map(({ charge: { id } }: { charge: { id: string } }) => id)).not.toContain(disputed);
    expect(theirs.lines).toContainEqual(expect.objectContaining({ open: { amount: '3.00' }, isArrears: true }));
    for (const { id } of await list({ runId: run }))
      await done(of('ACCOUNTANT'), 'withdrawPaymentNotice', { noticeId: id, reason: 'DRAWN_IN_ERROR' });
    const without = await draw({ month: '2026-05-01', withArrears: false });
    for (const { arrears } of await list({ runId: without })) expect(arrears).toEqual({ amount: '0.00' });
  });

  test('R-FEE-03 · a run that was interrupted goes on where it stood; two at once draw each notice once', async () => {
    const june = { fromDay: '2026-06-01', untilDay: '2026-07-01', dueDay: '2026-06-20', amount: yuan('5000') };
    await charge(june);
    await charge({ ...june, unitId: e01().units[1].id, payerId: e01().next.subjectId });
    const run = await done(of('ACCOUNTANT'), 'startPaymentNoticeRun', { estateId: e01().id, month: '2026-06-01' });
    await work(run.id);
    await done(of('ACCOUNTANT'), 'confirmPaymentNoticeRun', { runId: run.id });
    const chunk = () => runCommand(house, systemPrincipal(story.harbour.id), noticeChunk, { runId: run.id as string });
    await Promise.all([chunk(), chunk(), work(run.id)]);
    const { stage, notices } = await runNow(run.id);
    expect([stage, notices]).toEqual(['DONE', 2]);
    expect(await list({ runId: run.id })).toHaveLength(2);
  });

  test('R-ORG-70, D-30 · staff and payer hear what becomes of it, without amounts; another estate and a stranger see nothing', async () => {
    const [run] = (await ask(of('ACCOUNTANT'), `query { paymentNoticeRuns(first: 1) { nodes ${RUN} } }`, {})).data
      .paymentNoticeRuns.nodes;
    await seal(run.id);
    const [mine] = await list({ runId: run.id, payerId: e01().resident.subjectId });
    const context = async (person: StoryPerson) =>
      new RequestContext(house, await principalOf(house, person), {
        ...{ requestId: 'live', address: '127.0.0.1', transport: 'websocket' },
      } as never);
    const feeds = [
      await openFeeFeed(await context(of('FRONT_DESK')), {}),
      await openFeeFeed(await context(e01().resident), {}),
    ];
    const streams = feeds.map((feed) => eventsOf(house, feed));
    await bring(mine.id, 'LETTER_BOX');
    for (const stream of streams)
      expect((await stream.next()).value).toMatchObject({
        ...{ type: 'paymentNotice.DELIVERED', subjectKind: 'paymentNotice', subjectId: mine.id },
      });
    await Promise.all(feeds.map((feed) => feed.return()));
    const { rows } = await house.database.superuser.query<{ facts: object }>(
      `select facts from event where type like 'paymentNotice%'`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/Minor|amount/);
    for (const stranger of [of('STEWARD', story.harbour.e02), of('STEWARD', story.cedar.e01), e01().former]) {
      const { refusals } = await ask(stranger, 'query ($id: ID!) { paymentNotice(id: $id) { id } }', { id: mine.id });
      expect(refusals).toEqual(['NOT_FOUND paymentNotice']);
      expect(await list({}, stranger)).toEqual([]);
    }
  });

  test('M-FEE-06, R-FEE-03, Q-11 · of the notices of a month head office sees how many were brought on time, early, late and not at all; what is not brought waits until the month begins', async () => {
    const text = `query ($known: LocalDate) {
      portfolioScorecard(period: { from: "2026-01-01", to: "2027-01-01" }, metrics: [PAYMENT_NOTICE_ON_TIME], asKnownOn: $known) { metrics { numerator denominator pending exclusions { reason count } } }
      metricBreakdown(period: { from: "2026-01-01", to: "2027-01-01" }, metric: PAYMENT_NOTICE_ON_TIME, by: NOTICE_TIMING, asKnownOn: $known) { segment metric { denominator } } }`;
    const figures = async (known: string | null = null) =>
      (await ask(story.harbour.staff['QUALITY_OFFICER'], text, { known })).data;
    const { rows } = await house.database.superuser.query<Record<'timing' | 'count' | 'begun', number | string | null>>(
      `select timing, count(*)::int as count, count(*) filter (where month <= $2::date)::int as begun from payment_notice
        where company_id = $1 and state not in ('REPLACED', 'WITHDRAWN') group by timing`,
      [story.harbour.id, now.toISOString().slice(0, 10)],
    );
    const counted = (timing: string | null, what: 'count' | 'begun' = 'count'): number =>
      Number(rows.find((row) => row.timing === timing)?.[what] ?? 0);
    const brought = counted('ON_TIME') + counted('LATE') + counted('EARLY');
    expect(brought).toBeGreaterThan(0);
    expect(counted(null)).toBeGreaterThan(0);
    const [figure] = (await figures()).portfolioScorecard.metrics;
    expect(figure).toMatchObject({
      ...{ numerator: String(counted('ON_TIME')), denominator: String(brought + counted(null, 'begun')) },
      pending: counted(null) - counted(null, 'begun'),
    });
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
    now = new Date('2027-02-01T02:00:00Z');
    const later = await figures();
    expect(later.portfolioScorecard.metrics[0]).toMatchObject({
      denominator: String(brought + counted(null)),
      pending: 0,
    });
    expect(
      later.metricBreakdown.find(({ segment }: { segment: string }) => segment === 'NONE').metric.denominator,
    ).toBe(String(counted(null)));
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });
});
