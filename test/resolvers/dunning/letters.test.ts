import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const CASE = `{ id stage letterGround limitationDay servedOn version visits refusals owed { kind ownerPost dueAt }
  letters { id ground sentOn servedOn eligibleWhenSent droppedAt arrears { amount } arrearsFrom arrearsUntil }
  services { id document method outcome proven receiptNumber notarised arrears { amount } arrearsFrom arrearsUntil evidence { id kind } servedBy { id } }
  steps { id evidence { kind } } }`;
const LETTERS = `{ id state fileNumber sentOn lawFirm version proposedBy { id } letters { id droppedAt sentOn case { id stage } } }`;
const DEBTORS = `{ id state showsNames notarised version lines { unit { id } amount { amount } debtor { id } } }`;
const APPROVAL = `approval { id state version subject { ... on LetterList ${LETTERS} ... on DebtorList ${DEBTORS.replace(' state', ' board: state')} } }`;
const SELECTION: Readonly<Record<string, string>> = {
  proposeLawyerLetters: APPROVAL,
  resubmitLawyerLetters: APPROVAL,
  proposeDebtorList: APPROVAL,
  reviewApproval: APPROVAL,
  grantApproval: APPROVAL,
  sendBackApproval: APPROVAL,
  withdrawApproval: APPROVAL,
  fileLawyerLetters: `list ${LETTERS}`,
  sendLawyerLetters: `list ${LETTERS}`,
  postDebtorList: `list ${DEBTORS}`,
};

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('lawyer’s letters, and what proves that they were served', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = new Date('2026-04-01T02:00:00Z');
  const clock: Clock = { now: () => new Date(now) };
  const debts: string[] = [];

  beforeAll(async () => {
    house = await openTestHouse({ clock, poolSize: 16 });
    story = await tellStory(house.database);
    ask = await askThrough(house);
    for (const [i, unit] of e01().units.entries()) {
      const payerId = e01().resident.subjectId;
      const { id: chargeId } = await done(
        of('ACCOUNTANT'),
        'raiseCharge',
        {
          ...{ unitId: unit.id, payerId, kind: 'PROPERTY_FEE', amount: yuan(`${i + 1}00`) },
          ...{ fromDay: '2026-01-01', untilDay: '2026-02-01', dueDay: i < 2 ? '2026-01-31' : '2026-03-15' },
        },
        'charge { id }',
      );
      debts.push((await done(of('STEWARD'), 'openDunning', { chargeId })).id);
    }
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role] ?? story.harbour.staff[role]!;
  const at = (instant: string): void => {
    now = new Date(instant);
  };
  const say = (
    person: StoryPerson,
    verb: string,
    input: object,
    selection = SELECTION[verb] ?? `case ${CASE}`,
  ): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${selection} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object, selection?: string): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input, selection);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { cursor, ...payload } = data[verb] as Record<string, unknown>;
    expect(cursor).toEqual(expect.any(String));
    return Object.values(payload)[0];
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const caseNow = async (id: string): Promise<any> =>
    (await ask(of('STEWARD'), `query ($id: ID!) { dunningCase(id: $id) ${CASE} }`, { id })).data.dunningCase;
  const file = async (caseId: string, kind: string): Promise<string> => {
    const { id } = await done(
      of('STEWARD'),
      'requestUpload',
      { subjectKind: 'DUNNING_CASE', subjectId: caseId, kind, purpose: 'EVIDENCE', bytes: 100, name: '回执.jpg' },
      'attachment { id }',
    );
    await house.database.superuser.query(
      `update attachment set state = 'READY', sha256 = 'x', media_type = 'image/jpeg', ready_at = now() where id = $1`,
      [id],
    );
    return id;
  };
  const pay = (amount: string, chargeUnit: number) =>
    done(
      of('CASHIER'),
      'recordPayment',
      { payerId: e01().resident.subjectId, unitId: e01().units[chargeUnit]!.id, method: 'CASH', amount: yuan(amount) },
      'payment { id }',
    );

  test('R-DUN-07, R-DUN-08, R-DUN-10, R-ORG-68 · a letter without two months or two refusals is refused and nothing is written; a list is reviewed, approved, filed', async () => {
    const [first, second, third] = debts as [string, string, string];
    const list = { estateId: e01().id, caseIds: [first, third] };
    expect(await caseNow(first)).toMatchObject({ letterGround: 'TIME', owed: [{ kind: 'DUNNING_VISIT' }] });
    expect(await refused(of('SERVICE_MANAGER'), 'proposeLawyerLetters', list)).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-DUN-07', caseId: third, refusals: 0, months: 2, visits: 2 },
    });
    expect(await refused(of('STEWARD'), 'proposeLawyerLetters', list)).toMatchObject({
      code: 'FORBIDDEN',
      action: 'dunning.lead',
    });
    expect(await caseNow(first)).toMatchObject({ stage: 'OVERDUE', letters: [], version: 1 });
    const team = [of('STEWARD').subjectId, of('CASHIER').subjectId];
    for (const occurredAt of ['2026-03-28T10:00:00+08:00', '2026-03-29T10:00:00+08:00'])
      await done(of('STEWARD'), 'recordDunningStep', {
        caseId: third,
        kind: 'HOME_VISIT',
        outcome: 'REFUSED',
        teamIds: team,
        occurredAt,
      });
    const asked = await done(of('SERVICE_MANAGER'), 'proposeLawyerLetters', {
      estateId: e01().id,
      caseIds: [third, first, second],
    });
    expect(asked).toMatchObject({ state: 'IN_REVIEW', subject: { state: 'PROPOSED', letters: [{}, {}, {}] } });
    expect(await caseNow(third)).toMatchObject({
      ...{ stage: 'LETTER_PROPOSED', refusals: 2 },
      letters: [
        {
          ground: 'VISITS',
          sentOn: null,
          arrears: { amount: '300.00' },
          arrearsFrom: '2026-01-01',
          arrearsUntil: '2026-02-01',
        },
      ],
    });
    expect(await refused(of('SERVICE_MANAGER'), 'proposeLawyerLetters', list)).toMatchObject({ rule: 'R-DUN-10' });
    const approvalId = asked.id as string;
    const listId = asked.subject.id as string;
    const lawFirm = '君合律师事务所';
    for (const [verb, more] of [
      ['fileLawyerLetters', { fileNumber: '2026-001' }],
      ['sendLawyerLetters', { lawFirm }],
    ] as const)
      expect(await refused(of('SERVICE_MANAGER'), verb, { listId, ...more })).toMatchObject({
        code: 'RULE_REFUSED',
        rule: 'R-DUN-10',
      });
    expect(await refused(of('COMPANY_LEADER'), 'grantApproval', { approvalId })).toMatchObject({ rule: 'Q-18' });
    await done(of('FINANCE_OFFICER'), 'reviewApproval', { approvalId });
    expect(await done(of('COMPANY_LEADER'), 'grantApproval', { approvalId })).toMatchObject({
      state: 'APPROVED',
      subject: { state: 'APPROVED' },
    });
    expect(await caseNow(first)).toMatchObject({ stage: 'LETTER_APPROVED' });
    expect(await refused(of('SERVICE_MANAGER'), 'sendLawyerLetters', { listId, lawFirm })).toMatchObject({
      rule: 'R-DUN-10',
    });
    expect(await done(of('SERVICE_MANAGER'), 'fileLawyerLetters', { listId, fileNumber: '2026-001' })).toMatchObject({
      ...{ state: 'FILED', fileNumber: '2026-001', proposedBy: { id: of('SERVICE_MANAGER').subjectId } },
    });
  });

  test('R-DUN-11, D-09, D-13 · the law firm issues the letters; who has settled or is stopped meanwhile gets none; sent is not served and is to be served', async () => {
    const [first, second, third] = debts as [string, string, string];
    const { data } = await ask(of('STEWARD'), `{ letterLists(filter: { states: [FILED] }) { nodes ${LETTERS} } }`);
    const [{ id: listId, version }] = data.letterLists.nodes;
    await done(of('STEWARD'), 'holdDunning', { caseId: second, kind: 'DISPUTED' });
    expect(await refused(of('SERVICE_MANAGER'), 'sendLawyerLetters', { listId })).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: 'input.lawFirm', rule: 'R-DUN-11' },
    });
    at('2026-04-02T02:00:00Z');
    const sent = await done(of('SERVICE_MANAGER'), 'sendLawyerLetters', {
      listId,
      expectedVersion: version,
      lawFirm: '君合律师事务所',
    });
    expect(sent).toMatchObject({ state: 'SENT', sentOn: '2026-04-02', lawFirm: '君合律师事务所' });
    expect(await caseNow(second)).toMatchObject({ stage: 'OVERDUE', letters: [{ sentOn: null, droppedAt: now }] });
    expect(await caseNow(first)).toMatchObject({
      ...{ stage: 'LETTER_SENT', limitationDay: '2029-01-31', servedOn: null },
      letters: [{ sentOn: '2026-04-02', servedOn: null, eligibleWhenSent: true }],
      owed: [{ kind: 'LETTER_SERVICE', ownerPost: 'STEWARD', dueAt: new Date('2026-04-17T15:59:59.999Z') }],
    });
    expect((await caseNow(third)).stage).toBe('LETTER_SENT');
    expect(
      await refused(of('STEWARD'), 'recordService', {
        caseId: second,
        document: 'LAWYER_LETTER',
        method: 'STEWARD',
        outcome: 'SERVED',
      }),
    ).toMatchObject({
      rule: 'R-DUN-11',
    });
  });

  test('R-DUN-13, R-DUN-14, R-DUN-16, R-DUN-17 · in person, then by post where that was refused; a step that skips the order is refused and nothing is written; limitation runs from what was served', async () => {
    const [first] = debts as [string];
    const letter = { caseId: first, document: 'LAWYER_LETTER' };
    const before = await caseNow(first);
    expect(
      await refused(of('STEWARD'), 'recordService', {
        ...letter,
        method: 'POST',
        outcome: 'SERVED',
        receiptNumber: 'SF123',
      }),
    ).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-DUN-17', first: 'STEWARD' },
    });
    expect(
      await refused(of('STEWARD'), 'recordService', { ...letter, method: 'PUBLIC_NOTICE', outcome: 'SERVED' }),
    ).toMatchObject({ rule: 'Q-20' });
    expect(
      await refused(of('STEWARD'), 'recordService', {
        ...letter,
        method: 'POST',
        outcome: 'NOT_FOUND',
        receiptNumber: 'SF1',
      }),
    ).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(
      await refused(of('STEWARD'), 'recordService', {
        ...letter,
        method: 'STEWARD',
        outcome: 'REFUSED',
        receiptNumber: 'SF1',
      }),
    ).toMatchObject({
      ...{ code: 'INVALID_INPUT', rule: 'R-DUN-14' },
    });
    expect(await caseNow(first)).toEqual(before);
    const tried = await done(of('STEWARD'), 'recordService', {
      ...letter,
      method: 'STEWARD',
      outcome: 'REFUSED',
      occurredAt: '2026-04-02T09:00:00+08:00',
    });
    expect(tried).toMatchObject({
      stage: 'LETTER_SENT',
      limitationDay: '2029-01-31',
      services: [{ outcome: 'REFUSED', proven: true }],
    });
    const slip = await file(first, 'COURIER_SLIP');
    at('2026-04-05T02:00:00Z');
    const posted = await done(of('STEWARD'), 'recordService', {
      ...{ ...letter, method: 'POST', outcome: 'SERVED', receiptNumber: 'SF1234567', attachmentIds: [slip] },
    });
    expect(posted).toMatchObject({
      stage: 'LETTER_SERVED',
      servedOn: '2026-04-05',
      limitationDay: '2029-04-05',
      owed: [],
    });
    expect(posted.letters).toMatchObject([{ servedOn: '2026-04-05' }]);
    expect(posted.services[1]).toMatchObject({
      ...{ method: 'POST', outcome: 'SERVED', proven: true, receiptNumber: 'SF1234567', evidence: [{ id: slip }] },
      ...{
        arrears: { amount: '100.00' },
        arrearsFrom: '2026-01-01',
        arrearsUntil: '2026-02-01',
        servedBy: { id: of('STEWARD').subjectId },
      },
    });
    expect(
      await refused(of('STEWARD'), 'recordService', { ...letter, method: 'STEWARD', outcome: 'SERVED' }),
    ).toMatchObject({ rule: 'R-DUN-11' });
  });

  test('R-DUN-12 · what proves a step or a service may come later; files of something else prove nothing', async () => {
    const [first, , third] = debts as [string, string, string];
    const signed = await done(of('STEWARD'), 'recordService', {
      caseId: third,
      document: 'LAWYER_LETTER',
      method: 'STEWARD',
      outcome: 'NOT_FOUND',
    });
    const notice = await done(of('STEWARD'), 'recordService', {
      caseId: first,
      document: 'PAYMENT_NOTICE',
      method: 'STEWARD',
      outcome: 'SERVED',
    });
    const serviceId = notice.services.at(-1).id as string;
    expect(notice.services.at(-1)).toMatchObject({ proven: false, evidence: [] });
    const theirs = await file(third, 'SIGNATURE');
    expect(
      await refused(of('STEWARD'), 'addDunningEvidence', { caseId: first, serviceId, attachmentIds: [theirs] }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await refused(of('STEWARD'), 'addDunningEvidence', { caseId: first, attachmentIds: [theirs] }),
    ).toMatchObject({ code: 'INVALID_INPUT' });
    const own = await file(first, 'SIGNATURE');
    const proven = await done(of('STEWARD'), 'addDunningEvidence', { caseId: first, serviceId, attachmentIds: [own] });
    expect(proven.services.at(-1)).toMatchObject({ proven: true, evidence: [{ id: own, kind: 'SIGNATURE' }] });
    expect(signed.services.at(-1)).toMatchObject({ outcome: 'NOT_FOUND', proven: true });
    const call = await file(first, 'RECORDING');
    const called = await done(of('STEWARD'), 'recordDunningStep', {
      caseId: first,
      kind: 'TELEPHONE',
      outcome: 'REFUSED',
      attachmentIds: [call],
    });
    expect(called.steps.at(-1).evidence).toEqual([{ kind: 'RECORDING' }]);
    expect(called.stage).toBe('LETTER_SERVED');
  });

  test('R-DUN-15, R-DUN-17, Q-20 · the board shows rooms and amounts of those whom neither steward nor post could serve, by the estate manager’s approval', async () => {
    const [, second, third] = debts as [string, string, string];
    const list = { estateId: e01().id, caseIds: [third] };
    expect(await refused(of('SERVICE_MANAGER'), 'proposeDebtorList', list)).toMatchObject({
      rule: 'R-DUN-17',
      first: 'POST',
    });
    expect(await refused(of('SERVICE_MANAGER'), 'proposeDebtorList', { ...list, caseIds: [second] })).toMatchObject({
      rule: 'D-13',
    });
    await done(of('STEWARD'), 'recordService', {
      caseId: third,
      document: 'LAWYER_LETTER',
      method: 'POST',
      outcome: 'UNDELIVERABLE',
      receiptNumber: 'SF9',
    });
    const asked = await done(of('SERVICE_MANAGER'), 'proposeDebtorList', list);
    expect(asked).toMatchObject({
      state: 'IN_APPROVAL',
      subject: {
        board: 'PROPOSED',
        showsNames: false,
        lines: [{ unit: { id: e01().units[2].id }, amount: { amount: '300.00' }, debtor: null }],
      },
    });
    const listId = asked.subject.id as string;
    expect(await refused(of('STEWARD'), 'postDebtorList', { listId })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'Q-20',
    });
    expect(await refused(of('SERVICE_MANAGER'), 'grantApproval', { approvalId: asked.id })).toMatchObject({
      rule: 'R-ORG-68',
    });
    await done(of('ESTATE_MANAGER'), 'grantApproval', { approvalId: asked.id });
    at('2026-04-10T02:00:00Z');
    expect(await done(of('STEWARD'), 'postDebtorList', { listId, notarised: true })).toMatchObject({
      state: 'POSTED',
      notarised: true,
    });
    const served = await caseNow(third);
    expect(served).toMatchObject({ stage: 'LETTER_SERVED', servedOn: '2026-04-10', limitationDay: '2029-04-10' });
    expect(served.services.at(-1)).toMatchObject({
      method: 'PUBLIC_NOTICE',
      outcome: 'SERVED',
      notarised: true,
      proven: false,
    });
    const shown = await ask(of('FRONT_DESK'), `query ($id: ID!) { debtorList(id: $id) ${DEBTORS} }`, { id: listId });
    expect(shown.data.debtorList.lines).toEqual([{ unit: { id: e01().units[2].id }, amount: null, debtor: null }]);
    for (const stranger of [story.harbour.e02.staff['STEWARD']!, story.cedar.e01.staff['ESTATE_MANAGER']!]) {
      const documents = `query ($id: ID!) { debtorList(id: $id) { id } }`;
      expect((await ask(stranger, documents, { id: listId })).facts).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
  });

  test('Q-18, R-DUN-10, D-13 · a list that was sent back is asked for again with the debtors of the day; withdrawn, its cases stand where their steps have brought them; a letter of who has paid is never sent', async () => {
    const [, second] = debts as [string, string, string];
    const held = await ask(of('STEWARD'), `query ($id: ID!) { dunningCase(id: $id) { holds { id } } }`, { id: second });
    await done(of('STEWARD'), 'releaseDunningHold', { caseId: second, holdId: held.data.dunningCase.holds[0].id });
    const asked = await done(of('SERVICE_MANAGER'), 'proposeLawyerLetters', { estateId: e01().id, caseIds: [second] });
    await done(of('FINANCE_OFFICER'), 'sendBackApproval', { approvalId: asked.id, reason: '金额待核' });
    const again = await done(of('SERVICE_MANAGER'), 'resubmitLawyerLetters', {
      approvalId: asked.id,
      caseIds: [second],
    });
    expect(again.subject.id).not.toBe(asked.subject.id);
    expect((await caseNow(second)).letters).toMatchObject([
      { droppedAt: expect.anything() as unknown },
      { droppedAt: expect.anything() as unknown },
      { droppedAt: null },
    ]);
    await done(of('SERVICE_MANAGER'), 'withdrawApproval', { approvalId: asked.id });
    expect(await caseNow(second)).toMatchObject({ stage: 'OVERDUE' });
    const third = await done(of('SERVICE_MANAGER'), 'proposeLawyerLetters', { estateId: e01().id, caseIds: [second] });
    await pay('600', 1);
    expect(await caseNow(second)).toMatchObject({ stage: 'CLOSED' });
    await done(of('FINANCE_OFFICER'), 'reviewApproval', { approvalId: third.id });
    const granted = await done(of('COMPANY_LEADER'), 'grantApproval', { approvalId: third.id });
    expect(granted.subject.letters).toMatchObject([
      { droppedAt: expect.anything() as unknown, case: { stage: 'CLOSED' } },
    ]);
    const { rows } = await house.database.superuser.query(
      `select 1 from event where (type like 'dunning.%' or type like 'letterList.%') and facts::text ~ '君合|SF|金额'`,
    );
    expect(rows).toEqual([]);
  });

  test('M-DUN-05, M-DUN-10 · letters to those who may get one, and documents served by each method, are figures of head office', async () => {
    const { data } = await ask(
      story.harbour.staff['QUALITY_OFFICER'],
      `{ portfolioScorecard(period: { from: "2025-01-01", to: "2028-01-01" }, metrics: [LETTER_TO_ELIGIBLE, DOCUMENTS_SERVED]) { metrics { value numerator denominator } }
         metricBreakdown(period: { from: "2025-01-01", to: "2028-01-01" }, metric: DOCUMENTS_SERVED, by: SERVICE_METHOD) { segment metric { numerator } } }`,
    );
    const [letters, served] = data.portfolioScorecard.metrics;
    const sent = await house.database.superuser.query(
      'select count(*)::text as sent from lawyer_letter where company_id = $1 and sent_on is not null',
      [story.harbour.id],
    );
    expect(letters).toEqual({ value: '100.0', numerator: sent.rows[0].sent, denominator: sent.rows[0].sent });
    const parts = data.metricBreakdown as { segment: string; metric: { numerator: string } }[];
    expect(parts.map(({ segment }) => segment).sort()).toEqual(['POST', 'PUBLIC_NOTICE', 'STEWARD']);
    expect(parts.reduce((sum, { metric }) => sum + Number(metric.numerator), 0)).toBe(Number(served.numerator));
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('M-DUN-09, M-DUN-01, R-DUN-12, R-DUN-13, R-DUN-14, R-DUN-15 · attempts of service with all that proves them are those whose record says so', async () => {
    const { data } = await ask(
      story.harbour.staff['QUALITY_OFFICER'],
      `{ portfolioScorecard(period: { from: "2025-01-01", to: "2028-01-01" }, metrics: [SERVICE_PROVEN, DEBTORS_VISITED]) { metrics { numerator denominator } }
         metricBreakdown(period: { from: "2025-01-01", to: "2028-01-01" }, metric: SERVICE_PROVEN, by: SERVICE_METHOD) { segment metric { numerator denominator } }
         dunningCases(first: 100) { nodes { services { method proven arrearsFrom arrearsUntil } } } }`,
    );
    const services = (data.dunningCases.nodes as { services: Record<string, unknown>[] }[]).flatMap(
      (each) => each.services,
    );
    const whole = services.filter(({ proven, arrearsFrom, arrearsUntil }) => proven && arrearsFrom && arrearsUntil);
    expect(whole.length).toBeGreaterThan(0);
    expect(whole.length).toBeLessThan(services.length);
    expect(data.portfolioScorecard.metrics[0]).toEqual({
      ...{ numerator: String(whole.length), denominator: String(services.length) },
    });
    for (const { segment, metric } of data.metricBreakdown as { segment: string; metric: Record<string, string> }[])
      expect(metric).toEqual({
        numerator: String(whole.filter(({ method }) => method === segment).length),
        denominator: String(services.filter(({ method }) => method === segment).length),
      });
  });
});
