import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { openCorrectiveActionFeed } from '../../../src/events/corrective-action-feed.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { eventsOf } from '../../support/feed-events.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const ACTION = `{ id kind stage sourceKind sourceId problem cause measure dueDay dueAt overdue raisedAt plannedAt doneAt verifiedAt reopenings postponements
  cancelledAt cancelReason version estate { code } owner { id } raisedBy { id } cancelledBy { id }
  complaint { id correctiveActions { id } } visit { id correctiveActions { id } } visitMonth { month correctiveActions { id } } visitSummary { id } surveyRound { id correctiveActions { id } } surveyEstate { id correctiveActions { id } }
  reports { attempt note doneAt inTime verdict finding judgedAt doneBy { id } judgedBy { id } } }`;
const LIST = `query ($filter: CorrectiveActionFilter) { correctiveActions(filter: $filter, first: 50) { nodes { id } } }`;
const OWED = `{ obligations(filter: { kinds: [CORRECTIVE_ACTION] }, first: 50) { nodes { id state dueAt owedSince owner { id } subjectKind subjectId estate { code } } } }`;
/** Ten in the morning in Shanghai. */
const MORNING = new Date('2026-09-15T02:00:00Z');

describe('corrective and preventive actions', () => {
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
  const of = (role: string): StoryPerson => e01().staff[role] ?? story.harbour.staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor correctiveAction ${ACTION} } }`, {
      input,
    });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals } = await say(person, verb, input);
    expect(refusals).toEqual([]);
    return data[verb].correctiveAction;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const at = async <T>(instant: string, work: () => Promise<T>): Promise<T> => {
    now = new Date(instant);
    try {
      return await work();
    } finally {
      now = MORNING;
    }
  };
  const raise = (more: object = {}, person = of('SERVICE_SUPERVISOR')) =>
    done(person, 'raiseCorrectiveAction', {
      ...{ kind: 'CORRECTIVE', sourceKind: 'ESTATE', sourceId: e01().id, problem: '夜间巡逻漏岗', ...more },
    });
  const PLAN = { cause: '排班不足', measure: '增加夜班一人', dueDay: '2026-09-20' };
  const plan = (actionId: string, more: object = {}) =>
    done(of('SERVICE_SUPERVISOR'), 'planCorrectiveAction', {
      ...{ actionId, ownerId: of('SECURITY').subjectId, ...PLAN, ...more },
    });
  const report = (actionId: string, more: object = {}, person = of('SECURITY')) =>
    done(person, 'reportCorrectiveActionDone', { actionId, note: '已增派', ...more });
  const owedFor = async (actionId: string) => {
    const { nodes } = (await ask(of('SERVICE_MANAGER'), OWED, {})).data.obligations;
    return (nodes as Record<string, unknown>[]).filter(({ subjectId }) => subjectId === actionId);
  };
  const list = async (filter: object, person = of('FRONT_DESK')): Promise<string[]> =>
    ((await ask(person, LIST, { filter })).data.correctiveActions.nodes as { id: string }[]).map(({ id }) => id);
  const complain = async (more: object = {}): Promise<string> => {
    const input = { ...{ estateId: e01().id, channel: 'PHONE', subject: '噪音' }, ...more };
    const text = 'mutation ($input: LodgeComplaintInput!) { lodgeComplaint(input: $input) { complaint { id } } }';
    const { data, refusals } = await ask(of('FRONT_DESK'), text, { input });
    expect(refusals).toEqual([]);
    return data.lodgeComplaint.complaint.id as string;
  };

  test('R-CMP-20, R-SAT-04, R-ORG-25, R-ORG-68 · an action is raised, planned, owed, done by its owner and verified by somebody else', async () => {
    const raised = await raise();
    expect(raised).toMatchObject({
      ...{ kind: 'CORRECTIVE', stage: 'RAISED', problem: '夜间巡逻漏岗', cause: null, measure: null, owner: null },
      ...{
        dueDay: null,
        overdue: false,
        estate: { code: 'E01' },
        raisedBy: { id: of('SERVICE_SUPERVISOR').subjectId },
      },
      ...{ raisedAt: MORNING, reports: [], reopenings: 0, postponements: 0, version: 1 },
    });
    expect(await owedFor(raised.id)).toEqual([]);
    const planned = await plan(raised.id, { expectedVersion: 1 });
    expect(planned).toMatchObject({
      ...{ stage: 'PLANNED', ...PLAN, owner: { id: of('SECURITY').subjectId }, plannedAt: MORNING, version: 2 },
      dueAt: new Date('2026-09-20T15:59:59.999Z'),
    });
    expect(await owedFor(raised.id)).toMatchObject([
      {
        ...{ state: 'OPEN', dueAt: planned.dueAt, owner: { id: of('SECURITY').subjectId } },
        ...{ subjectKind: 'CORRECTIVE_ACTION', estate: { code: 'E01' } },
      },
    ]);
    const early = { actionId: raised.id, finding: '未完成' };
    expect(await refused(of('SERVICE_MANAGER'), 'verifyCorrectiveAction', early)).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-ORG-25', allowed: ['plan', 'report', 'cancel'] },
    });
    expect(
      await refused(of('SERVICE_MANAGER'), 'reportCorrectiveActionDone', { actionId: raised.id, note: '好' }),
    ).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-CMP-20', ownerId: of('SECURITY').subjectId });
    const reported = await at('2026-09-18T02:00:00Z', () => report(raised.id, { occurredAt: '2026-09-17T02:00:00Z' }));
    expect(reported).toMatchObject({ stage: 'DONE', doneAt: new Date('2026-09-17T02:00:00Z'), verifiedAt: null });
    expect(await owedFor(raised.id)).toMatchObject([{ state: 'FULFILLED' }]);
    const verified = await at('2026-09-19T02:00:00Z', () =>
      done(of('SERVICE_SUPERVISOR'), 'verifyCorrectiveAction', { actionId: raised.id, finding: '已见夜班记录' }),
    );
    expect(verified).toMatchObject({ stage: 'VERIFIED', verifiedAt: new Date('2026-09-19T02:00:00Z'), version: 4 });
    expect(verified.reports).toEqual([
      {
        ...{ attempt: 1, note: '已增派', doneAt: new Date('2026-09-17T02:00:00Z'), inTime: true, verdict: 'HELD' },
        ...{ finding: '已见夜班记录', judgedAt: new Date('2026-09-19T02:00:00Z') },
        ...{ doneBy: { id: of('SECURITY').subjectId }, judgedBy: { id: of('SERVICE_SUPERVISOR').subjectId } },
      },
    ]);
  });

  test('R-ORG-25, R-ORG-68 · what does not hold is opened again with a reason and a new day, counted and owed anew, also after it was verified', async () => {
    const { id: actionId } = await raise();
    await plan(actionId, { ownerId: of('SERVICE_MANAGER').subjectId });
    await report(actionId, {}, of('SERVICE_MANAGER'));
    for (const verb of ['verifyCorrectiveAction', 'reopenCorrectiveAction']) {
      const own = verb.startsWith('verify') ? { actionId } : { actionId, reason: '不行', dueDay: '2026-09-25' };
      expect(await refused(of('SERVICE_MANAGER'), verb, own)).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-ORG-68' });
    }
    const again = { actionId, reason: '仍有漏岗', dueDay: '2026-09-25' };
    const over = { ...again, dueDay: '2026-09-14' };
    expect(await refused(of('SERVICE_SUPERVISOR'), 'reopenCorrectiveAction', over)).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: 'input.dueDay' },
    });
    const opened = await done(of('SERVICE_SUPERVISOR'), 'reopenCorrectiveAction', again);
    expect(opened).toMatchObject({
      stage: 'PLANNED',
      dueDay: '2026-09-25',
      doneAt: null,
      reopenings: 1,
      postponements: 0,
    });
    expect(opened.reports).toMatchObject([{ attempt: 1, verdict: 'REOPENED', finding: '仍有漏岗' }]);
    expect((await owedFor(actionId)).map(({ state }) => state)).toEqual(['FULFILLED', 'OPEN']);
    await report(actionId, { note: '再次整改' }, of('SERVICE_MANAGER'));
    await done(of('QUALITY_OFFICER'), 'verifyCorrectiveAction', { actionId });
    const relapsed = await done(of('QUALITY_OFFICER'), 'reopenCorrectiveAction', { ...again, reason: '复发' });
    expect(relapsed).toMatchObject({ stage: 'PLANNED', verifiedAt: null, reopenings: 2 });
    expect(relapsed.reports).toMatchObject([
      { attempt: 1, verdict: 'REOPENED' },
      {
        attempt: 2,
        note: '再次整改',
        verdict: 'REOPENED',
        finding: '复发',
        judgedBy: { id: of('QUALITY_OFFICER').subjectId },
      },
    ]);
    expect(await list({ reopened: true })).toEqual([actionId]);
  });

  test('R-CMP-20, D-27 · a due day that is put off is counted; what is overdue shows as overdue, is done late, and is never put off', async () => {
    const { id: actionId } = await raise({ kind: 'PREVENTIVE' });
    await plan(actionId);
    expect(await plan(actionId, { dueDay: '2026-09-22' })).toMatchObject({ dueDay: '2026-09-22', postponements: 1 });
    expect(await owedFor(actionId)).toMatchObject([{ state: 'OPEN', dueAt: new Date('2026-09-22T15:59:59.999Z') }]);
    expect(await plan(actionId, { dueDay: '2026-09-21' })).toMatchObject({ postponements: 1 });
    expect(await list({ overdue: true })).toEqual([]);
    await at('2026-09-22T02:00:00Z', async () => {
      expect(await list({ overdue: true })).toEqual([actionId]);
      expect(await list({ overdue: true, estateIds: [story.harbour.e02.id] })).toEqual([]);
      const input = { actionId, ownerId: of('SECURITY').subjectId, ...PLAN, dueDay: '2026-09-30' };
      expect(await refused(of('SERVICE_SUPERVISOR'), 'planCorrectiveAction', input)).toMatchObject({
        ...{ code: 'RULE_REFUSED', rule: 'R-CMP-20', dueDay: '2026-09-21' },
      });
      const moved = await plan(actionId, { dueDay: '2026-09-21', ownerId: of('CLEANING_HEAD').subjectId });
      expect(moved).toMatchObject({ owner: { id: of('CLEANING_HEAD').subjectId }, overdue: true, postponements: 1 });
      expect(await owedFor(actionId)).toMatchObject([
        { state: 'LAPSED', owner: { id: of('SECURITY').subjectId } },
        { state: 'OPEN', owner: { id: of('CLEANING_HEAD').subjectId }, dueAt: new Date('2026-09-21T15:59:59.999Z') },
      ]);
      const late = await report(actionId, {}, of('CLEANING_HEAD'));
      expect(late).toMatchObject({ overdue: false, reports: [{ inTime: false }] });
      expect((await owedFor(actionId)).map(({ state }) => state)).toEqual(['LAPSED', 'FULFILLED_LATE']);
    });
  });

  test('R-ORG-25, R-ORG-68 · a superior calls an action off with a reason, never its owner, and what was owed lapses', async () => {
    const { id: actionId } = await raise();
    await plan(actionId, { ownerId: of('SERVICE_MANAGER').subjectId });
    const input = { actionId, reason: '重复提出' };
    expect(await refused(of('SERVICE_SUPERVISOR'), 'cancelCorrectiveAction', input)).toEqual({
      ...{ code: 'FORBIDDEN', action: 'correction.cancel' },
    });
    expect(await refused(of('SERVICE_MANAGER'), 'cancelCorrectiveAction', input)).toMatchObject({ rule: 'R-ORG-68' });
    const cancelled = await done(of('ESTATE_MANAGER'), 'cancelCorrectiveAction', input);
    expect(cancelled).toMatchObject({
      ...{ stage: 'CANCELLED', cancelledAt: MORNING, cancelReason: '重复提出' },
      cancelledBy: { id: of('ESTATE_MANAGER').subjectId },
    });
    expect(await owedFor(actionId)).toMatchObject([{ state: 'LAPSED' }]);
    expect(await refused(of('ESTATE_MANAGER'), 'cancelCorrectiveAction', input)).toMatchObject({
      ...{ rule: 'R-ORG-25', allowed: [] },
    });
  });

  test('R-CMP-20, D-16 · an action that came of a complaint stands at it; whom the complaint is about judges nothing of it', async () => {
    const complaintId = await complain({ againstStaffId: of('SERVICE_MANAGER').subjectId });
    const source = { sourceKind: 'COMPLAINT', sourceId: complaintId };
    const action = await raise(source);
    expect(action.complaint).toEqual({ id: complaintId, correctiveActions: [{ id: action.id }] });
    await plan(action.id);
    await report(action.id);
    const input = { actionId: action.id };
    expect(await refused(of('SERVICE_MANAGER'), 'verifyCorrectiveAction', input)).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'D-16' },
    });
    expect(await done(of('ESTATE_MANAGER'), 'verifyCorrectiveAction', input)).toMatchObject({ stage: 'VERIFIED' });
    expect(await list({ sourceKinds: ['COMPLAINT'] })).toEqual([action.id]);
    expect(await list({ sourceId: complaintId, stages: ['VERIFIED'], kinds: ['CORRECTIVE'] })).toEqual([action.id]);
    expect(await list({ sourceId: complaintId, ownerId: of('SERVICE_MANAGER').subjectId })).toEqual([]);
  });

  test('R-VIS-25, R-SAT-04 · an action that came of a visit, of the visits of a month or of their summary stands at it', async () => {
    const record = `mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { visit { id } } }`;
    const visited = { unitId: e01().units[0].id, mode: 'OFFICE', signature: 'SIGNED' };
    const visitId = (await ask(of('STEWARD'), record, { input: visited })).data.recordVisit.visit.id as string;
    const draw = `mutation ($input: DrawVisitsInput!) { drawVisits(input: $input) { drawn } }`;
    await ask(of('SERVICE_SUPERVISOR'), draw, { input: { estateId: e01().id } });
    const { rows } = await house.database.superuser.query<{ id: string }>(
      'select id from visit_month where estate_id = $1',
      [e01().id],
    );
    const ofVisit = await raise({ sourceKind: 'OWNER_VISIT', sourceId: visitId });
    expect(ofVisit).toMatchObject({ visit: { id: visitId, correctiveActions: [{ id: ofVisit.id }] }, complaint: null });
    const ofMonth = await raise({ sourceKind: 'VISIT_MONTH', sourceId: rows[0]!.id });
    expect(ofMonth.visitMonth).toEqual({ month: '2026-09-01', correctiveActions: [{ id: ofMonth.id }] });
    const input = { estateId: e01().id, period: 'MONTH', day: '2026-08-01', text: '八月' };
    const submit = `mutation ($input: SubmitVisitSummaryInput!) { submitVisitSummary(input: $input) { summary { id } } }`;
    const summaryId = (await ask(of('SERVICE_SUPERVISOR'), submit, { input })).data.submitVisitSummary.summary
      .id as string;
    const ofSummary = await raise({ sourceKind: 'VISIT_SUMMARY', sourceId: summaryId });
    expect(ofSummary.visitSummary).toEqual({ id: summaryId });
    expect((await list({ sourceKinds: ['OWNER_VISIT', 'VISIT_MONTH', 'VISIT_SUMMARY'] })).toSorted()).toEqual(
      [ofVisit.id, ofMonth.id, ofSummary.id].toSorted(),
    );
  });

  test('R-SAT-04 · an action that came of a round of the survey stands at it, or at its part on an estate; of a round that is not analysed there is none', async () => {
    const { superuser } = house.database;
    const [manager] = [of('SERVICE_MANAGER').subjectId];
    const planted = async (estateId: string | null, stage: string) => {
      const { rows } = await superuser.query<{ round: string; part: string }>(
        `with sheet as (insert into questionnaire (company_id, id, estate_id, code, number, title, questions, created_at, created_by_id)
                        values ($1, gen_random_uuid(), null, gen_random_uuid()::text, 1, 'x', '[]', now(), $4) returning id),
              round as (insert into survey_round (company_id, id, estate_id, name, questionnaire_id, stage, period_from, period_until, sample_percent, satisfied_steps,
                               seed, issue_by, issued_at, closes_at, analysed_at, planned_by_id, version)
                        select $1, gen_random_uuid(), $2, 'x', id, $3, '2026-01-01', '2026-07-01', 100, 2, 'x', '2026-08-01', now(), now(),
                               case when $3 = 'ANALYSED' then now() end, $4, 1 from sheet returning id)
         insert into survey_estate (company_id, id, round_id, estate_id, households, issued, undeliverable, by_link, by_app, by_paper, by_telephone, by_import, blank, replaced, version)
         select $1, gen_random_uuid(), id, $5, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 1 from round returning round_id as round, id as part`,
        [story.harbour.id, estateId, stage, manager, e01().id],
      );
      return rows[0]!;
    };
    const own = await planted(e01().id, 'ANALYSED');
    const whole = await raise({ sourceKind: 'SURVEY_ROUND', sourceId: own.round });
    expect(whole).toMatchObject({
      ...{ estate: { code: 'E01' }, surveyEstate: null },
      surveyRound: { id: own.round, correctiveActions: [{ id: whole.id }] },
    });
    const company = await planted(null, 'ANALYSED');
    const part = await raise({ sourceKind: 'SURVEY_ESTATE', sourceId: company.part });
    expect(part).toMatchObject({
      ...{ estate: { code: 'E01' }, surveyRound: null },
      surveyEstate: { id: company.part, correctiveActions: [{ id: part.id }] },
    });
    const base = { kind: 'CORRECTIVE', problem: '得分低' };
    const ofCompany = { ...base, sourceKind: 'SURVEY_ROUND', sourceId: company.round };
    expect(await refused(of('SERVICE_SUPERVISOR'), 'raiseCorrectiveAction', ofCompany)).toEqual({
      ...{ code: 'FORBIDDEN', action: 'correction.raise' },
    });
    expect(await done(of('QUALITY_OFFICER'), 'raiseCorrectiveAction', ofCompany)).toMatchObject({
      ...{ estate: null, surveyRound: { id: company.round } },
    });
    const open = await planted(e01().id, 'COLLECTED');
    for (const [sourceKind, sourceId] of [
      ['SURVEY_ROUND', open.round],
      ['SURVEY_ESTATE', open.part],
    ])
      expect(
        await refused(of('SERVICE_SUPERVISOR'), 'raiseCorrectiveAction', { ...base, sourceKind, sourceId }),
      ).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-SAT-04', stage: 'COLLECTED' });
    const rounds = `query ($id: ID!) { surveyRound(id: $id) { correctiveActions { id } } }`;
    const seen = await ask(story.harbour.e02.staff['STEWARD'], rounds, { id: own.round });
    expect(seen.facts[0]).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('R-ORG-25, R-ORG-68, D-16 · a look at what is done is owed within five working days, by the nearest post without a hand in it, and done with every verdict', async () => {
    const owed = async (actionId: string) => {
      const text = OWED.replace('[CORRECTIVE_ACTION]', '[CORRECTIVE_ACTION_CHECK]').replace(
        'owner {',
        'ownerPost owner {',
      );
      const { nodes } = (await ask(of('QUALITY_OFFICER'), text)).data.obligations;
      return (nodes as Record<string, unknown>[]).filter(({ subjectId }) => subjectId === actionId);
    };
    const byManager = await raise();
    await plan(byManager.id, { ownerId: of('SERVICE_MANAGER').subjectId });
    expect(await owed(byManager.id)).toEqual([]);
    await report(byManager.id, {}, of('SERVICE_MANAGER'));
    expect(await owed(byManager.id)).toMatchObject([
      {
        ...{ state: 'OPEN', ownerPost: 'ESTATE_MANAGER', owner: null, owedSince: MORNING, estate: { code: 'E01' } },
        dueAt: new Date('2026-09-21T15:59:59.999Z'),
      },
    ]);
    const { id: actionId } = await raise();
    await plan(actionId);
    await report(actionId);
    expect(await owed(actionId)).toMatchObject([{ state: 'OPEN', ownerPost: 'SERVICE_MANAGER' }]);
    const again = { actionId, reason: '仍有漏岗', dueDay: '2026-09-25' };
    await done(of('SERVICE_MANAGER'), 'reopenCorrectiveAction', again);
    expect(await owed(actionId)).toMatchObject([{ state: 'FULFILLED' }]);
    await report(actionId);
    await at('2026-09-23T02:00:00Z', () => done(of('SERVICE_MANAGER'), 'verifyCorrectiveAction', { actionId }));
    expect((await owed(actionId)).map(({ state }) => state)).toEqual(['FULFILLED', 'FULFILLED_LATE']);
    const byHand = `mutation ($input: FulfilObligationInput!) { fulfilObligation(input: $input) { obligation { id } } }`;
    const [open] = await owed(byManager.id);
    expect((await ask(of('ESTATE_MANAGER'), byHand, { input: { obligationId: open!['id'] } })).facts[0]).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-ORG-25' },
    });
    const complaintId = await complain({ againstStaffId: of('SERVICE_MANAGER').subjectId });
    const aboutManager = await raise({ sourceKind: 'COMPLAINT', sourceId: complaintId });
    await plan(aboutManager.id);
    await report(aboutManager.id);
    expect(await owed(aboutManager.id)).toMatchObject([{ ownerPost: 'ESTATE_MANAGER' }]);
  });

  test('R-CMP-20 · a source of another kind, another estate or another company is none; an owner works where the action lies', async () => {
    const complaintId = await complain();
    const base = { kind: 'CORRECTIVE', problem: '问题' };
    for (const [sourceKind, sourceId, what] of [
      ['OWNER_VISIT', complaintId, 'visit'],
      ['COMPLAINT', e01().id, 'complaint'],
      ['ESTATE', story.harbour.e02.id, 'estate'],
      ['ESTATE', story.cedar.e01.id, 'estate'],
      ['ESTATE', null, 'estate'],
      ['VISIT_MONTH', 'x', 'visit month'],
    ])
      expect(
        await refused(of('SERVICE_SUPERVISOR'), 'raiseCorrectiveAction', { ...base, sourceKind, sourceId }),
      ).toEqual({
        ...{ code: 'NOT_FOUND', what },
      });
    const { id: actionId } = await raise();
    const strangers = [story.harbour.e02.staff['STEWARD']!, story.cedar.e01.staff['STEWARD']!];
    for (const { subjectId: ownerId } of strangers)
      expect(
        await refused(of('SERVICE_SUPERVISOR'), 'planCorrectiveAction', { actionId, ownerId, ...PLAN }),
      ).toMatchObject({ code: 'NOT_FOUND', what: 'staff' });
    const over = { actionId, ownerId: of('SECURITY').subjectId, ...PLAN, dueDay: '2026-09-14' };
    expect(await refused(of('SERVICE_SUPERVISOR'), 'planCorrectiveAction', over)).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: 'input.dueDay' },
    });
    const stale = { ...over, dueDay: '2026-09-15', expectedVersion: 7 };
    expect(await refused(of('SERVICE_SUPERVISOR'), 'planCorrectiveAction', stale)).toMatchObject({
      ...{ code: 'CONFLICT', currentVersion: 1 },
    });
    await plan(actionId);
    const before = { actionId, note: '早', occurredAt: '2026-09-14T02:00:00Z' };
    expect(await refused(of('SECURITY'), 'reportCorrectiveActionDone', before)).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test("R-SAT-04, R-ORG-06 · the company's own actions are raised by head office and read by all of its staff; residents see none", async () => {
    const own = { kind: 'PREVENTIVE', sourceKind: 'COMPANY', problem: '统一培训' };
    expect(await refused(of('SERVICE_SUPERVISOR'), 'raiseCorrectiveAction', own)).toEqual({
      ...{ code: 'FORBIDDEN', action: 'correction.raise' },
    });
    const action = await raise({ ...own, sourceId: undefined }, of('QUALITY_OFFICER'));
    expect(action).toMatchObject({ estate: null, sourceKind: 'COMPANY', sourceId: story.harbour.id });
    expect(await refused(of('QUALITY_OFFICER'), 'raiseCorrectiveAction', { ...own, sourceId: e01().id })).toMatchObject(
      { code: 'INVALID_INPUT', path: 'input.sourceId' },
    );
    const input = { actionId: action.id as string, ...PLAN };
    expect(
      await refused(of('QUALITY_OFFICER'), 'planCorrectiveAction', { ...input, ownerId: of('SECURITY').subjectId }),
    ).toMatchObject({ code: 'NOT_FOUND', what: 'staff' });
    await done(of('QUALITY_OFFICER'), 'planCorrectiveAction', { ...input, ownerId: of('COMPANY_LEADER').subjectId });
    expect(await list({ sourceKinds: ['COMPANY'] }, of('STEWARD'))).toEqual([action.id]);
    expect(await list({ sourceKinds: ['COMPANY'] }, story.cedar.e01.staff['STEWARD'])).toEqual([]);
    expect((await ask(e01().resident, LIST, {})).facts[0]).toMatchObject({
      code: 'FORBIDDEN',
      action: 'correction.read',
    });
    const one = `query ($id: ID!) { correctiveAction(id: $id) { id } }`;
    expect((await ask(story.cedar.e01.staff['STEWARD'], one, { id: action.id })).facts[0]).toEqual({
      ...{ code: 'NOT_FOUND', what: 'corrective action' },
    });
  });

  test('R-CMP-20, D-30 · actions are told live to the staff of their estate, ids and codes only', async () => {
    const open = async (person: StoryPerson, estateIds: string[] | null = null) => {
      const principal = await principalOf(house, person);
      const ctx = new RequestContext(house, principal, { requestId: 'test', address: '', transport: 'websocket' });
      return openCorrectiveActionFeed(ctx, { estateIds });
    };
    const feeds = [
      await open(of('FRONT_DESK')),
      await open(of('QUALITY_OFFICER'), [e01().id]),
      await open(story.harbour.e02.staff['FRONT_DESK']!),
    ];
    const [desk, office, elsewhere] = feeds.map((feed) => eventsOf(house, feed));
    const company = await raise({ sourceKind: 'COMPANY', sourceId: undefined }, of('QUALITY_OFFICER'));
    const action = await raise();
    await plan(action.id);
    const ofCompany = { type: 'correctiveAction.RAISED', subjectId: company.id };
    const ofEstate = [
      { type: 'correctiveAction.RAISED', subjectId: action.id, version: 1 },
      { type: 'correctiveAction.PLANNED', subjectId: action.id, version: 2 },
    ];
    expect([(await desk!.next()).value, (await desk!.next()).value, (await desk!.next()).value]).toMatchObject([
      ofCompany,
      ...ofEstate,
    ]);
    expect([(await office!.next()).value, (await office!.next()).value]).toMatchObject(ofEstate);
    expect((await elsewhere!.next()).value).toMatchObject(ofCompany);
    await Promise.all(feeds.map((feed) => feed.return()));
    const { rows } = await house.database.superuser.query<{ facts: object }>(
      `select facts from event where subject_id = $1 order by seq desc limit 1`,
      [action.id],
    );
    expect(rows[0]!.facts).toEqual({
      ...{ kind: 'CORRECTIVE', stage: 'PLANNED', sourceKind: 'ESTATE', sourceId: e01().id, reopenings: 0 },
      ...{ ownerId: of('SECURITY').subjectId, dueDay: '2026-09-20', postponements: 0 },
    });
    const foreign = open(of('FRONT_DESK'), [story.harbour.e02.id]);
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('R-ORG-68 · the database itself lets nobody judge the own report', async () => {
    const { rowCount } = await house.database.superuser.query(
      `select 1 from corrective_action_report where verdict is not null and judged_by_id <> done_by_id`,
    );
    expect(rowCount).toBeGreaterThan(0);
    await expect(
      house.database.superuser.query(
        `update corrective_action_report set judged_by_id = done_by_id where verdict is not null`,
      ),
    ).rejects.toThrow('corrective_action_report_other_person');
  });
});
