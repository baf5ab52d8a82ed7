import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { openLiaisonLetterFeed } from '../../../src/events/liaison-letter-feed.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { eventsOf } from '../../support/feed-events.js';
import { staffAreTold } from '../../support/staff-told.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const LETTER = `{ id number stage sourceKind sourceId subject matter proposal draftedAt sentAt dueAt overdue ageDays passedAt answeredAt disputes feedbackMode feedback closedAt withdrawnAt withdrawReason version
  estate { code } department { code } draftedBy { id } sentBy { id } closedBy { id } ticket { id liaisonLetters { id } }
  answers { round answer answeredAt inTime disputedAt disputeReason department { code } answeredBy { id } disputedBy { id } } }`;
const OWED = `query ($kinds: [ObligationKind!]) { obligations(filter: { kinds: $kinds }, first: 50) { nodes { kind state dueAt ownerPost subjectKind liaisonLetter { id } } } }`;
/** Ten in the morning in Shanghai, a Tuesday; the 20th is a Sunday that is worked. */
const MORNING = new Date('2026-09-15T02:00:00Z');
const WORDS = {
  subject: '3栋1201漏水',
  matter: '王小明（13812345678）家漏水，涉及开发商。',
  proposal: '请工程部协调。',
};

describe('work liaison letters', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let departmentId: string;
  let now = MORNING;
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
    departmentId = await createDepartment({ code: 'FIN', name: '财务部' });
    await house.database.superuser.query('update staff set department_id = $1 where id = $2', [
      departmentId,
      story.harbour.staff['FINANCE_OFFICER']!.subjectId,
    ]);
  });
  beforeEach(() => {
    now = MORNING;
  });
  afterAll(() => house.close());

  const of = (role: string): StoryPerson => story.harbour.e01.staff[role] ?? story.harbour.staff[role]!;
  const createDepartment = async (input: object): Promise<string> => {
    const text = 'mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { department { id } } }';
    const made = await ask(of('COMPANY_ADMIN'), text, { input });
    expect(made.refusals).toEqual([]);
    return made.data.createDepartment.department.id as string;
  };
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor liaisonLetter ${LETTER} } }`, {
      input,
    });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals } = await say(person, verb, input);
    expect(refusals).toEqual([]);
    return data[verb].liaisonLetter;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const draft = (more: object = {}) =>
    done(of('SERVICE_SUPERVISOR'), 'draftLiaisonLetter', {
      ...{ estateId: story.harbour.e01.id, sourceKind: 'OTHER', ...WORDS, ...more },
    });
  const sent = async (more: object = {}) => {
    const { id: letterId } = await draft(more);
    return done(of('SERVICE_MANAGER'), 'sendLiaisonLetter', { letterId });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const owed = async (letterId: string): Promise<any[]> => {
    const kinds = ['LIAISON_ANSWER', 'LIAISON_FEEDBACK'];
    const { nodes } = (await ask(of('SERVICE_MANAGER'), OWED, { kinds })).data.obligations;
    return nodes.filter((each: { liaisonLetter: { id: string } }) => each.liaisonLetter.id === letterId);
  };
  const list = async (person: StoryPerson, filter: object = {}): Promise<string[]> => {
    const text = 'query ($filter: LiaisonLetterFilter) { liaisonLetters(filter: $filter, first: 50) { nodes { id } } }';
    return (await ask(person, text, { filter })).data.liaisonLetters.nodes.map(({ id }: { id: string }) => id);
  };

  test('R-ESC-01, R-ESC-02, R-ESC-03, R-ORG-17, Q-27 · a letter is drafted, numbered, sent with a proposal, answered by the window in five working days and told to the owner', async () => {
    const { id: letterId, ...drafted } = await draft({ proposal: null });
    expect(drafted).toMatchObject({
      ...{
        number: 'E01-W26-00001',
        stage: 'DRAFTED',
        sourceKind: 'OTHER',
        sourceId: null,
        proposal: null,
        sentAt: null,
      },
      ...{ dueAt: null, overdue: false, ageDays: null, answers: [], estate: { code: 'E01' }, version: 1 },
      ...{ draftedBy: { id: of('SERVICE_SUPERVISOR').subjectId } },
    });
    expect(await list(of('QUALITY_OFFICER'))).toEqual([]);
    expect(await list(of('SERVICE_MANAGER'))).toEqual([letterId]);
    expect(await refused(of('SERVICE_MANAGER'), 'sendLiaisonLetter', { letterId })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-ESC-01' },
    });
    expect(await refused(of('SERVICE_SUPERVISOR'), 'sendLiaisonLetter', { letterId })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await done(of('SERVICE_SUPERVISOR'), 'reviseLiaisonLetter', { letterId, ...WORDS, expectedVersion: 1 });
    const gone = await done(of('SERVICE_MANAGER'), 'sendLiaisonLetter', { letterId, expectedVersion: 2 });
    expect(gone).toMatchObject({ stage: 'SENT', sentAt: MORNING, proposal: WORDS.proposal, ageDays: 0, version: 3 });
    expect(gone.dueAt).toEqual(new Date('2026-09-21T15:59:59.999Z'));
    expect(await owed(letterId)).toMatchObject([
      {
        kind: 'LIAISON_ANSWER',
        state: 'OPEN',
        ownerPost: 'QUALITY_OFFICER',
        dueAt: gone.dueAt,
        subjectKind: 'LIAISON_LETTER',
      },
    ]);
    now = new Date('2026-09-18T02:00:00Z');
    const answered = await done(of('QUALITY_OFFICER'), 'answerLiaisonLetter', { letterId, answer: '开发商周五上门' });
    expect(answered).toMatchObject({
      ...{ stage: 'ANSWERED', answeredAt: now, ageDays: 3, closedAt: null },
      answers: [
        {
          round: 1,
          answer: '开发商周五上门',
          inTime: true,
          department: null,
          answeredBy: { id: of('QUALITY_OFFICER').subjectId },
        },
      ],
    });
    expect(await owed(letterId)).toMatchObject(
      [
        { kind: 'LIAISON_FEEDBACK', state: 'OPEN', ownerPost: 'SERVICE_SUPERVISOR' },
        { kind: 'LIAISON_ANSWER', state: 'FULFILLED' },
      ].toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
    );
    const early = { letterId, mode: 'PHONE', occurredAt: MORNING.toISOString() };
    expect(await refused(of('SERVICE_SUPERVISOR'), 'closeLiaisonLetter', early)).toMatchObject({
      path: 'input.occurredAt',
    });
    now = new Date('2026-09-19T02:00:00Z');
    const closed = await done(of('SERVICE_SUPERVISOR'), 'closeLiaisonLetter', {
      letterId,
      mode: 'PHONE',
      feedback: '满意',
    });
    expect(closed).toMatchObject({
      stage: 'CLOSED',
      feedbackMode: 'PHONE',
      feedback: '满意',
      closedAt: now,
      ageDays: 3,
    });
    expect((await owed(letterId)).map(({ state }) => state)).toEqual(['FULFILLED', 'FULFILLED']);
    expect(await refused(of('SERVICE_MANAGER'), 'withdrawLiaisonLetter', { letterId, reason: '无' })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-ESC-01', allowed: [] },
    });
  });

  test('R-ESC-04, R-ORG-06 · what quality cannot solve alone goes to a department of the company, which then answers too; nobody else does', async () => {
    const { id: letterId } = await sent();
    const answer = { letterId, answer: '已付款' };
    expect(await refused(of('FINANCE_OFFICER'), 'answerLiaisonLetter', answer)).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-ESC-04', stage: 'SENT' },
    });
    const own = await createDepartment({ code: 'ENG2', name: '工程部', estateId: story.harbour.e01.id });
    expect(await refused(of('QUALITY_OFFICER'), 'passLiaisonLetter', { letterId, departmentId: own })).toMatchObject({
      path: 'input.departmentId',
    });
    const passed = await done(of('QUALITY_OFFICER'), 'passLiaisonLetter', { letterId, departmentId });
    expect(passed).toMatchObject({ stage: 'PASSED', department: { code: 'FIN' }, passedAt: MORNING });
    expect(await owed(letterId)).toMatchObject([{ kind: 'LIAISON_ANSWER', state: 'OPEN', dueAt: passed.dueAt }]);
    expect(await refused(of('COMPANY_LEADER'), 'answerLiaisonLetter', answer)).toMatchObject({ rule: 'R-ESC-04' });
    expect(await done(of('FINANCE_OFFICER'), 'answerLiaisonLetter', answer)).toMatchObject({
      ...{ stage: 'ANSWERED', answers: [{ answer: '已付款', department: { code: 'FIN' } }] },
    });
  });

  test('R-ESC-03 · an answer that is not enough is owed again by a new day, and counted; a letter that waits too long is overdue', async () => {
    const { id: letterId } = await sent();
    await done(of('QUALITY_OFFICER'), 'answerLiaisonLetter', { letterId, answer: '收到' });
    now = new Date('2026-09-16T02:00:00Z');
    const again = await done(of('ESTATE_MANAGER'), 'disputeLiaisonAnswer', { letterId, reason: '没有措施' });
    expect(again).toMatchObject({
      ...{ stage: 'SENT', answeredAt: null, disputes: 1, dueAt: new Date('2026-09-22T15:59:59.999Z') },
      answers: [
        { round: 1, disputedAt: now, disputeReason: '没有措施', disputedBy: { id: of('ESTATE_MANAGER').subjectId } },
      ],
    });
    const states = (await owed(letterId)).map(({ kind, state }) => `${kind} ${state}`);
    expect(states.toSorted()).toEqual(['LIAISON_ANSWER FULFILLED', 'LIAISON_ANSWER OPEN', 'LIAISON_FEEDBACK LAPSED']);
    expect(await list(of('QUALITY_OFFICER'), { overdue: true })).toEqual([]);
    now = new Date('2026-09-24T02:00:00Z');
    expect(await list(of('QUALITY_OFFICER'), { overdue: true })).toContain(letterId);
    const late = await done(of('QUALITY_OFFICER'), 'answerLiaisonLetter', { letterId, answer: '每周巡查' });
    expect(late.answers).toMatchObject([{ inTime: true }, { round: 2, inTime: false }]);
  });

  test('R-ORG-17 · whoever complained is told of the answer; a letter about a ticket stands at it, one about a foreign ticket is refused', async () => {
    const text = 'mutation ($input: LodgeComplaintInput!) { lodgeComplaint(input: $input) { complaint { id } } }';
    const lodged = await ask(of('FRONT_DESK'), text, {
      input: { estateId: story.harbour.e01.id, channel: 'PHONE', subject: '噪音' },
    });
    const sourceId = lodged.data.lodgeComplaint.complaint.id as string;
    const letter = await sent({ sourceKind: 'COMPLAINT', sourceId });
    expect(letter.ticket).toEqual({ id: sourceId, liaisonLetters: [{ id: letter.id }] });
    await done(of('QUALITY_OFFICER'), 'answerLiaisonLetter', { letterId: letter.id, answer: '已协调' });
    expect(
      await refused(of('SERVICE_SUPERVISOR'), 'closeLiaisonLetter', { letterId: letter.id, mode: 'NOBODY' }),
    ).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-ORG-17' },
    });
    const other = { estateId: story.harbour.e01.id, ...WORDS, sourceKind: 'REPAIR', sourceId };
    expect(await refused(of('SERVICE_SUPERVISOR'), 'draftLiaisonLetter', other)).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await refused(of('SERVICE_SUPERVISOR'), 'draftLiaisonLetter', { ...other, sourceKind: 'OTHER' }),
    ).toMatchObject({
      path: 'input.sourceId',
    });
    const second = await sent({ sourceKind: 'COMPLAINT', sourceId });
    expect(
      await done(of('SERVICE_MANAGER'), 'withdrawLiaisonLetter', { letterId: second.id, reason: '已解决' }),
    ).toMatchObject({
      ...{ stage: 'WITHDRAWN', withdrawReason: '已解决', withdrawnAt: MORNING },
    });
    expect(await owed(second.id)).toMatchObject([{ state: 'LAPSED' }]);
  });

  test('R-ORG-78 · head office reads letters without telephones and households; the estate reads them whole; other estates and residents not at all', async () => {
    const { id } = await sent();
    const read = (person: StoryPerson) =>
      ask(person, 'query ($id: ID!) { liaisonLetter(id: $id) { subject matter } }', { id });
    expect((await read(of('SERVICE_MANAGER'))).data.liaisonLetter).toEqual({
      subject: WORDS.subject,
      matter: WORDS.matter,
    });
    const masked = (await read(of('QUALITY_OFFICER'))).data.liaisonLetter;
    expect(masked.subject).not.toContain('1201');
    expect(masked.matter).not.toContain('13812345678');
    const { e01, e02 } = story.harbour;
    expect((await read(e02.staff['SERVICE_MANAGER']!)).refusals).toEqual(['NOT_FOUND liaisonLetter']);
    expect((await read(e01.resident)).refusals).toEqual(['FORBIDDEN liaisonLetter']);
    expect((await read(e01.staff['STEWARD']!)).refusals).toEqual(['FORBIDDEN liaisonLetter']);
  });

  test('R-ESC-02, R-ESC-04, R-ORG-17 · the window hears of what is sent, the centre of the answer; the feed tells it all in order', async () => {
    const kinds = async (person: StoryPerson): Promise<string[]> => {
      const text = `{ notifications(filter: { kinds: [LETTER_SENT, LETTER_PASSED, LETTER_ANSWERED] }, first: 50) { nodes { kind liaisonLetter { id } } } }`;
      await staffAreTold(house, story.harbour.id);
      const { nodes } = (await ask(person, text, {})).data.notifications;
      return nodes
        .filter((each: { liaisonLetter: { id: string } }) => each.liaisonLetter.id === letterId)
        .map(({ kind }: { kind: string }) => kind);
    };
    const first = await say(of('SERVICE_SUPERVISOR'), 'draftLiaisonLetter', {
      ...{ estateId: story.harbour.e01.id, sourceKind: 'OTHER', ...WORDS },
    });
    const letterId = first.data.draftLiaisonLetter.liaisonLetter.id as string;
    await done(of('SERVICE_MANAGER'), 'sendLiaisonLetter', { letterId });
    expect(await kinds(of('QUALITY_OFFICER'))).toEqual(['LETTER_SENT']);
    await done(of('QUALITY_OFFICER'), 'passLiaisonLetter', { letterId, departmentId });
    await done(of('QUALITY_OFFICER'), 'answerLiaisonLetter', { letterId, answer: '好' });
    expect(await kinds(of('SERVICE_SUPERVISOR'))).toEqual(['LETTER_ANSWERED']);
    expect(await kinds(of('SERVICE_MANAGER'))).toEqual(['LETTER_ANSWERED']);
    const ctx = new RequestContext(house, await principalOf(house, of('QUALITY_OFFICER')), {
      ...{ requestId: 'test', address: '', transport: 'websocket' },
    });
    const feed = await openLiaisonLetterFeed(ctx, { after: first.data.draftLiaisonLetter.cursor });
    const found: string[] = [];
    for await (const event of eventsOf(house, feed)) if (found.push(event.type) === 3) break;
    await ctx.end();
    expect(found).toEqual(['liaisonLetter.SENT', 'liaisonLetter.PASSED', 'liaisonLetter.ANSWERED']);
  });

  test('M-ESC-01, M-ESC-02 · what was asked of head office is counted, what was taken back is not, and the time to the answer is what the rows say', async () => {
    const text = `{ portfolioScorecard(period: { from: "2026-09-01", to: "2026-10-01" }, metrics: [ESCALATIONS, ESCALATION_SECONDS_TO_ANSWER]) { metrics { value numerator denominator pending exclusions { reason count } } } }`;
    const { metrics } = (await ask(of('QUALITY_OFFICER'), text, {})).data.portfolioScorecard;
    const { rows } = await house.database.superuser.query<{
      asked: number;
      answered: number;
      seconds: number;
      open: number;
    }>(
      `select count(*) filter (where state <> 'LAPSED')::int as asked, count(settled_at) filter (where state <> 'LAPSED')::int as answered,
              sum(extract(epoch from settled_at - owed_since)) filter (where state <> 'LAPSED')::int as seconds,
              count(*) filter (where state = 'OPEN')::int as open
         from obligation where kind = 'LIAISON_ANSWER'`,
    );
    const { asked, answered, seconds, open } = rows[0]!;
    expect(metrics).toMatchObject([
      { value: String(asked), exclusions: [{ reason: 'NO_LONGER_OWED', count: 1 }] },
      { numerator: String(seconds), denominator: String(answered), pending: open },
    ]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('M-ESC-03, M-ESC-04, R-ESC-04 · letters that are open are told by age, and how many of those sent went to a department', async () => {
    const text = `{ portfolioScorecard(period: { from: "2026-09-01", to: "2026-10-01" }, metrics: [ESCALATIONS_OPEN, ESCALATIONS_PASSED]) { metrics { value numerator denominator exclusions { reason count } } }
      metricBreakdown(period: { from: "2026-09-01", to: "2026-10-01" }, metric: ESCALATIONS_OPEN, by: AGE) { metric { value } } }`;
    const { portfolioScorecard, metricBreakdown } = (await ask(of('QUALITY_OFFICER'), text, {})).data;
    const { rows } = await house.database.superuser.query<{ open: number; sent: number; passed: number; back: number }>(
      `select count(*) filter (where stage in ('SENT', 'PASSED', 'ANSWERED'))::int as open,
              count(*) filter (where stage <> 'WITHDRAWN')::int as sent,
              count(passed_at) filter (where stage <> 'WITHDRAWN')::int as passed,
              count(*) filter (where stage = 'WITHDRAWN')::int as back from liaison_letter where sent_at is not null`,
    );
    const { open, sent, passed, back } = rows[0]!;
    expect(passed).toBeGreaterThan(0);
    expect(back).toBeGreaterThan(0);
    expect(portfolioScorecard.metrics).toMatchObject([
      { value: String(open) },
      { numerator: String(passed), denominator: String(sent), exclusions: [{ reason: 'CANCELLED', count: back }] },
    ]);
    const byAge = metricBreakdown as { metric: { value: string } }[];
    expect(byAge.reduce((sum, { metric }) => sum + Number(metric.value), 0)).toBe(open);
  });
});
