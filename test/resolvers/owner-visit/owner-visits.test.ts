import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { drawVisitsJob } from '../../../src/jobs/owner-visit/draw-visits.job.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const VISIT = `{ id stage organiser sampled drawnMonth assignedPost mode visitorPost appointmentAt visitedAt signature satisfaction submittedAt version
  unit { id } customer { id } visitor { id } cycle { number occupied visited endedAt }
  flags { counts inQuietHours quietHoursReason unannounced repeated byOtherPost }
  items { position topic kind text satisfaction feedbackOwed ticket { id kind channel subject saidOnVisit { id } } } }`;
const VISITS = `query ($filter: OwnerVisitFilter) { ownerVisits(filter: $filter, first: 50) { nodes ${VISIT} totalCount } }`;
const MONTHS = `{ visitMonths { nodes { month households occupied percent required byManager bySupervisor carried drawn estate { code }
  progress { visited byManager bySupervisor waiting outOfTurn inQuietHours unannounced } } } }`;
const OWED = `query ($kinds: [ObligationKind!]) { obligations(filter: { kinds: $kinds }, first: 50) { nodes { kind state dueAt ownerPost owner { id } subjectKind subjectId } } }`;
/** Ten in the morning in Shanghai. */
const MORNING = new Date('2026-11-25T02:00:00Z');
const EVENING = '2026-11-25T13:30:00Z';

describe('visits to households', () => {
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
  const e02 = () => story.harbour.e02;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const thing = verb === 'drawVisits' ? 'drawn month { month drawn }' : `visit ${VISIT}`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals } = await say(person, verb, input);
    expect(refusals).toEqual([]);
    return data[verb].visit ?? data[verb];
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const draw = () =>
    drawVisitsJob.run({
      house,
      principal: systemPrincipal(story.harbour.id),
      signal: AbortSignal.timeout(60_000),
    } as unknown as Parameters<typeof drawVisitsJob.run>[0]);
  const visits = async (person: StoryPerson, filter: object = {}) =>
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
    (await ask(person, VISITS, { filter })).data.ownerVisits.nodes as any[];
  const owed = async (kind: string, person = of('SERVICE_SUPERVISOR')) =>
    (await ask(person, OWED, { kinds: [kind] })).data.obligations.nodes as Record<string, unknown>[];
  const at = async <T>(instant: string, work: () => Promise<T>): Promise<T> => {
    now = new Date(instant);
    try {
      return await work();
    } finally {
      now = MORNING;
    }
  };

  test('R-VIS-05, R-VIS-09, R-VIS-01, R-VIS-03 · D-28, Q-38 · the program draws the month of every estate once, and owes each household by its last day', async () => {
    await draw();
    await draw();
    const { data } = await ask(of('SERVICE_SUPERVISOR'), MONTHS);
    expect(data.visitMonths.nodes).toEqual([
      {
        month: '2026-11-01',
        ...{ households: 3, occupied: 3, percent: 4, required: 10, byManager: 5, bySupervisor: 5 },
        ...{ carried: 0, drawn: 3, estate: { code: 'E01' } },
        progress: {
          visited: 0,
          byManager: 0,
          bySupervisor: 0,
          waiting: 3,
          outOfTurn: 0,
          inQuietHours: 0,
          unannounced: 0,
        },
      },
    ]);
    const drawn = await visits(of('STEWARD'));
    expect(drawn.map(({ unit }) => unit.id).sort()).toEqual(
      e01()
        .units.map(({ id }) => id)
        .sort(),
    );
    expect(drawn[0]).toMatchObject({
      ...{ stage: 'SAMPLED', sampled: true, drawnMonth: '2026-11-01', assignedPost: 'SERVICE_MANAGER' },
      ...{ cycle: { number: 1, occupied: 3, visited: 0, endedAt: null }, flags: null, items: [], organiser: 'ESTATE' },
    });
    const obligations = await owed('OWNER_VISIT');
    expect(obligations).toHaveLength(3);
    expect(obligations[0]).toMatchObject({
      ...{ state: 'OPEN', ownerPost: 'SERVICE_MANAGER', subjectKind: 'OWNER_VISIT' },
      dueAt: new Date('2026-11-30T15:59:59.999Z'),
    });
    expect(await visits(e01().resident)).toEqual([]);
  });

  test('R-VIS-09, D-04 · a draw by hand that repeats a household is refused by rule id', async () => {
    const unitIds = [e01().units[0].id];
    expect(await refused(of('SERVICE_SUPERVISOR'), 'drawVisits', { estateId: e01().id, unitIds })).toEqual({
      code: 'RULE_REFUSED',
      rule: 'R-VIS-09',
      unitIds,
    });
    expect(await done(of('SERVICE_SUPERVISOR'), 'drawVisits', { estateId: e01().id })).toMatchObject({ drawn: 0 });
    expect(
      await refused(of('SERVICE_SUPERVISOR'), 'drawVisits', { estateId: e01().id, unitIds: [e02().units[0].id] }),
    ).toEqual({ code: 'NOT_FOUND', what: 'unit' });
  });

  test('R-VIS-10, R-VIS-11, R-VIS-23 · an appointment at 21:30 is refused, one at seven is agreed, and the resident sees it', async () => {
    const [visit] = await visits(of('STEWARD'), { unitId: e01().units[0].id });
    const input = { visitId: visit.id, customerId: e01().resident.subjectId, mode: 'HOME', at: EVENING };
    expect(await refused(of('STEWARD'), 'appointVisit', input)).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-VIS-11',
    });
    expect(await refused(of('ESTATE_MANAGER'), 'appointVisit', { ...input, at: '2026-11-25T11:00:00Z' })).toMatchObject(
      {
        code: 'RULE_REFUSED',
        rule: 'R-VIS-23',
      },
    );
    const agreed = await done(of('STEWARD'), 'appointVisit', { ...input, at: '2026-11-25T11:00:00Z' });
    expect(agreed).toMatchObject({ stage: 'APPOINTED', visitorPost: 'STEWARD', version: 2 });
    expect(await visits(e01().resident)).toMatchObject([
      { id: visit.id, stage: 'APPOINTED', cycle: null, flags: null },
    ]);
    expect(await visits(e01().next)).toEqual([]);
  });

  test('R-VIS-14, R-VIS-15, R-VIS-16, R-VIS-17, R-VIS-18, R-VIS-27, R-VIS-33 · a visit is recorded with what was said; a complaint becomes one at once, linked both ways', async () => {
    const [visit] = await visits(of('STEWARD'), { unitId: e01().units[0].id });
    const recorded = await at('2026-11-25T11:10:00Z', () =>
      done(of('STEWARD'), 'recordVisit', {
        visitId: visit.id,
        ...{ mode: 'HOME', signature: 'REFUSED', satisfaction: 'NEUTRAL' },
        items: [
          { topic: 'CLEANING', kind: 'OPINION', text: '楼道很干净', satisfaction: 'SATISFIED' },
          { topic: 'SECURITY', kind: 'COMPLAINT', text: '保安夜里睡觉', feedbackOwed: true },
        ],
      }),
    );
    expect(recorded).toMatchObject({
      ...{ stage: 'RECORDED', signature: 'REFUSED', visitedAt: new Date('2026-11-25T11:10:00Z') },
      flags: { counts: true, inQuietHours: false, unannounced: false, repeated: false, byOtherPost: false },
      cycle: { number: 1, visited: 1 },
      items: [
        { position: 1, topic: 'CLEANING', kind: 'OPINION', feedbackOwed: false, ticket: null },
        {
          ...{ position: 2, kind: 'COMPLAINT', feedbackOwed: true },
          ticket: { kind: 'COMPLAINT', channel: 'OWNER_VISIT', subject: '保安夜里睡觉', saidOnVisit: { id: visit.id } },
        },
      ],
    });
    const mine = (await owed('OWNER_VISIT')).find(({ subjectId }) => subjectId === visit.id);
    expect(mine).toMatchObject({ state: 'FULFILLED' });
    expect(await owed('VISIT_RECORD')).toMatchObject([
      { state: 'OPEN', owner: { id: of('STEWARD').subjectId }, dueAt: new Date('2026-11-26T15:59:59.999Z') },
    ]);
    expect(await visits(e01().resident)).toMatchObject([
      { stage: 'RECORDED', items: [{ position: 1 }, { position: 2 }] },
    ]);
    const { rows } = await house.database.superuser.query<{ event: string }>(
      `select row_to_json(event)::text as event from event where company_id = $1`,
      [story.harbour.id],
    );
    expect(rows.map((row) => row.event).join()).not.toMatch(/楼道很干净|保安夜里睡觉/);
    expect(
      await refused(of('STEWARD'), 'recordVisit', { visitId: visit.id, mode: 'HOME', signature: 'SIGNED' }),
    ).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-VIS-15' });
    const submitted = await at('2026-11-26T10:00:00Z', () =>
      done(of('STEWARD'), 'submitVisitRecord', { visitId: visit.id }),
    );
    expect(submitted).toMatchObject({ stage: 'SUBMITTED', submittedAt: new Date('2026-11-26T10:00:00Z') });
    expect(await owed('VISIT_RECORD')).toMatchObject([{ state: 'FULFILLED' }]);
  });

  test('D-03, D-04, R-VIS-09, R-VIS-10, R-VIS-11 · a visit at 21:30, unannounced and out of turn, is recorded, flagged and counted', async () => {
    const unitId = e01().units[0].id;
    const input = { unitId, mode: 'HOME', signature: 'NOT_ASKED', quietHoursReason: '业主只有晚上在家' };
    const late = await at('2026-11-25T14:00:00Z', () =>
      done(of('ESTATE_MANAGER'), 'recordVisit', { ...input, occurredAt: EVENING }),
    );
    expect(late).toMatchObject({
      ...{ sampled: false, visitorPost: null },
      flags: {
        ...{ counts: false, inQuietHours: true, quietHoursReason: '业主只有晚上在家' },
        ...{ unannounced: true, repeated: true, byOtherPost: true },
      },
    });
    expect(await visits(of('FRONT_DESK'), { flagged: true })).toMatchObject([{ id: late.id }]);
    const { data } = await ask(of('SERVICE_SUPERVISOR'), MONTHS);
    expect(data.visitMonths.nodes[0].progress).toEqual({
      ...{ visited: 1, byManager: 0, bySupervisor: 0, waiting: 2, outOfTurn: 1, inQuietHours: 1, unannounced: 1 },
    });
    expect(await refused(of('STEWARD'), 'recordVisit', { ...input, visitId: late.id })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('R-CBK-08 · a callback is no visit: it counts for no quota, may repeat a customer, and nobody is drawn by it', async () => {
    const home = { unitId: e01().units[1].id, customerId: e01().next.subjectId };
    const { data } = await ask(
      of('FRONT_DESK'),
      `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`,
      { input: { estateId: e01().id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'tap', ...home } },
    );
    const ticketId = data.reportRepair.repair.id as string;
    for (const verb of ['forwardRepair', 'acceptRepair', 'startRepair', 'completeRepair']) {
      const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
      const by = of(verb === 'forwardRepair' ? 'FRONT_DESK' : 'TECHNICIAN');
      await ask(by, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor } }`, { input: { ticketId } });
    }
    const answer = { outcome: 'REACHED', solved: true, satisfaction: 'SATISFIED' };
    const { refusals } = await ask(
      of('STEWARD'),
      `mutation ($input: RecordCallbackInput!) { recordCallback(input: $input) { cursor } }`,
      { input: { ticketId, mode: 'FACE_TO_FACE', ...answer } },
    );
    expect(refusals).toEqual([]);
    const months = (await ask(of('SERVICE_SUPERVISOR'), MONTHS)).data.visitMonths.nodes;
    expect(months[0].progress).toMatchObject({ visited: 1, waiting: 2 });
    expect(await visits(of('STEWARD'), { unitId: home.unitId })).toMatchObject([{ stage: 'SAMPLED' }]);
  });

  test("R-VIS-09 · Q-34 · the company's own visits block repeats and count for nothing", async () => {
    const unitId = e02().units[0].id;
    const visit = await done(story.harbour.staff['QUALITY_OFFICER']!, 'recordVisit', {
      ...{ unitId, organiser: 'COMPANY', mode: 'OFFICE', signature: 'SIGNED', submit: true },
    });
    expect(visit).toMatchObject({
      ...{ stage: 'SUBMITTED', organiser: 'COMPANY' },
      flags: { counts: false, repeated: false, unannounced: false, byOtherPost: false },
    });
    const input = { estateId: e02().id, unitIds: [unitId] };
    expect(await refused(of('SERVICE_SUPERVISOR', e02()), 'drawVisits', input)).toMatchObject({ rule: 'R-VIS-09' });
  });

  /** How far the cycle of the first estate has come. */
  const coverage = async (): Promise<unknown> => {
    const { data } = await ask(
      story.harbour.staff['QUALITY_OFFICER'],
      `query ($estateIds: [ID!]) { portfolioScorecard(period: { from: "2026-01-01", to: "2027-01-01" }, estateIds: $estateIds,
         metrics: [VISIT_CYCLE_COVERAGE]) { metrics { value numerator denominator } } }`,
      { estateIds: [e01().id] },
    );
    return data.portfolioScorecard.metrics[0];
  };

  test('R-VIS-09, Q-35, M-VIS-04 · the cycle covers households one by one and ends when everybody was visited, and the next one draws nobody again this month', async () => {
    const waiting = await visits(of('STEWARD'), { estateIds: [e01().id], stages: ['SAMPLED'] });
    expect(waiting).toHaveLength(2);
    const record = (visit: { id: string }, role: string) =>
      done(of(role), 'recordVisit', { visitId: visit.id, mode: 'TELEPHONE', signature: 'NOT_ASKED' });
    expect(await record(waiting[0], 'SERVICE_MANAGER')).toMatchObject({ cycle: { visited: 2, endedAt: null } });
    expect(await coverage()).toEqual({ value: '66.7', numerator: '2', denominator: '3' });
    expect(await record(waiting[1], 'SERVICE_SUPERVISOR')).toMatchObject({ cycle: { visited: 3, endedAt: MORNING } });
    expect(await visits(of('STEWARD'), { stages: ['SAMPLED'] })).toEqual([]);
    expect(await coverage()).toEqual({ value: '0.0', numerator: '0', denominator: '3' });
    await at('2026-12-01T02:00:00Z', draw);
    const next = await visits(of('STEWARD'), { stages: ['SAMPLED'] });
    expect(next).toHaveLength(3);
    expect(next[0]).toMatchObject({ cycle: { number: 2, visited: 0 }, drawnMonth: '2026-12-01' });
    expect(await coverage()).toEqual({ value: '0.0', numerator: '0', denominator: '3' });
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('M-VIS-01, M-VIS-02, M-VIS-03 · the quota of a month and the visits of manager and supervisor are figures of head office', async () => {
    const { data } = await ask(
      story.harbour.staff['QUALITY_OFFICER'],
      `query ($estateIds: [ID!]) { portfolioScorecard(period: { from: "2026-11-01", to: "2026-12-01" }, estateIds: $estateIds,
         metrics: [VISIT_QUOTA, MANAGER_VISITS, SUPERVISOR_VISITS]) { metrics { value numerator denominator attained } } }`,
      { estateIds: [e01().id] },
    );
    expect(data.portfolioScorecard.metrics).toEqual([
      { value: '30.0', numerator: '3', denominator: '10', attained: false },
      { value: '20.0', numerator: '1', denominator: '5', attained: false },
      { value: '20.0', numerator: '1', denominator: '5', attained: false },
    ]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('R-VIS-05, R-VIS-09 · what a month leaves is carried into the next one, not drawn again, and owed anew', async () => {
    await at('2027-01-01T02:00:00Z', async () => {
      await house.database.superuser.query(
        `insert into unit_state (company_id, unit_id, from_day, estate_id, state) values ($1, $2, '2026-12-20', $3, 'VACANT')`,
        [story.harbour.id, e01().units[2].id, e01().id],
      );
      await draw();
      const { data } = await ask(of('SERVICE_SUPERVISOR'), MONTHS);
      expect(data.visitMonths.nodes[0]).toMatchObject({ month: '2027-01-01', occupied: 2, carried: 2, drawn: 0 });
      expect(await visits(of('STEWARD'), { stages: ['DROPPED'] })).toMatchObject([{ unit: { id: e01().units[2].id } }]);
      const states = (await owed('OWNER_VISIT')).map(({ state }) => state).sort();
      expect(states).toEqual(['FULFILLED', 'FULFILLED', 'FULFILLED', 'LAPSED', 'OPEN', 'OPEN', 'OPEN', 'OPEN']);
    });
  });
});
