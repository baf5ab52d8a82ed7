import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { openVisitFeed } from '../../../src/events/visit-feed.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { eventsOf as eventsOfFeed } from '../../support/feed-events.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const VISIT = `{ id stage reviewedAt reviewedBy { id } spotCheck { tookPlace accurate inUniform keptToTheMatter finding checkedBy { id } }
  items { id position kind route feedbackOwed feedback fedBackInPerson fedBackAt fedBackBy { id } ticket { kind channel unit { id } saidOnVisit { id } } } }`;
const SUMMARY = `{ id period fromDay stage text visits households required items complaints answered satisfied submittedAt decidedAt measures escalation version
  author { id } decidedBy { id } estate { code } }`;
const OWED = `query ($kinds: [ObligationKind!]) { obligations(filter: { kinds: $kinds }, first: 50) { nodes { id kind state dueAt ownerPost owner { id } subjectKind } } }`;
const MARK = `mutation ($input: AddCareMarkInput!) { addCareMark(input: $input) { careMark { id } } }`;
/** Ten in the morning in Shanghai, in the last month of a quarter. */
const MORNING = new Date('2026-09-15T02:00:00Z');

describe('what becomes of visits', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = MORNING;
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const thing = verb === 'drawVisits' ? 'drawn' : verb.endsWith('Summary') ? `summary ${SUMMARY}` : `visit ${VISIT}`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals } = await say(person, verb, input);
    expect(refusals).toEqual([]);
    return data[verb].visit ?? data[verb].summary ?? data[verb];
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const owed = async (...kinds: string[]) =>
    (await ask(of('SERVICE_SUPERVISOR'), OWED, { kinds })).data.obligations.nodes as Record<string, unknown>[];
  const at = async <T>(instant: string, work: () => Promise<T>): Promise<T> => {
    now = new Date(instant);
    try {
      return await work();
    } finally {
      now = MORNING;
    }
  };
  const record = (items: readonly object[], more: object = {}) =>
    done(of('STEWARD'), 'recordVisit', {
      ...{ unitId: e01().units[0].id, customerId: e01().resident.subjectId, mode: 'OFFICE', signature: 'SIGNED' },
      ...{ satisfaction: 'SATISFIED', submit: true, items, ...more },
    });
  const item = (kind: string, more: object = {}) => ({ topic: 'OTHER', kind, text: `${kind} 的内容`, ...more });

  test('R-VIS-19, R-VIS-25, R-VIS-29 · P-06 · a month owes its summary, and the last one of a quarter its report and a spot-check', async () => {
    expect(await done(of('SERVICE_SUPERVISOR'), 'drawVisits', { estateId: e01().id })).toMatchObject({ drawn: 3 });
    expect(await owed('VISIT_SUMMARY', 'VISIT_REPORT', 'VISIT_SPOT_CHECK')).toMatchObject([
      { kind: 'VISIT_SPOT_CHECK', ownerPost: 'SERVICE_MANAGER', dueAt: new Date('2026-09-30T15:59:59.999Z') },
      { kind: 'VISIT_SUMMARY', ownerPost: 'SERVICE_SUPERVISOR', dueAt: new Date('2026-10-05T15:59:59.999Z') },
      { kind: 'VISIT_REPORT', ownerPost: 'SERVICE_SUPERVISOR', dueAt: new Date('2026-10-05T15:59:59.999Z') },
    ]);
  });

  test('R-VIS-18 · the supervisor reads the record, and every item goes to its own procedure', async () => {
    const visit = await record(['OPINION', 'SUGGESTION', 'REQUEST', 'NEED', 'COMPLAINT'].map((kind) => item(kind)));
    const [, , request, need] = visit.items as { id: string }[];
    const input = { visitId: visit.id, routes: [{ itemId: request!.id, to: 'REPAIR' }] };
    expect(await refused(of('STEWARD'), 'reviewVisit', input)).toEqual({ code: 'FORBIDDEN', action: 'visit.review' });
    expect(await refused(of('SERVICE_SUPERVISOR'), 'reviewVisit', input)).toMatchObject({ code: 'INVALID_INPUT' });
    const foreign = [{ itemId: visit.id, to: 'NOTED' }];
    expect(
      await refused(of('SERVICE_SUPERVISOR'), 'reviewVisit', { visitId: visit.id, routes: foreign }),
    ).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const routes = [...input.routes, { itemId: need!.id, to: 'ENQUIRY' }];
    const read = await done(of('SERVICE_SUPERVISOR'), 'reviewVisit', { visitId: visit.id, routes });
    expect(read).toMatchObject({
      stage: 'REVIEWED',
      reviewedAt: MORNING,
      reviewedBy: { id: of('SERVICE_SUPERVISOR').subjectId },
    });
    const made = (kind: string) => ({
      ...{ kind, channel: 'OWNER_VISIT', unit: { id: e01().units[0].id } },
      saidOnVisit: { id: visit.id },
    });
    expect(read.items).toMatchObject([
      { route: 'NOTED', ticket: null },
      { route: 'SUGGESTION', ticket: made('SUGGESTION') },
      { route: 'REPAIR', ticket: made('REPAIR') },
      { route: 'ENQUIRY', ticket: made('ENQUIRY') },
      { route: 'COMPLAINT', ticket: made('COMPLAINT') },
    ]);
    expect(await refused(of('SERVICE_SUPERVISOR'), 'reviewVisit', { visitId: visit.id })).toMatchObject({
      rule: 'R-VIS-18',
    });
  });

  test('R-VIS-14 · feedback is owed in person: told by telephone it is recorded and still owed', async () => {
    const visit = await record([item('OPINION', { feedbackOwed: true }), item('COMPLAINT', { feedbackOwed: true })]);
    const itemId = visit.items[0].id as string;
    expect(await owed('VISIT_FEEDBACK')).toMatchObject([
      {
        state: 'OPEN',
        subjectKind: 'VISIT_ITEM',
        owner: { id: of('STEWARD').subjectId },
        dueAt: new Date('2026-09-22T02:00:00Z'),
      },
    ]);
    const called = await done(of('FRONT_DESK'), 'giveVisitFeedback', { itemId, inPerson: false, text: '已安排' });
    expect(called.items[0]).toMatchObject({ feedback: '已安排', fedBackInPerson: false });
    expect(await owed('VISIT_FEEDBACK')).toMatchObject([{ state: 'OPEN' }]);
    const told = await done(of('STEWARD'), 'giveVisitFeedback', { itemId, inPerson: true, text: '已当面说明' });
    expect(told.items[0]).toMatchObject({
      ...{ feedback: '已当面说明', fedBackInPerson: true, fedBackAt: MORNING },
      fedBackBy: { id: of('STEWARD').subjectId },
    });
    expect(await owed('VISIT_FEEDBACK')).toMatchObject([{ state: 'FULFILLED' }]);
    const { data } = await ask(e01().resident, `{ ownerVisits { nodes ${VISIT} } }`, {});
    expect(data.ownerVisits.nodes[0].items[0]).toMatchObject({ feedback: '已当面说明' });
    const early = { itemId, inPerson: true, text: '早', occurredAt: '2026-09-01T02:00:00Z' };
    expect(await refused(of('STEWARD'), 'giveVisitFeedback', early)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('R-ORG-34, D-15 · special care is looked after on a visit, and only that of the household or the customer', async () => {
    const mark = async (unitId: string): Promise<string> => {
      const input = { unitId, kind: 'KEY_SERVICE' };
      return (await ask(of('SERVICE_SUPERVISOR'), MARK, { input })).data.addCareMark.careMark.id as string;
    };
    const [own, other] = [await mark(e01().units[0].id), await mark(e01().units[1].id)];
    await record([], { careMarkIds: [own] });
    expect((await owed('CARE_CHECK')).map(({ state }) => state).sort()).toEqual(['FULFILLED', 'OPEN', 'OPEN']);
    const visit = { unitId: e01().units[0].id, mode: 'HOME', signature: 'SIGNED', careMarkIds: [other] };
    expect(await refused(of('STEWARD'), 'recordVisit', visit)).toEqual({ code: 'NOT_FOUND', what: 'careMark' });
  });

  test('R-VIS-21, R-VIS-22, R-VIS-25, R-ORG-68 · the manager spot-checks a visit and how the visitor went about it, never the own one', async () => {
    const visit = await record([]);
    const good = { visitId: visit.id, tookPlace: true, accurate: true, inUniform: true, keptToTheMatter: true };
    expect(await refused(of('SERVICE_MANAGER'), 'checkVisit', { ...good, inUniform: false })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const own = await done(of('SERVICE_MANAGER'), 'recordVisit', {
      unitId: e01().units[1].id,
      mode: 'OFFICE',
      signature: 'SIGNED',
    });
    expect(await refused(of('SERVICE_MANAGER'), 'checkVisit', { ...good, visitId: own.id })).toMatchObject({
      rule: 'R-ORG-68',
    });
    const checked = await done(of('SERVICE_MANAGER'), 'checkVisit', {
      ...good,
      inUniform: false,
      finding: '未佩戴工作证',
    });
    expect(checked.spotCheck).toEqual({
      ...{ tookPlace: true, accurate: true, inUniform: false, keptToTheMatter: true, finding: '未佩戴工作证' },
      checkedBy: { id: of('SERVICE_MANAGER').subjectId },
    });
    expect(await owed('VISIT_SPOT_CHECK')).toMatchObject([{ state: 'FULFILLED' }]);
    const { data } = await ask(
      of('SERVICE_MANAGER'),
      `{ ownerVisits(filter: { stages: [SAMPLED] }) { nodes { id } } }`,
      {},
    );
    const waiting = { ...good, visitId: data.ownerVisits.nodes[0].id as string };
    expect(await refused(of('SERVICE_MANAGER'), 'checkVisit', waiting)).toMatchObject({ rule: 'R-VIS-25' });
  });

  test('R-VIS-19, R-VIS-20, R-VIS-24, R-VIS-28 · a summary is handed in when the month is over, approved by another person in two working days, and goes on to head office', async () => {
    const input = { estateId: e01().id, period: 'MONTH', day: '2026-09-20', text: '九月走访小结' };
    expect(await refused(of('SERVICE_SUPERVISOR'), 'submitVisitSummary', input)).toMatchObject({ rule: 'R-VIS-19' });
    await at('2026-10-09T02:00:00Z', async () => {
      const summary = await done(of('SERVICE_MANAGER'), 'submitVisitSummary', input);
      expect(summary).toMatchObject({
        ...{ period: 'MONTH', fromDay: '2026-09-01', stage: 'SUBMITTED', estate: { code: 'E01' } },
        ...{ visits: 5, households: 0, required: 10, items: 7, complaints: 2, answered: 4, satisfied: 4, version: 1 },
      });
      expect(await owed('VISIT_SUMMARY')).toMatchObject([{ state: 'FULFILLED_LATE' }]);
      expect(await owed('SUMMARY_REVIEW')).toMatchObject([
        { state: 'OPEN', ownerPost: 'SERVICE_MANAGER', dueAt: new Date('2026-10-12T15:59:59.999Z') },
      ]);
      const approval = { summaryId: summary.id, measures: '增加夜间巡逻' };
      expect(await refused(of('SERVICE_MANAGER'), 'approveVisitSummary', approval)).toMatchObject({
        ...{ code: 'RULE_REFUSED', rule: 'R-ORG-68' },
      });
      const again = await done(of('SERVICE_SUPERVISOR'), 'submitVisitSummary', { ...input, text: '改过的小结' });
      expect(again).toMatchObject({ id: summary.id, text: '改过的小结', version: 2 });
      const decided = await done(of('SERVICE_MANAGER'), 'approveVisitSummary', {
        ...approval,
        escalation: '建议更换保安公司',
      });
      expect(decided).toMatchObject({
        ...{ stage: 'APPROVED', measures: '增加夜间巡逻', escalation: '建议更换保安公司' },
        decidedBy: { id: of('SERVICE_MANAGER').subjectId },
      });
      expect(await owed('SUMMARY_REVIEW')).toMatchObject([{ state: 'FULFILLED' }]);
      expect(await owed('ESCALATION_ANSWER')).toMatchObject([{ state: 'OPEN', ownerPost: 'QUALITY_OFFICER' }]);
      expect(await refused(of('SERVICE_SUPERVISOR'), 'submitVisitSummary', input)).toMatchObject({ code: 'CONFLICT' });
      expect(await refused(of('ESTATE_MANAGER'), 'approveVisitSummary', approval)).toMatchObject({ code: 'CONFLICT' });
    });
  });

  test('R-VIS-29 · the report of a quarter goes to the estate manager', async () => {
    await at('2026-10-04T02:00:00Z', async () => {
      const input = { estateId: e01().id, period: 'QUARTER', day: '2026-07-01', text: '三季度报告' };
      const report = await done(of('SERVICE_SUPERVISOR'), 'submitVisitSummary', input);
      expect(report).toMatchObject({ period: 'QUARTER', fromDay: '2026-07-01', visits: 5, required: 10 });
      expect(await owed('VISIT_REPORT')).toMatchObject([{ state: 'FULFILLED' }]);
      const read = { summaryId: report.id, measures: '已阅' };
      expect(await done(of('ESTATE_MANAGER'), 'approveVisitSummary', read)).toMatchObject({ stage: 'APPROVED' });
      const open = { ...input, day: '2026-10-01' };
      expect(await refused(of('SERVICE_SUPERVISOR'), 'submitVisitSummary', open)).toMatchObject({ rule: 'R-VIS-29' });
      const { data } = await ask(
        of('FRONT_DESK'),
        `{ visitSummaries(filter: { periods: [QUARTER] }) { nodes ${SUMMARY} } }`,
        {},
      );
      expect(data.visitSummaries.nodes).toMatchObject([{ period: 'QUARTER', text: '三季度报告' }]);
    });
  });

  test('R-VIS-05, R-VIS-14, R-VIS-17, R-VIS-19, R-VIS-20, R-VIS-25 · what is owed about visits is done at its own desk and nowhere else', async () => {
    const every = await owed('OWNER_VISIT');
    const { facts } = await ask(
      of('SERVICE_SUPERVISOR'),
      `mutation ($id: ID!) { fulfilObligation(input: { obligationId: $id }) { cursor } }`,
      { id: every[0]!['id'] },
    );
    expect(facts[0]).toMatchObject({ rule: 'R-VIS-05', fulfilledBy: 'recordVisit' });
  });

  test('R-VIS-10, R-VIS-15, D-30 · visits are told live to the estate and to the resident whose they are; the desk sees the last and the next', async () => {
    const open = async (person: StoryPerson) => {
      const ctx = new RequestContext(house, await principalOf(house, person), {
        requestId: 'test',
        address: '',
        transport: 'websocket',
      });
      return openVisitFeed(ctx, {});
    };
    const feeds = [await open(of('FRONT_DESK')), await open(e01().resident)];
    const [desk, resident] = feeds.map((feed) => eventsOfFeed(house, feed));
    const past = await record([]);
    const next = await done(of('STEWARD'), 'appointVisit', {
      ...{ unitId: e01().units[0].id, customerId: e01().resident.subjectId, mode: 'HOME', at: '2026-09-16T02:00:00Z' },
    });
    expect([(await desk!.next()).value, (await desk!.next()).value, (await desk!.next()).value]).toMatchObject([
      { type: 'visit.RECORDED', subjectId: past.id },
      { type: 'visit.SUBMITTED', subjectId: past.id },
      { type: 'visit.APPOINTED', subjectId: next.id },
    ]);
    expect([(await resident!.next()).value, (await resident!.next()).value]).toMatchObject([
      { type: 'visit.RECORDED', subjectId: past.id },
      { type: 'visit.APPOINTED', subjectId: next.id },
    ]);
    await Promise.all(feeds.map((feed) => feed.return()));
    const { rows } = await house.database.superuser.query<{ phone: string }>(
      'select phone from customer where company_id = $1 and id = $2',
      [story.harbour.id, e01().resident.subjectId],
    );
    const document = `query ($estateId: ID!, $phone: String!) { caller(estateId: $estateId, phone: $phone) { matches { visits { stage } } } }`;
    const { data } = await ask(of('FRONT_DESK'), document, { estateId: e01().id, phone: rows[0]!.phone });
    expect(data.caller.matches).toEqual([{ visits: [{ stage: 'SUBMITTED' }, { stage: 'APPOINTED' }] }]);
  });
});
