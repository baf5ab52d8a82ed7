import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import type { ClockEntry } from '../../../src/domain/service-clock/clock-ledger.js';
import { readClock } from '../../../src/domain/service-clock/read-clock.js';
import { aroundTheClock } from '../../../src/domain/service-clock/time-measure.js';
import { TIMER_HANDLERS } from '../../../src/jobs/timer/timer-handlers.js';
import { TimerWorker } from '../../../src/jobs/timer/timer-worker.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { staffAreTold } from '../../support/staff-told.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const CLOCKS = `query ($id: ID!) { ticket(id: $id) { version clocks { id milestone rule round state policy policyVersion calendar limitSeconds remainingSeconds startedAt dueAt stoppedAt warnedAt breachedAt breachWithdrawnAt pausedSeconds pauseReason pausedUntil } } }`;
const TIMELINE = `query ($id: ID!) { ticket(id: $id) { timeline(first: 100) { nodes { type actor { kind } } } } }`;
const START = Date.parse('2026-11-25T02:00:00Z');
const MINUTE = 60_000;
/** What clocks tell of. */
const TOLD = [
  'REPAIR_NOT_ACCEPTED',
  'REPAIR_NOT_STARTED',
  'CALLBACK_OVERDUE',
  'COMPLAINT_LATE',
  'COMPLAINT_NOT_FED_BACK',
  'PROMISED_REPLY_DUE',
  'COMPLAINT_TURNED_MAJOR',
];
/** As an answer shows it. */
type ShownClock = Readonly<Record<string, unknown>>;

describe('service clocks', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let worker: TimerWorker;
  let now = START;
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
    worker = new TimerWorker(house, TIMER_HANDLERS, rhythmEar());
  });
  afterAll(async () => {
    await worker.stop();
    await house.close();
  });

  const e01 = () => story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role]!;
  const desk = (): StoryPerson => of('FRONT_DESK');
  const at = (minutes: number): Date => new Date(START + minutes * MINUTE);
  const go = async (minutes: number, ms = 0): Promise<void> => {
    now = START + minutes * MINUTE + ms;
    await worker.look();
  };
  const done = async (person: StoryPerson, document: string, input: object): Promise<unknown> => {
    const { data, refusals } = await ask(person, document, { input });
    expect(refusals).toEqual([]);
    return Object.values(data as Record<string, unknown>)[0];
  };
  const step = (person: StoryPerson, verb: string, input: object) =>
    done(
      person,
      `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { cursor } }`,
      input,
    );
  const report = async (over: object = {}, person = desk()): Promise<string> => {
    const base = { estateId: e01().id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'tap' };
    const document = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`;
    return ((await done(person, document, { ...base, ...over })) as { repair: { id: string } }).repair.id;
  };
  const lodge = async (over: object = {}): Promise<string> => {
    const base = { estateId: e01().id, channel: 'PHONE', subject: 'noise' };
    const document = `mutation ($input: LodgeComplaintInput!) { lodgeComplaint(input: $input) { complaint { id } } }`;
    return ((await done(desk(), document, { ...base, ...over })) as { complaint: { id: string } }).complaint.id;
  };
  const clocksOf = async (id: string, person = desk()): Promise<Record<string, ShownClock>> => {
    const { data } = await ask(person, CLOCKS, { id });
    const clocks = data.ticket.clocks as ShownClock[];
    return Object.fromEntries(clocks.map((each) => [`${String(each['milestone'])} ${String(each['round'])}`, each]));
  };
  const toldOf = async (id: string): Promise<string[]> => {
    const { data } = await ask(desk(), TIMELINE, { id });
    return (data.ticket.timeline.nodes as { type: string }[])
      .map(({ type }) => type)
      .filter((type) => /^clock/.test(type));
  };
  const notified = async (id: string): Promise<string[]> => {
    await staffAreTold(house, story.harbour.id);
    const { rows } = await house.database.superuser.query<{ kind: string; name: string }>(
      `select n.kind, s.display_name as name from notification n join staff s on s.company_id = n.company_id and s.id = n.recipient_id
        where n.subject_id = $1 and n.kind = any ($2) order by 1, 2`,
      [id, TOLD],
    );
    return rows.map(({ kind, name }) => `${kind} ${name}`);
  };

  test('R-RPR-05, R-MET-09 · a report starts its clocks with limit and policy, the steps stop them', async () => {
    now = START;
    const id = await report();
    expect(await clocksOf(id)).toMatchObject({
      'ACCEPTED 1': {
        rule: 'R-RPR-05',
        state: 'RUNNING',
        policy: 'R-RPR-05',
        policyVersion: null,
        calendar: 'AROUND_THE_CLOCK',
        limitSeconds: 180,
        remainingSeconds: 180,
        startedAt: at(0),
        dueAt: at(3),
      },
      'FORWARDED 1': { state: 'RUNNING', dueAt: at(3) },
      'AT_THE_DOOR 1': { state: 'RUNNING', dueAt: at(18) },
    });
    now = START + 2 * MINUTE;
    await step(desk(), 'forwardRepair', { ticketId: id });
    await step(of('TECHNICIAN'), 'acceptRepair', { ticketId: id });
    expect(await clocksOf(id)).toMatchObject({
      'FORWARDED 1': { state: 'MET', stoppedAt: at(2), remainingSeconds: null },
      'ACCEPTED 1': { state: 'MET', stoppedAt: at(2) },
      'ON_SITE 1': { rule: 'R-RPR-07', state: 'RUNNING', startedAt: at(2), dueAt: at(17), remainingSeconds: 900 },
    });
    await go(20);
    expect(await toldOf(id)).toEqual(['clock.BREACHED', 'clock.BREACHED']);
  });

  test('R-MET-05 · four fifths are told, then the limit a millisecond after its last instant, each once', async () => {
    now = START;
    const id = await report();
    await step(desk(), 'forwardRepair', { ticketId: id });
    await go(2, 23_999);
    expect(await toldOf(id)).toEqual([]);
    await go(2, 24_000);
    expect(await toldOf(id)).toEqual(['clock.WARNED']);
    await go(3);
    expect(await clocksOf(id)).toMatchObject({
      'ACCEPTED 1': { state: 'RUNNING', warnedAt: new Date(START + 144_000) },
    });
    await go(3, 1);
    await worker.look();
    expect(await toldOf(id)).toEqual(['clock.WARNED', 'clock.BREACHED']);
    expect((await clocksOf(id))['ACCEPTED 1']).toMatchObject({
      state: 'BREACHED',
      breachedAt: at(3),
      stoppedAt: null,
      remainingSeconds: -1,
    });
    expect(await notified(id)).toEqual(['REPAIR_NOT_ACCEPTED engineering_head', 'REPAIR_NOT_ACCEPTED service_manager']);
    now = START + 5 * MINUTE;
    await step(of('TECHNICIAN'), 'acceptRepair', { ticketId: id });
    expect((await clocksOf(id))['ACCEPTED 1']).toMatchObject({
      state: 'BREACHED',
      breachedAt: at(3),
      stoppedAt: at(5),
    });
  });

  test('R-DSP-03, D-27 · no clock is stopped by joining another ticket: when it leaves, what has passed is told, once', async () => {
    now = START;
    const [leading, id] = [await report(), await report()];
    await step(desk(), 'forwardRepair', { ticketId: id });
    now = START + MINUTE;
    await step(desk(), 'mergeTickets', { leadingTicketId: leading, ticketIds: [id] });
    await go(5);
    expect((await clocksOf(id))['ACCEPTED 1']).toMatchObject({ state: 'CANCELLED', remainingSeconds: null });
    expect([await toldOf(id), await notified(id)]).toEqual([[], []]);
    await step(desk(), 'unmergeTicket', { ticketId: id, reason: 'another lift', occurredAt: at(2) });
    expect((await clocksOf(id))['ACCEPTED 1']).toMatchObject({ state: 'BREACHED', dueAt: at(3), breachedAt: at(3) });
    expect((await clocksOf(id))['AT_THE_DOOR 1']).toMatchObject({ state: 'RUNNING', dueAt: at(18), pausedSeconds: 0 });
    await worker.look();
    await worker.look();
    expect(await toldOf(id)).toEqual(['clock.BREACHED']);
    expect(await notified(id)).toEqual(['REPAIR_NOT_ACCEPTED engineering_head', 'REPAIR_NOT_ACCEPTED service_manager']);
    now = START + 6 * MINUTE;
    await step(desk(), 'mergeTickets', { leadingTicketId: leading, ticketIds: [id], occurredAt: at(2) });
    expect((await clocksOf(id))['ACCEPTED 1']).toMatchObject({ state: 'BREACHED', breachWithdrawnAt: null });
  });

  test('R-MET-11 · what was done in time and entered late takes the breach back, once, with an event', async () => {
    now = START;
    const id = await report();
    await step(desk(), 'forwardRepair', { ticketId: id });
    await go(4);
    await step(of('TECHNICIAN'), 'acceptRepair', { ticketId: id, occurredAt: at(3) });
    expect((await clocksOf(id))['ACCEPTED 1']).toMatchObject({
      state: 'MET',
      stoppedAt: at(3),
      breachedAt: null,
      breachWithdrawnAt: at(4),
    });
    expect(await toldOf(id)).toEqual(['clock.BREACHED', 'clock.BREACH_WITHDRAWN']);
    await step(of('TECHNICIAN'), 'startRepair', { ticketId: id });
    expect(await toldOf(id)).toHaveLength(2);
  });

  test('R-MET-05 · a limit that passed before anybody looked is told all the same, also when the milestone came later', async () => {
    now = START;
    const id = await report();
    await step(desk(), 'forwardRepair', { ticketId: id });
    now = START + 10 * MINUTE;
    await step(of('TECHNICIAN'), 'acceptRepair', { ticketId: id });
    expect((await clocksOf(id))['ACCEPTED 1']).toMatchObject({ state: 'BREACHED', stoppedAt: at(10) });
    expect(await toldOf(id)).toEqual([]);
    await worker.look();
    expect(await toldOf(id)).toEqual(['clock.BREACHED']);
  });

  test('D-19 · what a ticket has waited for is in its ledger: from it alone every clock can be told again', async () => {
    await go(60);
    const { rows } = await house.database.superuser.query<{
      clock: Record<string, unknown>;
      ledger: Record<string, string>[];
    }>(
      `select to_jsonb(c) as clock, jsonb_agg(to_jsonb(e) order by e.occurred_at, e.id) as ledger
         from service_clock c join clock_entry e on e.company_id = c.company_id and e.clock_id = c.id
        group by c.company_id, c.id`,
    );
    expect(rows.length).toBeGreaterThan(12);
    const instant = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null);
    for (const { clock: kept, ledger } of rows) {
      const entries = ledger.map(
        (e) =>
          ({
            kind: e['kind'],
            at: new Date(e['occurred_at']!),
            recordedAt: new Date(e['recorded_at']!),
            reason: e['reason'],
            until: instant(e['until_at']),
          }) as ClockEntry,
      );
      const reading = readClock(entries, { ms: Number(kept['limit_ms']), measure: aroundTheClock }, new Date(now));
      expect({
        state: kept['state'],
        dueAt: instant(kept['due_at']),
        stoppedAt: instant(kept['stopped_at']),
        breachedAt: instant(kept['breached_at']),
        warnedAt: instant(kept['warned_at']),
        breachWithdrawnAt: instant(kept['breach_withdrawn_at']),
        pausedSeconds: kept['paused_seconds'],
      }).toEqual({
        state: reading.state,
        dueAt: reading.dueAt,
        stoppedAt: reading.stoppedAt,
        breachedAt: reading.breachedAt,
        warnedAt: reading.warnedAt,
        breachWithdrawnAt: reading.breachWithdrawnAt,
        pausedSeconds: reading.pausedSeconds,
      });
    }
    const api = house.pool.query(`update clock_entry set late = true`);
    await expect(api).rejects.toMatchObject({ code: '42501' });
  });

  test('R-CMP-17 · twelve hours without feedback are told to service manager and estate manager; an interim reply stops the clock (D-01)', async () => {
    now = START;
    const [silent, fed] = [await lodge(), await lodge()];
    now = START + 60 * MINUTE;
    await step(desk(), 'replyToComplaint', {
      ticketId: fed,
      final: false,
      mode: 'TELEPHONE',
      text: 'soon',
      nextReplyDueAt: at(90),
    });
    await go(91);
    expect(await clocksOf(fed)).toMatchObject({
      'FEEDBACK 1': { state: 'MET', stoppedAt: at(60) },
      'PROMISED_REPLY 1': { rule: 'R-CMP-24', state: 'BREACHED', breachedAt: at(90), policy: null },
    });
    expect(await notified(fed)).toEqual(['PROMISED_REPLY_DUE front_desk']);
    await go(721);
    expect(await clocksOf(silent)).toMatchObject({ 'FEEDBACK 1': { state: 'BREACHED', breachedAt: at(720) } });
    expect(await notified(silent)).toEqual([
      'COMPLAINT_NOT_FED_BACK estate_manager',
      'COMPLAINT_NOT_FED_BACK service_manager',
    ]);
  });

  test('R-CMP-37, R-CMP-14, D-02, D-06 · unsolved for a month a complaint is major by itself, its own clock starts; a dismissed one stays', async () => {
    now = START;
    const [open, dismissed] = [await lodge(), await lodge()];
    await step(of('SERVICE_MANAGER'), 'judgeComplaint', {
      ticketId: dismissed,
      substantiated: false,
      reason: 'weather',
    });
    const month = Date.parse('2026-12-25T23:59:59.999+08:00');
    now = month;
    await worker.look();
    const classOf = async (id: string) =>
      (
        await ask(
          desk(),
          `query ($id: ID!) { ticket(id: $id) { version ... on Complaint { class } timeline(first: 100) { nodes { type actor { kind } } } } }`,
          { id },
        )
      ).data.ticket;
    expect((await classOf(open)).class).toBe('GENERAL');
    now = month + 1;
    await worker.look();
    const turned = await classOf(open);
    expect(turned).toMatchObject({ class: 'MAJOR', version: 2 });
    expect(turned.timeline.nodes).toContainEqual({ type: 'ticket.COMPLAINT_RAISED', actor: { kind: 'SYSTEM' } });
    expect((await clocksOf(open))['HANDLING_TOLD 1']).toMatchObject({
      state: 'RUNNING',
      dueAt: new Date(month + 1 + 30 * MINUTE),
    });
    expect(await notified(open)).toContain('COMPLAINT_TURNED_MAJOR estate_manager');
    expect((await classOf(dismissed)).class).toBe('GENERAL');
    now = START;
  });

  test('R-MET-06 · a ticket that is called off takes its clocks along; nothing is told later', async () => {
    now = START;
    const id = await report({ unitId: e01().units[0].id, channel: 'APP' }, e01().resident);
    now = START + MINUTE;
    await step(e01().resident, 'cancelTicket', { ticketId: id, reason: 'works again' });
    await go(30);
    for (const shown of Object.values(await clocksOf(id)))
      expect(shown).toMatchObject({ state: 'CANCELLED', breachedAt: null });
    expect(await toldOf(id)).toEqual([]);
    expect(await clocksOf(id, e01().resident)).toEqual({});
  });

  test('R-MET-11 · what is entered more than a day late is marked, in the event and in the ledger', async () => {
    now = START;
    const id = await report({ occurredAt: new Date(START - 25 * 60 * MINUTE) });
    const { rows } = await house.database.superuser.query<{ facts: object; late: boolean }>(
      `select e.facts, l.late from event e join service_clock c on c.ticket_id = e.subject_id join clock_entry l on l.clock_id = c.id
        where e.subject_id = $1 and e.type = 'ticket.REPAIR_REPORTED' and l.kind = 'START'`,
      [id],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ facts: { enteredLate: true }, late: true });
    const fresh = await report({ occurredAt: new Date(START - 24 * 60 * MINUTE) });
    const { rows: marked } = await house.database.superuser.query(
      `select 1 from clock_entry l join service_clock c on c.id = l.clock_id where c.ticket_id = $1 and l.late`,
      [fresh],
    );
    expect(marked).toEqual([]);
  });

  test('R-RPR-13, R-ORG-68 · what is owed no longer ends its clock: a callback that was waived is not told of as late', async () => {
    now = START;
    const id = await report({ unitId: e01().units[0].id });
    await step(desk(), 'forwardRepair', { ticketId: id });
    await step(of('TECHNICIAN'), 'acceptRepair', { ticketId: id });
    await step(of('TECHNICIAN'), 'startRepair', { ticketId: id });
    await step(of('TECHNICIAN'), 'completeRepair', { ticketId: id });
    const document = `query ($id: ID!) { obligations(filter: { subjectId: $id, kinds: [CALLBACK] }) { nodes { id dueAt } } }`;
    const [owed] = (await ask(desk(), document, { id })).data.obligations.nodes;
    const waited = (await clocksOf(id))['CALLED_BACK_AFTER_WORK 1'];
    expect(waited).toMatchObject({ rule: 'D-23', policy: 'P-18', state: 'RUNNING', dueAt: owed.dueAt });
    await step(of('SERVICE_MANAGER'), 'waiveObligation', { obligationId: owed.id, reason: 'abroad' });
    expect((await clocksOf(id))['CALLED_BACK_AFTER_WORK 1']).toMatchObject({ state: 'CANCELLED' });
    await go(60 * 25);
    expect(await toldOf(id)).not.toContain('clock.BREACHED');
    now = START;
  });

  test('D-05, D-19 · nobody lets the technician in: the arrival clock stands still, runs again by itself or by word, and is due later', async () => {
    now = START;
    const id = await report();
    await step(desk(), 'forwardRepair', { ticketId: id });
    await step(of('TECHNICIAN'), 'acceptRepair', { ticketId: id });
    const arrival = async (): Promise<ShownClock> => (await clocksOf(id))['ON_SITE 1']!;
    const clockId = (await arrival())['id'];
    const pause = { ticketId: id, clockId, reason: 'NO_ACCESS' };
    now = START + 5 * MINUTE;
    await step(of('TECHNICIAN'), 'pauseClock', { ...pause, until: at(25) });
    expect(await arrival()).toMatchObject({
      state: 'PAUSED',
      pauseReason: 'NO_ACCESS',
      pausedUntil: at(25),
      dueAt: at(35),
    });
    await go(15);
    await step(of('TECHNICIAN'), 'resumeClock', { ticketId: id, clockId });
    expect(await arrival()).toMatchObject({ state: 'RUNNING', pausedSeconds: 600, pauseReason: null, dueAt: at(25) });
    await step(desk(), 'pauseClock', { ...pause, reason: 'CUSTOMER_ABSENT', until: at(20) });
    await go(20);
    expect(await arrival()).toMatchObject({ state: 'RUNNING', pausedSeconds: 900, dueAt: at(30) });
    await go(30, 1);
    expect(await arrival()).toMatchObject({ state: 'BREACHED', breachedAt: at(30) });
    const told = (await toldOf(id)).filter((type) => type === 'clock.PAUSED' || type === 'clock.RESUMED');
    expect(told).toEqual(['clock.PAUSED', 'clock.RESUMED', 'clock.PAUSED', 'clock.RESUMED']);
  });

  test('D-05, D-27 · a clock is paused within its cap, for a reason of its milestone, by whom it concerns, and once', async () => {
    now = START;
    const id = await report();
    const other = await report();
    await step(desk(), 'forwardRepair', { ticketId: id });
    await step(of('TECHNICIAN'), 'acceptRepair', { ticketId: id });
    const clocks = await clocksOf(id);
    const document = `mutation ($input: PauseClockInput!) { pauseClock(input: $input) { cursor ticket { version } } }`;
    const base = { ticketId: id, clockId: clocks['ON_SITE 1']!['id'], reason: 'NO_ACCESS' };
    const pause = async (over: object, person = desk()) => {
      const { refusals, facts } = await ask(person, document, { input: { ...base, ...over } });
      return [refusals[0], facts[0]] as const;
    };
    const day = 1_440;
    expect(await pause({ until: new Date(START + day * MINUTE + 1) })).toEqual([
      'RULE_REFUSED pauseClock',
      expect.objectContaining({ rule: 'D-05', capMinutes: day, latest: at(day).toISOString() }),
    ]);
    expect(await pause({ reason: 'PARTS_AWAITED' })).toEqual([
      'RULE_REFUSED pauseClock',
      expect.objectContaining({
        rule: 'D-05',
        allowed: ['CUSTOMER_ABSENT', 'NO_ACCESS', 'AUTHORITY', 'WITH_DEVELOPER'],
      }),
    ]);
    expect((await pause({ clockId: clocks['ACCEPTED 1']!['id'] }))[0]).toBe('RULE_REFUSED pauseClock');
    expect((await pause({ until: at(0) }))[0]).toBe('INVALID_INPUT pauseClock');
    expect((await pause({ expectedVersion: 1 }))[0]).toBe('CONFLICT pauseClock');
    for (const foreign of [{ ticketId: other }, { clockId: other }, { clockId: 'x' }])
      expect((await pause(foreign))[0]).toBe('NOT_FOUND pauseClock');
    const strangers = [story.harbour.e02.staff['FRONT_DESK']!, story.cedar.e01.staff['FRONT_DESK']!];
    for (const stranger of strangers) expect((await pause({}, stranger))[0]).toBe('NOT_FOUND pauseClock');
    const commandId = '0199d1c0-0000-7000-8000-00000000c10c';
    expect(await pause({ commandId })).toEqual([undefined, undefined]);
    expect(await pause({ commandId })).toEqual([undefined, undefined]);
    expect((await pause({}))[1]).toMatchObject({ rule: 'D-05', state: 'PAUSED' });
    expect((await toldOf(id)).filter((type) => type === 'clock.PAUSED')).toHaveLength(1);
  });

  test('tickets are found by a clock that meets everything asked: state, milestone, due before, overdue, due soon', async () => {
    now = START - 60 * MINUTE;
    const found = async (clock: object, person = desk()): Promise<boolean[]> => {
      const document = `query ($filter: TicketFilter) { tickets(first: 100, filter: $filter) { nodes { id } } }`;
      const { data, refusals } = await ask(person, document, { filter: { estateIds: [e01().id], clock } });
      expect(refusals).toEqual([]);
      const ids = (data.tickets.nodes as { id: string }[]).map(({ id }) => id);
      return [ids.includes(fresh), ids.includes(taken)];
    };
    const unknown = `{ tickets(filter: { clock: { milestones: ["NOTHING"] } }) { nodes { id } } }`;
    expect((await ask(desk(), unknown)).refusals).toEqual(['INVALID_INPUT tickets']);
    const fresh = await report();
    const taken = await report();
    await step(desk(), 'forwardRepair', { ticketId: taken });
    await step(of('TECHNICIAN'), 'acceptRepair', { ticketId: taken });
    const accepted = { milestones: ['ACCEPTED'] };
    expect(await found({ ...accepted, states: ['RUNNING'] })).toEqual([true, false]);
    expect(await found({ ...accepted, states: ['MET', 'BREACHED'] })).toEqual([false, true]);
    expect(await found({ ...accepted, overdue: true })).toEqual([false, false]);
    expect(await found({ ...accepted, dueBefore: at(-57) })).toEqual([false, false]);
    expect(await found({ ...accepted, dueBefore: at(-56) })).toEqual([true, false]);
    now = START - 58 * MINUTE;
    expect(await found({ ...accepted, dueSoon: true })).toEqual([false, false]);
    expect(await found({ ...accepted, dueSoon: false })).toEqual([true, false]);
    now += 24_000;
    expect(await found({ ...accepted, dueSoon: true })).toEqual([true, false]);
    now = START - 57 * MINUTE;
    expect(await found({ ...accepted, overdue: false })).toEqual([true, false]);
    now += 1;
    expect(await found({ ...accepted, overdue: true })).toEqual([true, false]);
    expect(await found({ ...accepted, dueSoon: true })).toEqual([false, false]);
    expect(await found({ milestones: ['ON_SITE'], dueBefore: at(0) })).toEqual([false, true]);
    expect(await found({}, e01().resident)).toEqual([false, false]);
    now = START;
  });

  test('a timeline tells of which clock its events are, residents of none', async () => {
    now = START;
    const id = await report({ unitId: e01().units[0].id, channel: 'APP' }, e01().resident);
    await go(4);
    const document = `query ($id: ID!) { ticket(id: $id) { timeline(first: 100) { nodes { type clock { milestone state } } } } }`;
    const told = async (person: StoryPerson) => (await ask(person, document, { id })).data.ticket.timeline.nodes;
    expect(await told(desk())).toEqual(
      expect.arrayContaining([
        { type: 'ticket.REPAIR_REPORTED', clock: null },
        { type: 'clock.BREACHED', clock: { milestone: 'ACCEPTED', state: 'BREACHED' } },
      ]),
    );
    expect(await told(e01().resident)).toEqual([{ type: 'ticket.REPAIR_REPORTED', clock: null }]);
  });

  test('a list of tickets shows its clocks with one statement more, however many there are', async () => {
    const list = (fields: string) => ask(desk(), `{ tickets(first: 20) { nodes { id ${fields} } } }`);
    const [bare, withClocks] = [await list(''), await list('clocks { state dueAt }')];
    expect(withClocks.statements).toBe(bare.statements + 1);
    expect(withClocks.data.tickets.nodes.length).toBeGreaterThan(5);
  });
});
