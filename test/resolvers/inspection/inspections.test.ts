import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { newId } from '../../../src/entities/new-id.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { staffAreTold } from '../../support/staff-told.js';
import { tellStory, type Story, type StoryEstate, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const FIGURES = `{ checked judged passed callbacksAsked falseCallbacks closuresAsked falseClosures score falseCallbackRate falseClosureRate }`;
const INSPECTION = `{ id roundId kind stage seed strata { stratum population sampled } onDay announced publishedAt version estate { code } period { from to }
  figures ${FIGURES} plannedBy { id } publishedBy { id }
  items { id position kind stratum point calledBack outcome happened solved note checkedAt version ticket { id } visit { id } checkedBy { id } }
  findings { id itemId category problem repeated foundBy { id } inspection { id } correctiveActions { id stage sourceKind problem inspectionFinding { id } } } }`;
/** Ten in the morning in Shanghai. */
const MORNING = new Date('2026-09-15T02:00:00Z');
const SEPTEMBER = { from: '2026-09-01', to: '2026-10-01' };

describe('inspections of estates', () => {
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
  beforeEach(() => {
    now = MORNING;
  });
  afterAll(() => house.close());

  const quality = () => story.harbour.staff['QUALITY_OFFICER']!;
  const of = (role: string): StoryPerson => story.harbour.e01.staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const made = verb.startsWith('plan') ? 'inspections' : 'inspection';
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${made} ${INSPECTION} } }`, {
      input,
    });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (verb: string, input: object): Promise<any> => {
    const { data, refusals } = await say(quality(), verb, input);
    expect(refusals).toEqual([]);
    return data[verb][verb.startsWith('plan') ? 'inspections' : 'inspection'];
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const seenBy = async (person: StoryPerson, filter: object = {}): Promise<any[]> => {
    const text = `query ($filter: InspectionFilter) { inspections(filter: $filter, first: 50) { nodes ${INSPECTION} } }`;
    return (await ask(person, text, { filter })).data.inspections.nodes;
  };
  const reported = async (estate: StoryEstate): Promise<string> => {
    const text = 'mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }';
    const input = {
      estateId: estate.id,
      unitId: estate.units[0].id,
      channel: 'PHONE',
      urgency: 'ORDINARY',
      subject: '水龙头',
    };
    const { data, refusals } = await ask(estate.staff['FRONT_DESK'], text, { input });
    expect(refusals).toEqual([]);
    return data.reportRepair.repair.id as string;
  };
  /** A repair of a household that was closed this month, with a callback in its record or without. */
  const closed = async (estate: StoryEstate, calledBack: boolean): Promise<string> => {
    const id = await reported(estate);
    const { superuser } = house.database;
    await superuser.query(`update ticket set stage = 'CLOSED', phase = 'CLOSED', closed_at = $2 where id = $1`, [
      id,
      MORNING,
    ]);
    if (calledBack)
      await superuser.query(
        `insert into callback (company_id, id, estate_id, ticket_id, staff_id, mode, outcome, solved, satisfaction, called_at, in_quiet_hours)
         values ($1, $2, $3, $4, $5, 'TELEPHONE', 'REACHED', true, 'SATISFIED', $6, false)`,
        [story.harbour.id, newId(), estate.id, id, estate.staff['FRONT_DESK']!.subjectId, MORNING],
      );
    return id;
  };
  const verify = (estates: readonly StoryEstate[], perEstate = 10) =>
    done('planVerification', { estateIds: estates.map(({ id }) => id), period: SEPTEMBER, perEstate });

  test('D-27, R-ESC-05, R-ORG-25 · a sample of closed tickets is drawn and asked about, blind to the estate until it is published; then it sees all, and each finding is put right', async () => {
    const { e01, e02 } = story.harbour;
    const tickets = [await closed(e01, true), await closed(e01, true), await closed(e01, false)];
    const [inspection, ...others] = await verify([e01, e02]);
    expect(others).toEqual([]);
    expect(inspection).toMatchObject({
      ...{ kind: 'VERIFICATION', stage: 'OPEN', announced: false, onDay: null, period: SEPTEMBER, figures: null },
      ...{ strata: [{ stratum: 'REPAIR/ORDINARY', population: 3, sampled: 3 }], estate: { code: 'E01' }, version: 1 },
      plannedBy: { id: quality().subjectId },
    });
    expect(inspection.items.map((item: { ticket: { id: string } }) => item.ticket.id).toSorted()).toEqual(
      tickets.toSorted(),
    );
    const itemOf = (ticketId: string) =>
      inspection.items.find((item: { ticket: { id: string } }) => item.ticket.id === ticketId) as { id: string };
    expect(inspection.items.filter((item: { calledBack: boolean }) => item.calledBack)).toHaveLength(2);
    for (const role of ['ESTATE_MANAGER', 'SERVICE_MANAGER']) expect(await seenBy(of(role))).toEqual([]);
    expect(await refused(of('ESTATE_MANAGER'), 'publishInspection', { inspectionId: inspection.id })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refused(quality(), 'publishInspection', { inspectionId: inspection.id })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-ESC-05', sampled: 3 },
    });
    const [first, second, third] = tickets.map((id) => itemOf(id).id);
    await done('recordVerification', {
      itemId: first,
      reached: true,
      happened: false,
      solved: false,
      note: '客户说没人来过',
    });
    await done('recordVerification', {
      itemId: second,
      reached: true,
      happened: true,
      solved: true,
      expectedVersion: 1,
    });
    await done('recordVerification', { itemId: third, reached: false });
    expect(await refused(quality(), 'recordVerification', { itemId: third, reached: true })).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: 'input.happened' },
    });
    expect(await refused(quality(), 'judgeChecklistPoint', { itemId: third, verdict: 'PASSED' })).toMatchObject({
      path: 'input.itemId',
    });
    await done('addInspectionFinding', { inspectionId: inspection.id, category: 'RECORDS', problem: '回访记录缺签名' });
    now = new Date('2026-09-16T02:00:00Z');
    const published = await done('publishInspection', { inspectionId: inspection.id });
    expect(published).toMatchObject({
      ...{ stage: 'PUBLISHED', publishedAt: now, publishedBy: { id: quality().subjectId } },
      figures: {
        ...{
          checked: 3,
          judged: 2,
          passed: 1,
          callbacksAsked: 2,
          falseCallbacks: 1,
          closuresAsked: 2,
          falseClosures: 1,
        },
        ...{ score: '50.0', falseCallbackRate: '50.0', falseClosureRate: '50.0' },
      },
    });
    const [seen] = await seenBy(of('ESTATE_MANAGER'));
    expect(seen).toMatchObject({ id: inspection.id, seed: inspection.seed, items: published.items });
    expect(
      seen.findings.map((finding: { category: string; repeated: boolean; problem: string }) => [
        ...[finding.category, finding.repeated, finding.problem],
      ]),
    ).toEqual([
      ['RECORDS', false, '回访记录缺签名'],
      ['FALSE_CALLBACK', false, '客户说没人来过'],
      ['FALSE_CLOSURE', false, '客户说没人来过'],
    ]);
    for (const finding of seen.findings)
      expect(finding.correctiveActions).toMatchObject([
        {
          stage: 'RAISED',
          sourceKind: 'INSPECTION_FINDING',
          problem: finding.problem,
          inspectionFinding: { id: finding.id },
        },
      ]);
    expect(await seenBy(e02.staff['ESTATE_MANAGER']!)).toEqual([]);
    expect(await refused(quality(), 'recordVerification', { itemId: third, reached: false })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-ESC-05', allowed: [] },
    });
  });

  test('D-27 · before publication neither the database nor the log tells the staff of the estate anything', async () => {
    await closed(story.harbour.e02, true);
    const [{ id, items }] = await verify([story.harbour.e02]);
    await done('recordVerification', { itemId: items[0].id, reached: true, happened: false, solved: true });
    const { superuser } = house.database;
    await superuser.query('begin');
    try {
      await superuser.query('set local role guanjia_api');
      const settings = { company: story.harbour.id, audience: 'staff', estates: `{${story.harbour.e02.id}}` };
      for (const [name, value] of Object.entries(settings))
        await superuser.query('select set_config($1, $2, true)', [`app.${name}`, value]);
      for (const table of ['inspection', 'inspection_item', 'inspection_finding'])
        expect(
          (await superuser.query(`select 1 from ${table} where estate_id = $1`, [story.harbour.e02.id])).rows,
        ).toEqual([]);
    } finally {
      await superuser.query('rollback');
    }
    const { rows } = await superuser.query<{ told: string }>(
      `select concat(subject_kind, subject_id, estate_id, facts) as told from event where type like 'inspection%' and recorded_at >= now() - interval '1 hour'`,
    );
    const told = rows.map((row) => row.told).join();
    for (const secret of [id, items[0].id, items[0].ticket.id]) expect(told).not.toContain(secret);
    await done('callOffInspection', { inspectionId: id });
    expect(await seenBy(story.harbour.e02.staff['ESTATE_MANAGER']!)).toEqual([]);
    expect((await seenBy(quality(), { stages: ['CALLED_OFF'] })).map((each) => each.id)).toEqual([id]);
  });

  test('R-ESC-05 · an announced check on site tells the day and no more; points that fail are findings, and the same again within a year is repeated', async () => {
    const estateId = story.harbour.e01.id;
    const site = { estateId, onDay: '2026-09-20', announced: true, points: ['大堂整洁', '消防通道畅通', '泳池'] };
    expect(await refused(quality(), 'planSiteInspection', { ...site, onDay: '2026-09-14' })).toMatchObject({
      path: 'input.onDay',
    });
    expect(await refused(of('ESTATE_MANAGER'), 'planSiteInspection', site)).toMatchObject({ code: 'FORBIDDEN' });
    const visit = async (announced: boolean) => {
      const [made] = await done('planSiteInspection', { ...site, announced });
      const [lobby, exit, pool] = made.items as { id: string }[];
      await done('judgeChecklistPoint', { itemId: lobby!.id, verdict: 'PASSED' });
      expect(await refused(quality(), 'judgeChecklistPoint', { itemId: exit!.id, verdict: 'FAILED' })).toMatchObject({
        path: 'input.note',
      });
      await done('judgeChecklistPoint', { itemId: exit!.id, verdict: 'FAILED', note: '堆放杂物' });
      await done('judgeChecklistPoint', { itemId: pool!.id, verdict: 'NOT_APPLICABLE' });
      return done('publishInspection', { inspectionId: made.id });
    };
    const first = await visit(true);
    expect(first).toMatchObject({
      ...{ kind: 'ON_SITE', onDay: '2026-09-20', announced: true, seed: null, period: null, strata: [] },
      figures: { checked: 3, judged: 2, passed: 1, score: '50.0', falseCallbackRate: null },
      findings: [{ category: 'SITE', problem: '堆放杂物', repeated: false }],
    });
    const second = await visit(false);
    expect(second.findings).toMatchObject([{ category: 'SITE', repeated: true }]);
    await staffAreTold(house, story.harbour.id);
    const text = `{ notifications(filter: { kinds: [INSPECTION_ANNOUNCED, INSPECTION_PUBLISHED] }, first: 50) { nodes { kind inspection { id } } } }`;
    const { nodes } = (await ask(of('ESTATE_MANAGER'), text, {})).data.notifications;
    const about = nodes
      .filter((each: { inspection: { id: string } | null }) => [first.id, second.id].includes(each.inspection?.id))
      .map((each: { kind: string; inspection: { id: string } }) => `${each.kind} ${each.inspection.id}`);
    expect(about.toSorted()).toEqual(
      [
        `INSPECTION_ANNOUNCED ${first.id}`,
        `INSPECTION_PUBLISHED ${first.id}`,
        `INSPECTION_PUBLISHED ${second.id}`,
      ].toSorted(),
    );
  });

  test('D-27 · false callbacks and closures are sums over the published inspections of each estate in reach, and ratios of sums', async () => {
    const text = `query ($period: PeriodInput!, $estateIds: [ID!]) { inspectionRates(period: $period, estateIds: $estateIds) { inspections findings repeated estate { code } figures ${FIGURES} } }`;
    const rates = async (person: StoryPerson, more: object = {}) => ask(person, text, { period: SEPTEMBER, ...more });
    expect((await rates(quality())).data.inspectionRates).toMatchObject([
      {
        ...{ estate: { code: 'E01' }, inspections: 3, findings: 5, repeated: 1 },
        figures: {
          checked: 9,
          judged: 6,
          passed: 3,
          falseCallbackRate: '50.0',
          falseClosureRate: '50.0',
          score: '50.0',
        },
      },
    ]);
    expect((await rates(story.harbour.e02.staff['ESTATE_MANAGER']!)).data.inspectionRates).toEqual([]);
    expect((await rates(of('FRONT_DESK'))).refusals).toEqual(['FORBIDDEN inspectionRates']);
    const none = { period: { from: '2026-08-01', to: '2026-09-01' } };
    expect((await rates(quality(), none)).data.inspectionRates).toEqual([]);
    expect((await rates(quality(), { estateIds: [story.harbour.e02.id] })).data.inspectionRates).toEqual([]);
  });

  test('D-27 · head office sees what share of the tickets was called off, joined to others or made a lesser matter, and of their clocks what stood still', async () => {
    const tickets = [await closed(story.harbour.e02, false), await closed(story.harbour.e02, false)];
    const desk = story.harbour.e02.staff['FRONT_DESK']!;
    const more = [
      await reported(story.harbour.e02),
      await reported(story.harbour.e02),
      await reported(story.harbour.e02),
    ];
    const cancel = 'mutation ($input: CancelTicketInput!) { cancelTicket(input: $input) { ticket { id } } }';
    expect((await ask(desk, cancel, { input: { ticketId: more[0], reason: '误报' } })).refusals).toEqual([]);
    const merge = 'mutation ($input: MergeTicketsInput!) { mergeTickets(input: $input) { ticket { id } } }';
    expect((await ask(desk, merge, { input: { leadingTicketId: more[1], ticketIds: [more[2]] } })).refusals).toEqual(
      [],
    );
    const { TECHNICIAN, ENGINEERING_HEAD } = story.harbour.e02.staff;
    const step = async (person: StoryPerson, verb: string, input: object): Promise<void> => {
      const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
      const stepped = `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor } }`;
      expect((await ask(person, stepped, { input })).refusals).toEqual([]);
    };
    const ticketId = more[1]!;
    await step(desk, 'forwardRepair', { ticketId });
    await step(desk, 'regradeRepair', { ticketId, urgency: 'EMERGENCY', reason: '水漫到楼下' });
    await step(ENGINEERING_HEAD!, 'regradeRepair', { ticketId, urgency: 'ORDINARY', reason: '已关总阀' });
    await step(TECHNICIAN!, 'acceptRepair', { ticketId });
    const clocksOf = 'query ($id: ID!) { ticket(id: $id) { clocks { id milestone state } } }';
    const { clocks } = (await ask(desk, clocksOf, { id: ticketId })).data.ticket;
    const onSite = clocks.find(
      (one: { milestone: string; state: string }) => one.milestone === 'ON_SITE' && one.state === 'RUNNING',
    );
    await step(desk, 'pauseClock', { ticketId, clockId: onSite.id, reason: 'NO_ACCESS' });
    const all = String(1 + tickets.length + more.length);
    const started = (
      await house.database.superuser.query<{ count: string }>(
        'select count(*) from service_clock where estate_id = $1',
        [story.harbour.e02.id],
      )
    ).rows[0]!.count;
    const shares = ['TICKETS_CANCELLED', 'TICKETS_MERGED', 'TICKETS_DOWNGRADED', 'CLOCKS_PAUSED'];
    const text = `query ($period: PeriodInput!, $estateIds: [ID!]) { portfolioScorecard(period: $period, estateIds: $estateIds, metrics: [${shares.join(' ')}]) { metrics { numerator denominator } } }`;
    const { metrics } = (await ask(quality(), text, { period: SEPTEMBER, estateIds: [story.harbour.e02.id] })).data
      .portfolioScorecard;
    expect(metrics).toEqual([all, all, all, started].map((denominator) => ({ numerator: '1', denominator })));
    expect((await verifyMetrics(house.pool, story.harbour.id)).filter(({ metric }) => shares.includes(metric))).toEqual(
      [],
    );
  });

  test('R-ESC-05 · what is planned names estates and a size within bounds, of the own company', async () => {
    const input = { estateIds: [story.harbour.e01.id], period: SEPTEMBER, perEstate: 5 };
    expect(await refused(quality(), 'planVerification', { ...input, estateIds: [] })).toMatchObject({
      path: 'input.estateIds',
    });
    expect(await refused(quality(), 'planVerification', { ...input, perEstate: 0 })).toMatchObject({
      path: 'input.perEstate',
    });
    const empty = { from: '2026-09-02', to: '2026-09-02' };
    expect(await refused(quality(), 'planVerification', { ...input, period: empty })).toMatchObject({
      path: 'input.period.to',
    });
    const foreign = { ...input, estateIds: [story.cedar.e01.id] };
    expect(await refused(quality(), 'planVerification', foreign)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(of('SERVICE_MANAGER'), 'planVerification', input)).toMatchObject({ code: 'FORBIDDEN' });
  });
});
