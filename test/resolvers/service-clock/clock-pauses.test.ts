import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TIMER_HANDLERS } from '../../../src/jobs/timer/timer-handlers.js';
import { TimerWorker } from '../../../src/jobs/timer/timer-worker.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { staffAreTold } from '../../support/staff-told.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const CLOCKS = `query ($id: ID!) { ticket(id: $id) { clocks { id milestone state dueAt pauseReason pausedUntil pausedSeconds } notes { nodes { text } } timeline(first: 100) { nodes { type } } } }`;
const SUBJECT = `subject { ... on ClockPauseProposal { reason untilAt note ticket { id } clock { id milestone } } }`;
const START = Date.parse('2026-11-25T02:00:00Z');
const MINUTE = 60_000;
const DAY = 1_440;
const at = (minutes: number): Date => new Date(START + minutes * MINUTE);

describe('pauses beyond the cap, and the developer', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let worker: TimerWorker;
  let now = START;

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => new Date(now) } });
    story = await tellStory(house.database);
    ask = await askThrough(house);
    worker = new TimerWorker(house, TIMER_HANDLERS, rhythmEar());
  });
  afterAll(async () => {
    await worker.stop();
    await house.close();
  });
  beforeEach(() => {
    now = START;
  });

  const of = (role: string): StoryPerson => story.harbour.e01.staff[role]!;
  const say = (person: StoryPerson | undefined, verb: string, input: object, selection = 'cursor'): Promise<Asked> => {
    const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { ${selection} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object, selection?: string): Promise<any> => {
    const { data, refusals } = await say(person, verb, input, selection);
    expect(refusals).toEqual([]);
    return data[verb];
  };
  /** An ordinary repair that somebody has accepted; its arrival clock runs. */
  const accepted = async (): Promise<{ ticketId: string; clockId: string }> => {
    const base = { estateId: story.harbour.e01.id, unitId: story.harbour.e01.units[0].id, subject: 'tap' };
    const input = { ...base, channel: 'PHONE', urgency: 'ORDINARY' };
    const { repair } = await done(of('FRONT_DESK'), 'reportRepair', input, 'repair { id }');
    await done(of('FRONT_DESK'), 'forwardRepair', { ticketId: repair.id });
    await done(of('TECHNICIAN'), 'acceptRepair', { ticketId: repair.id });
    return { ticketId: repair.id, clockId: String((await arrival(repair.id))['id']) };
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const ticketOf = async (id: string): Promise<any> => (await ask(of('FRONT_DESK'), CLOCKS, { id })).data.ticket;
  const arrival = async (id: string): Promise<Record<string, unknown>> =>
    (await ticketOf(id)).clocks.find(({ milestone }: { milestone: string }) => milestone === 'ON_SITE');
  const wish = { reason: 'NO_ACCESS', until: at(5 * DAY), note: 'away until Monday' };
  const proposed = async (over: object = {}): Promise<{ ticketId: string; clockId: string; approvalId: string }> => {
    const ids = await accepted();
    const { approval } = await done(
      of('TECHNICIAN'),
      'proposeClockPause',
      { ...ids, ...wish, ...over },
      'approval { id }',
    );
    return { ...ids, approvalId: approval.id };
  };

  test('D-05, R-ORG-68 · beyond its cap a clock stands still from the approval on, until the approved instant', async () => {
    const { ticketId, clockId, approvalId } = await proposed();
    expect(await arrival(ticketId)).toMatchObject({ state: 'RUNNING', dueAt: at(15) });
    const read = `query ($id: ID!) { approval(id: $id) { state awaitedAction subjectKind: subject { __typename } ${SUBJECT} } }`;
    expect((await ask(of('ESTATE_MANAGER'), read, { id: approvalId })).data.approval).toEqual({
      state: 'IN_APPROVAL',
      awaitedAction: 'clock.approve',
      subjectKind: { __typename: 'ClockPauseProposal' },
      subject: {
        ...{ reason: 'NO_ACCESS', untilAt: at(5 * DAY), note: 'away until Monday' },
        ...{ ticket: { id: ticketId }, clock: { id: clockId, milestone: 'ON_SITE' } },
      },
    });
    now = START + 10 * MINUTE;
    await done(of('ESTATE_MANAGER'), 'grantApproval', { approvalId });
    expect(await arrival(ticketId)).toMatchObject({
      ...{ state: 'PAUSED', pauseReason: 'NO_ACCESS', pausedUntil: at(5 * DAY), dueAt: at(5 * DAY + 5) },
    });
    const { timeline, notes } = await ticketOf(ticketId);
    const told = (timeline.nodes as { type: string }[]).map(({ type }) => type);
    expect(told.slice(-2)).toEqual(['clock.PAUSE_PROPOSED', 'clock.PAUSED']);
    expect(notes.nodes).toEqual([{ text: 'away until Monday' }]);
    now = START + 5 * DAY * MINUTE;
    await worker.look();
    expect(await arrival(ticketId)).toMatchObject({ state: 'RUNNING' });
    now = START + (5 * DAY + 5) * MINUTE + 1;
    await worker.look();
    expect(await arrival(ticketId)).toMatchObject({ state: 'BREACHED' });
  });

  test('D-05 · a pause within the cap goes on without a gap when the longer one is approved', async () => {
    const { ticketId, clockId } = await accepted();
    now = START + 5 * MINUTE;
    await done(of('TECHNICIAN'), 'pauseClock', { ticketId, clockId, reason: 'NO_ACCESS' });
    now = START + 60 * MINUTE;
    const input = { ticketId, clockId, ...wish };
    const { approval } = await done(of('TECHNICIAN'), 'proposeClockPause', input, 'approval { id }');
    now = START + 120 * MINUTE;
    await done(of('ESTATE_MANAGER'), 'grantApproval', { approvalId: approval.id });
    now = START + 5 * DAY * MINUTE;
    const { dueAt } = await arrival(ticketId);
    expect((dueAt as Date).getTime() - at(5 * DAY + 10).getTime()).toBeLessThanOrEqual(0);
    expect((dueAt as Date).getTime() - at(5 * DAY + 10).getTime()).toBeGreaterThanOrEqual(-2);
  });

  test('R-ORG-68, D-27 · whoever leads the estate decides and hears of it, the quality department too; not who asks', async () => {
    const { approvalId } = await proposed();
    await staffAreTold(house, story.harbour.id);
    const { rows } = await house.database.superuser.query<{ name: string }>(
      `select s.display_name as name from notification n join staff s on s.company_id = n.company_id and s.id = n.recipient_id
        where n.subject_id = $1 and n.kind = 'APPROVAL_WAITING' order by 1`,
      [approvalId],
    );
    expect(rows.map(({ name }) => name)).toEqual(['estate_manager', 'quality_officer']);
    const grant = (person: StoryPerson) => say(person, 'grantApproval', { approvalId });
    expect((await grant(of('TECHNICIAN'))).facts).toEqual([expect.objectContaining({ rule: 'R-ORG-68' })]);
    expect((await grant(of('SERVICE_MANAGER'))).facts).toEqual([{ code: 'FORBIDDEN', action: 'clock.approve' }]);
    expect((await grant(story.harbour.e02.staff['ESTATE_MANAGER']!)).refusals).toEqual(['NOT_FOUND grantApproval']);
    expect((await grant(story.cedar.e01.staff['ESTATE_MANAGER']!)).refusals).toEqual(['NOT_FOUND grantApproval']);
    expect((await grant(story.harbour.staff['QUALITY_OFFICER']!)).refusals).toEqual([]);
  });

  test('D-05, Q-18 · a limit that has passed meanwhile is not undone: sent back, asked for again only while it runs', async () => {
    const { ticketId, approvalId } = await proposed();
    now = START + 16 * MINUTE;
    const late = await say(of('ESTATE_MANAGER'), 'grantApproval', { approvalId });
    expect(late.facts).toEqual([expect.objectContaining({ code: 'RULE_REFUSED', rule: 'D-05' })]);
    await done(of('ESTATE_MANAGER'), 'sendBackApproval', { approvalId, reason: 'too late' });
    const again = { approvalId, until: at(6 * DAY), note: 'still away' };
    expect((await say(of('TECHNICIAN'), 'resubmitClockPause', again)).facts).toEqual([
      expect.objectContaining({ rule: 'D-05', state: 'BREACHED' }),
    ]);
    await worker.look();
    expect(await arrival(ticketId)).toMatchObject({ state: 'BREACHED', dueAt: at(15) });
    now = START;
    const other = await proposed();
    await done(of('ESTATE_MANAGER'), 'sendBackApproval', { approvalId: other.approvalId, reason: 'so long?' });
    const foreign = await say(of('FRONT_DESK'), 'resubmitClockPause', { ...again, approvalId: other.approvalId });
    expect(foreign.facts).toEqual([expect.objectContaining({ rule: 'Q-18' })]);
    await done(of('TECHNICIAN'), 'resubmitClockPause', { ...again, approvalId: other.approvalId });
    await done(of('ESTATE_MANAGER'), 'grantApproval', { approvalId: other.approvalId });
    expect(await arrival(other.ticketId)).toMatchObject({ state: 'PAUSED', pausedUntil: at(6 * DAY) });
  });

  test('D-05 · what cannot be asked for is refused with its path or rule, by whom it does not concern too', async () => {
    const ids = await accepted();
    const refused = async (over: object, person: StoryPerson | undefined = of('FRONT_DESK')): Promise<unknown> =>
      (await say(person, 'proposeClockPause', { ...ids, ...wish, ...over })).facts[0];
    expect(await refused({ until: at(0) })).toMatchObject({ code: 'INVALID_INPUT', path: 'input.until' });
    expect(await refused({ until: at(91 * DAY) })).toMatchObject({ code: 'INVALID_INPUT', path: 'input.until' });
    expect(await refused({ note: ' ' })).toMatchObject({ code: 'INVALID_INPUT', path: 'input.note' });
    expect(await refused({ reason: 'PARTS_AWAITED' })).toMatchObject({ rule: 'D-05', milestone: 'ON_SITE' });
    expect(await refused({ clockId: 'x' })).toMatchObject({ code: 'NOT_FOUND', what: 'clock' });
    expect(await refused({}, of('CASHIER'))).toMatchObject({ code: 'FORBIDDEN', action: 'clock.pause' });
    for (const estate of [story.harbour.e02, story.cedar.e01])
      expect(await refused({}, estate.staff['FRONT_DESK'])).toMatchObject({ code: 'NOT_FOUND', what: 'ticket' });
    expect((await ticketOf(ids.ticketId)).notes.nodes).toEqual([]);
  });

  test('D-16 · whom a complaint is about neither has its clock stand still nor reads why', async () => {
    const manager = of('ESTATE_MANAGER');
    const about = {
      estateId: story.harbour.e01.id,
      channel: 'PHONE',
      subject: 'rude',
      againstStaffId: manager.subjectId,
    };
    const lodged = { ...about, companyAtFault: true, contacts: 2 };
    const { complaint } = await done(
      of('FRONT_DESK'),
      'lodgeComplaint',
      lodged,
      'complaint { id clocks { id milestone } }',
    );
    const { id: clockId } = complaint.clocks.find(({ milestone }: { milestone: string }) => milestone === 'RECTIFIED');
    const input = { ticketId: complaint.id, clockId, reason: 'AUTHORITY', until: at(9 * DAY), note: 'police' };
    expect((await say(manager, 'proposeClockPause', input)).facts).toEqual([expect.objectContaining({ rule: 'D-16' })]);
    const { approval } = await done(of('FRONT_DESK'), 'proposeClockPause', input, 'approval { id }');
    const grant = await say(manager, 'grantApproval', { approvalId: approval.id }, `approval { ${SUBJECT} }`);
    expect(grant.facts).toEqual([expect.objectContaining({ rule: 'D-16' })]);
    const read = `query ($id: ID!) { approval(id: $id) { ${SUBJECT} } }`;
    expect((await ask(manager, read, { id: approval.id })).data.approval.subject.note).toBeNull();
    await done(story.harbour.staff['QUALITY_OFFICER']!, 'grantApproval', { approvalId: approval.id });
  });

  test('D-05 · with the developer our clocks stand still to the promise, at most as long as the cap, and run again with its work', async () => {
    const { ticketId } = await accepted();
    const responsibility = { ticketId, responsibility: 'DEVELOPER_WARRANTY', reason: '交付两年内' };
    await done(of('SERVICE_MANAGER'), 'decideResponsibility', responsibility);
    now = START + 5 * MINUTE;
    await done(of('FRONT_DESK'), 'passToDeveloper', { ticketId, dueAt: at(2 * DAY) });
    expect(await arrival(ticketId)).toMatchObject({
      ...{ state: 'PAUSED', pauseReason: 'WITH_DEVELOPER', pausedUntil: at(2 * DAY), dueAt: at(2 * DAY + 10) },
    });
    now = START + DAY * MINUTE;
    await done(of('FRONT_DESK'), 'passToDeveloper', { ticketId, dueAt: at(30 * DAY) });
    expect(await arrival(ticketId)).toMatchObject({ state: 'PAUSED', pausedUntil: at(7 * DAY + 5) });
    now = START + 3 * DAY * MINUTE;
    await done(of('FRONT_DESK'), 'recordDeveloperWork', { ticketId });
    const { state, dueAt } = await arrival(ticketId);
    expect(state).toBe('RUNNING');
    expect(Math.abs((dueAt as Date).getTime() - at(3 * DAY + 10).getTime())).toBeLessThan(3);
  });
});
