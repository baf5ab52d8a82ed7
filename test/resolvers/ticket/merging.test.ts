import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ReactionWorker } from '../../../src/jobs/reaction/reaction-worker.js';
import { REACTIONS } from '../../../src/jobs/reaction/reactions.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const NOON = new Date('2026-11-24T04:00:00Z');
const TICKET = `id number stage: __typename phase version callers mergedAt mergedInto { id }
  ... on RepairOrder { repairStage: stage technician { id } } ... on Complaint { complaintStage: stage }`;

describe('tickets that are one work', () => {
  let now = NOON;
  let house: TestHouse;
  let story: Story;
  let e01: Story['harbour']['e01'];
  let ask: Ask;
  let departmentId: string;

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => now } });
    story = await tellStory(house.database);
    e01 = story.harbour.e01;
    ask = await askThrough(house);
    const department = { estateId: e01.id, code: 'ENV', name: 'environment', headId: at('CLEANING_HEAD').subjectId };
    const made = await say(at('ESTATE_MANAGER'), 'createDepartment', department, 'department { id }');
    departmentId = made.data.createDepartment.department.id;
  });
  afterAll(() => house.close());

  const at = (role: string): StoryPerson => e01.staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object, select = 'cursor'): Promise<Asked> => {
    const type = `${verb.replace(/^./, (letter) => letter.toUpperCase())}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { ${select} } }`, { input });
  };
  const done = async (person: StoryPerson, verb: string, input: object): Promise<void> => {
    now = new Date(now.getTime() + 60_000);
    const { refusals, facts } = await say(person, verb, input);
    expect([verb, refusals, facts]).toEqual([verb, [], []]);
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const report = async (customer: StoryPerson | null, over: object = {}): Promise<string> => {
    const unit = e01.units[customer === e01.next ? 1 : 0];
    const home = customer ? { unitId: unit.id, customerId: customer.subjectId } : {};
    const base = { estateId: e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'the lift is stuck', ...home };
    const { data } = await say(at('FRONT_DESK'), 'reportRepair', { ...base, ...over }, 'repair { id }');
    return data.reportRepair.repair.id;
  };
  const lodge = async (customer: StoryPerson): Promise<string> => {
    const unit = e01.units[customer === e01.next ? 1 : 0];
    const base = { estateId: e01.id, channel: 'PHONE', subject: 'the stairs are dirty', unitId: unit.id };
    const input = { ...base, customerId: customer.subjectId };
    const { data } = await say(at('FRONT_DESK'), 'lodgeComplaint', input, 'complaint { id }');
    return data.lodgeComplaint.complaint.id;
  };
  const merge = (leadingTicketId: string, ticketIds: readonly string[], person = at('FRONT_DESK')): Promise<Asked> =>
    say(person, 'mergeTickets', { leadingTicketId, ticketIds, reason: '同一部电梯' }, `ticket { ${TICKET} } cursor`);
  const read = async (id: string, person = at('FRONT_DESK')) => {
    const { data } = await ask(person, `query ($id: ID!) { ticket(id: $id) { ${TICKET} } }`, { id });
    return data.ticket;
  };
  const stageOf = async (id: string): Promise<string> => {
    const ticket = await read(id);
    return ticket.repairStage ?? ticket.complaintStage;
  };
  const goOn = async (): Promise<void> => {
    const ear = rhythmEar();
    await new ReactionWorker(house, REACTIONS, ear).follow(story.harbour.id);
    expect([ear.failures, ear.stumbles]).toEqual([[], []]);
  };
  const standing = async (id: string) => {
    const { data } = await ask(
      at('FRONT_DESK'),
      `query ($id: ID!) { ticket(id: $id) { ... on RepairOrder { stage scheduledFrom scheduledUntil scheduleReason technician { id } } clocks { milestone state dueAt } } }`,
      { id },
    );
    return data.ticket;
  };
  const eventsOf = async (id: string): Promise<string[]> => {
    const { rows } = await house.database.superuser.query<{ type: string }>(
      `select substr(type, 8) as type from event where subject_kind = 'ticket' and subject_id = $1 order by seq`,
      [id],
    );
    return rows.map(({ type }) => type);
  };
  const told = async (id: string, person: StoryPerson): Promise<string[]> => {
    const { rows } = await house.database.superuser.query<{ kind: string }>(
      'select kind from notification where subject_id = $1 and recipient_id = $2 order by id',
      [id, person.subjectId],
    );
    return rows.map(({ kind }) => kind);
  };
  const owed = async (id: string): Promise<string[]> => {
    const { rows } = await house.database.superuser.query<{ line: string }>(
      `select kind || ' ' || state as line from obligation where subject_id = $1 order by id`,
      [id],
    );
    return rows.map(({ line }) => line);
  };
  const clocksOf = async (id: string): Promise<string[]> => {
    const { data } = await ask(
      at('FRONT_DESK'),
      `query ($id: ID!) { ticket(id: $id) { clocks { milestone state } } }`,
      {
        id,
      },
    );
    return (data.ticket.clocks as { milestone: string; state: string }[]).map(
      (clock) => `${clock.milestone} ${clock.state}`,
    );
  };

  test('R-DSP-03 · R-CBK-01 · R-REC-23 · one lift, three callers: one work, each customer told and called back', async () => {
    const [leading, second, third] = [await report(e01.resident), await report(e01.next), await report(null)];
    await done(at('FRONT_DESK'), 'forwardRepair', { ticketId: leading });
    const merged = await merge(leading, [second, third]);
    expect(merged.refusals).toEqual([]);
    expect(merged.data.mergeTickets.ticket).toMatchObject({ id: leading, callers: 3, mergedInto: null });
    expect(await read(second)).toMatchObject({ mergedInto: { id: leading }, callers: 1, repairStage: 'FORWARDED' });
    expect((await clocksOf(second)).filter((clock) => clock.startsWith('ACCEPTED'))).toEqual(['ACCEPTED CANCELLED']);
    for (const verb of ['acceptRepair', 'startRepair']) await done(at('TECHNICIAN'), verb, { ticketId: leading });
    await goOn();
    expect(await read(second)).toMatchObject({ repairStage: 'ON_SITE', phase: 'IN_PROGRESS' });
    await done(at('TECHNICIAN'), 'completeRepair', { ticketId: leading });
    await goOn();
    expect(await told(second, e01.next)).toEqual(['REPAIR_TAKEN', 'REPAIR_ON_SITE', 'REPAIR_DONE']);
    expect(await owed(second)).toEqual(['CALLBACK OPEN']);
    await house.database.superuser.query(`update ticket set stage = 'SIGNED' where id = $1`, [leading]);
    await done(at('TECHNICIAN'), 'returnRepair', { ticketId: leading });
    await goOn();
    expect(await stageOf(second)).toBe('RETURNED');
    expect(await stageOf(third)).toBe('CLOSED');
    const call = { mode: 'TELEPHONE', outcome: 'REACHED', solved: true, satisfaction: 'SATISFIED' };
    expect(await refused(at('TECHNICIAN'), 'recordCallback', { ticketId: second, ...call })).toBeDefined();
    await done(at('FRONT_DESK'), 'recordCallback', { ticketId: leading, ...call });
    await done(at('SERVICE_MANAGER'), 'closeTicket', { ticketId: leading });
    await goOn();
    expect(await stageOf(second)).toBe('RETURNED');
    await done(at('FRONT_DESK'), 'recordCallback', { ticketId: second, ...call });
    await done(at('SERVICE_MANAGER'), 'closeTicket', { ticketId: second });
    expect(await read(second)).toMatchObject({ repairStage: 'CLOSED', mergedInto: { id: leading } });
    expect(await owed(second)).toEqual(['CALLBACK FULFILLED']);
    expect(await eventsOf(second)).toEqual([
      'REPAIR_REPORTED',
      'MERGED',
      'FOLLOWED',
      'FOLLOWED',
      'FOLLOWED',
      'FOLLOWED',
      'CALLBACK_TRIED',
      'REPAIR_CALLED_BACK',
      'REPAIR_CLOSED',
    ]);
  });

  test('R-DSP-03 · the work is done on the leading ticket: verbs of the work are refused on a joined one', async () => {
    const [leading, second] = [await report(e01.resident), await report(e01.next)];
    await merge(leading, [second]);
    for (const [person, verb, input] of [
      [at('FRONT_DESK'), 'forwardRepair', {}],
      [at('FRONT_DESK'), 'regradeRepair', { urgency: 'EMERGENCY', reason: 'smoke' }],
      [at('FRONT_DESK'), 'declineTicket', { explanation: 'not ours' }],
      [at('FRONT_DESK'), 'transferTicket', { departmentId, reason: 'theirs' }],
    ] as const)
      expect(await refused(person, verb, { ticketId: second, ...input })).toMatchObject({ rule: 'R-DSP-03' });
    await done(at('FRONT_DESK'), 'addTicketNote', { ticketId: second, text: '又来电', visibility: 'INTERNAL' });
  });

  test('R-DSP-03 · chains, strangers, itself and what is done are refused; nothing changes', async () => {
    const [leading, second, third] = [await report(e01.resident), await report(e01.next), await report(null)];
    await merge(leading, [second]);
    const before = await read(leading);
    for (const [to, ids, refusal] of [
      [second, [third], { code: 'RULE_REFUSED', rule: 'R-DSP-03' }],
      [third, [leading], { code: 'RULE_REFUSED', rule: 'R-DSP-03' }],
      [third, [second], { code: 'RULE_REFUSED', rule: 'R-DSP-03' }],
      [leading, [leading], { code: 'INVALID_INPUT', path: 'input.ticketIds' }],
      [leading, [], { code: 'INVALID_INPUT', path: 'input.ticketIds' }],
      [leading, [randomUUID()], { code: 'NOT_FOUND' }],
      [leading, ['nonsense'], { code: 'NOT_FOUND' }],
      [leading, [await lodge(e01.resident)], { code: 'RULE_REFUSED', rule: 'R-DSP-03' }],
      [leading, [await report(null, { urgency: 'EMERGENCY' })], { code: 'RULE_REFUSED', rule: 'R-RPR-08' }],
    ] as const)
      expect((await merge(to, ids)).facts).toEqual([expect.objectContaining(refusal)]);
    const tooMany = Array.from({ length: 51 }, () => randomUUID());
    expect((await merge(leading, tooMany)).facts).toEqual([expect.objectContaining({ code: 'INVALID_INPUT' })]);
    const stale = { leadingTicketId: leading, ticketIds: [third], expectedVersion: 1 };
    expect(await refused(at('FRONT_DESK'), 'mergeTickets', stale)).toMatchObject({
      code: 'CONFLICT',
      currentVersion: 2,
    });
    expect(await read(leading)).toEqual(before);
    const elsewhere = story.harbour.e02.staff['FRONT_DESK']!;
    for (const person of [elsewhere, story.cedar.e01.staff['FRONT_DESK']!])
      expect((await merge(leading, [third], person)).facts).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })]);
    expect((await merge(leading, [third], at('TECHNICIAN'))).facts).toEqual([
      expect.objectContaining({ code: 'FORBIDDEN', action: 'ticket.merge' }),
    ]);
  });

  test('D-27 · lists count one work and its callers', async () => {
    const [leading, second] = [await report(e01.resident), await report(e01.next)];
    await merge(leading, [second]);
    const list = async (filter: object): Promise<string[]> => {
      const { data } = await ask(
        at('FRONT_DESK'),
        'query ($filter: TicketFilter) { tickets(filter: $filter, first: 100) { nodes { id } } }',
        { filter },
      );
      return data.tickets.nodes.map(({ id }: { id: string }) => id);
    };
    expect(await list({ mergedIntoId: leading })).toEqual([second]);
    expect(await list({ merged: false })).toEqual(expect.arrayContaining([leading]));
    expect(await list({ merged: false })).not.toContain(second);
    expect(await list({ merged: true })).toEqual(expect.arrayContaining([second]));
    const own = await ask(e01.next, `query ($id: ID!) { ticket(id: $id) { callers mergedInto { id } } }`, {
      id: second,
    });
    expect(own.data.ticket).toEqual({ callers: 1, mergedInto: null });
  });

  test('R-DSP-03 · D-27 · what leaves stands again where it stood; both tickets say so', async () => {
    const [leading, second] = [await report(e01.resident), await report(e01.next)];
    await merge(leading, [second]);
    await done(at('FRONT_DESK'), 'forwardRepair', { ticketId: leading });
    for (const verb of ['acceptRepair', 'startRepair', 'completeRepair'])
      await done(at('TECHNICIAN'), verb, { ticketId: leading });
    await goOn();
    expect(await stageOf(second)).toBe('COMPLETED');
    await done(at('FRONT_DESK'), 'unmergeTicket', { ticketId: second, reason: '是另一部电梯' });
    await goOn();
    expect(await read(second)).toMatchObject({
      repairStage: 'REPORTED',
      phase: 'OPEN',
      mergedInto: null,
      mergedAt: null,
    });
    expect(await read(leading)).toMatchObject({ callers: 1 });
    expect(await owed(second)).toEqual(['CALLBACK LAPSED']);
    expect((await eventsOf(second)).at(-1)).toBe('UNMERGED');
    expect((await eventsOf(leading)).at(-1)).toBe('CALLERS_CHANGED');
    expect(await refused(at('FRONT_DESK'), 'unmergeTicket', { ticketId: second, reason: 'again' })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-DSP-03',
    });
    await done(at('FRONT_DESK'), 'forwardRepair', { ticketId: second });
  });

  test('R-RPR-10 · R-DSP-03 · what was agreed with a customer before the ticket joined holds again when it leaves', async () => {
    const [leading, second] = [await report(e01.resident), await report(e01.next)];
    const agreed = { from: '2026-11-25T02:00:00.000Z', until: '2026-11-25T03:00:00.000Z' };
    await done(at('FRONT_DESK'), 'forwardRepair', { ticketId: second });
    await done(at('TECHNICIAN'), 'acceptRepair', { ticketId: second });
    await done(at('FRONT_DESK'), 'scheduleRepair', { ticketId: second, ...agreed, reason: 'CUSTOMER_WISH' });
    const before = await standing(second);
    expect(before).toMatchObject({
      stage: 'SCHEDULED',
      scheduleReason: 'CUSTOMER_WISH',
      scheduledFrom: new Date(agreed.from),
    });
    await merge(leading, [second]);
    await done(at('FRONT_DESK'), 'forwardRepair', { ticketId: leading });
    await goOn();
    expect(await standing(second)).toMatchObject({ stage: 'FORWARDED', scheduledFrom: null });
    await done(at('FRONT_DESK'), 'unmergeTicket', { ticketId: second, reason: '是另一部电梯' });
    expect(await standing(second)).toEqual(before);
  });

  test('R-CBK-03 · R-DSP-03 · a caller who is not satisfied has the work done on the own ticket', async () => {
    const [leading, second] = [await report(e01.resident), await report(e01.next)];
    await done(at('FRONT_DESK'), 'forwardRepair', { ticketId: leading });
    await merge(leading, [second]);
    for (const verb of ['acceptRepair', 'startRepair', 'completeRepair'])
      await done(at('TECHNICIAN'), verb, { ticketId: leading });
    await goOn();
    await done(e01.next, 'reopenTicket', { ticketId: second, reason: 'it is stuck again' });
    expect(await read(second)).toMatchObject({
      repairStage: 'ACCEPTED',
      mergedInto: null,
      technician: { id: at('TECHNICIAN').subjectId },
    });
    expect(await stageOf(leading)).toBe('COMPLETED');
  });

  test('R-DSP-03 · when the leading ticket is called off, those that joined it stand by themselves, and the desk knows', async () => {
    const [leading, second] = [await report(e01.resident), await report(e01.next)];
    await merge(leading, [second]);
    await done(at('SERVICE_MANAGER'), 'cancelTicket', { ticketId: leading, reason: 'taken back' });
    await goOn();
    await goOn();
    expect(await read(second)).toMatchObject({ repairStage: 'REPORTED', mergedInto: null });
    expect(await told(second, at('FRONT_DESK'))).toEqual(['TICKET_UNMERGED']);
  });

  test('R-DSP-03 · R-CMP-25 · joined complaints are put right together, and each customer is answered', async () => {
    const [leading, second] = [await lodge(e01.resident), await lodge(e01.next)];
    await merge(leading, [second]);
    await done(at('FRONT_DESK'), 'assignTicket', { ticketId: leading, departmentId });
    expect(
      await refused(at('CLEANING_HEAD'), 'rectifyComplaint', { ticketId: second, measure: 'swept' }),
    ).toMatchObject({ rule: 'R-DSP-03' });
    await done(at('CLEANING_HEAD'), 'rectifyComplaint', { ticketId: leading, measure: 'swept' });
    await done(at('CLEANING_HEAD'), 'reportRectification', { ticketId: leading });
    await goOn();
    expect(await stageOf(second)).toBe('DEPARTMENT_REPORTED');
    const reply = { final: true, mode: 'TELEPHONE', text: 'it is clean again' };
    await done(at('FRONT_DESK'), 'replyToComplaint', { ticketId: leading, ...reply });
    await goOn();
    expect(await stageOf(second)).toBe('DEPARTMENT_REPORTED');
    await done(at('FRONT_DESK'), 'replyToComplaint', { ticketId: second, ...reply });
    expect(await stageOf(second)).toBe('REPLIED');
  });

  test('D-19 · D-16 · at the end of a shift whoever is in charge hands a ticket over; it stays where it stands, the next one is told', async () => {
    const ticketId = await lodge(e01.resident);
    const [from, to] = [at('CLEANING_HEAD'), at('ENGINEERING_HEAD')];
    await done(at('FRONT_DESK'), 'assignTicket', { ticketId, assigneeId: from.subjectId });
    await done(from, 'rectifyComplaint', { ticketId, measure: 'swept' });
    await goOn();
    const [clocks, stage] = [await clocksOf(ticketId), await stageOf(ticketId)];
    const over = { ticketId, assigneeId: to.subjectId, note: '晚班跟进' };
    expect(await refused(to, 'handOverTicket', over)).toMatchObject({ code: 'RULE_REFUSED', rule: 'D-19' });
    await done(from, 'handOverTicket', over);
    await goOn();
    expect([await clocksOf(ticketId), await stageOf(ticketId)]).toEqual([clocks, stage]);
    expect(await told(ticketId, to)).toEqual(['TICKET_ASSIGNED']);
    expect(await refused(from, 'handOverTicket', over)).toMatchObject({ code: 'RULE_REFUSED', rule: 'D-19' });
    expect(await refused(at('FRONT_DESK'), 'handOverTicket', over)).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.assigneeId',
    });
    const elsewhere = story.harbour.e02.staff['CLEANING_HEAD']!.subjectId;
    expect(await refused(to, 'handOverTicket', { ...over, assigneeId: elsewhere })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const order = { ...over, ticketId: await report(e01.resident) };
    expect(await refused(at('FRONT_DESK'), 'handOverTicket', order)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('D-16 · a complaint is put into nobody’s hands whom it is about', async () => {
    const about = at('CLEANING_HEAD').subjectId;
    const base = { estateId: e01.id, channel: 'PHONE', subject: 'rude', againstStaffId: about };
    const { data } = await say(at('FRONT_DESK'), 'lodgeComplaint', base, 'complaint { id }');
    const ticketId = data.lodgeComplaint.complaint.id;
    for (const verb of ['assignTicket', 'handOverTicket'])
      expect(await refused(at('FRONT_DESK'), verb, { ticketId, assigneeId: about })).toMatchObject({ rule: 'D-16' });
  });

  test('D-19 · R-DSP-09 · a ticket passes to another department with the reason; no clock starts anew, both are told', async () => {
    const ticketId = await report(e01.resident);
    await done(at('FRONT_DESK'), 'forwardRepair', { ticketId });
    await done(at('TECHNICIAN'), 'acceptRepair', { ticketId });
    const clocks = await clocksOf(ticketId);
    await done(at('FRONT_DESK'), 'transferTicket', { ticketId, departmentId, reason: '保洁问题' });
    await goOn();
    expect(await read(ticketId)).toMatchObject({ repairStage: 'FORWARDED', technician: null });
    expect(await clocksOf(ticketId)).toEqual(clocks);
    expect(await told(ticketId, at('CLEANING_HEAD'))).toEqual(['TICKET_TRANSFERRED']);
    expect(await told(ticketId, at('TECHNICIAN'))).toEqual(['REPAIR_FORWARDED', 'TICKET_TRANSFERRED']);
    const again = { ticketId, departmentId, reason: 'again' };
    expect(await refused(at('FRONT_DESK'), 'transferTicket', again)).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.departmentId',
    });
    expect(await refused(at('FRONT_DESK'), 'transferTicket', { ...again, departmentId: randomUUID() })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
