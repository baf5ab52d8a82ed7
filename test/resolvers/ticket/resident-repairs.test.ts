import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { startRhythm, type Rhythm } from '../../../src/jobs/rhythm.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { rhythmEar, type RhythmEar } from '../../support/rhythm-ear.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const ORDER = `{ id version stage rating ratedAt contentHash takenBy atNight
  signatures { signer mode recordedBy { displayName } } }`;
const MORNING = new Date('2026-11-25T02:00:00Z');
const NIGHT = new Date('2026-11-25T14:30:00Z');
const DAY_MS = 86_400_000;

describe('repairs and their residents', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let rhythm: Rhythm;
  let ear: RhythmEar;
  let now = MORNING;
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
    ear = rhythmEar();
    rhythm = await startRhythm(house, ear);
  });
  afterAll(async () => {
    await rhythm.stop();
    await house.close();
  });

  const e01 = () => story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const thing = verb.endsWith('Ticket') ? `ticket { ... on RepairOrder ${ORDER} }` : `repair ${ORDER}`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals } = await say(person, verb, input);
    expect(refusals).toEqual([]);
    return data[verb].repair ?? data[verb].ticket;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const at = async <T>(instant: Date, work: () => Promise<T>): Promise<T> => {
    now = instant;
    try {
      return await work();
    } finally {
      now = MORNING;
    }
  };
  const home = () => ({ estateId: e01().id, unitId: e01().units[0].id, urgency: 'ORDINARY', subject: 'a tap drips' });
  const inTheApp = () => done(e01().resident, 'reportRepair', { ...home(), channel: 'APP' });
  const byPhone = (person: StoryPerson, over: object = {}) =>
    done(person, 'reportRepair', { ...home(), customerId: e01().resident.subjectId, channel: 'PHONE', ...over });
  const finish = async (ticketId: string): Promise<string> => {
    await done(of('FRONT_DESK'), 'forwardRepair', { ticketId });
    for (const verb of ['acceptRepair', 'startRepair', 'completeRepair'])
      await done(of('TECHNICIAN'), verb, { ticketId });
    return ticketId;
  };
  const completed = async (): Promise<string> => finish((await byPhone(of('FRONT_DESK'))).id);
  /** Who was told of the ticket in a way, once somebody was. */
  const told = async (ticketId: string, kind: string): Promise<string[]> => {
    const look = async () =>
      (
        await house.database.superuser.query<{ id: string }>(
          'select recipient_id as id from notification where subject_id = $1 and kind = $2 order by 1',
          [ticketId, kind],
        )
      ).rows.map(({ id }) => id);
    await ear.until(async () => (await look()).length > 0);
    return look();
  };

  test('R-RPR-05 · what a resident reports by day is told to the front desk, which forwards it', async () => {
    const { id } = await inTheApp();
    expect(await told(id, 'REPAIR_REPORTED')).toContain(of('FRONT_DESK').subjectId);
  });

  test('R-RPR-06, D-08 · at night it is switched to the control room, which is told in the place of the desk', async () => {
    const { id, atNight } = await at(NIGHT, inTheApp);
    expect(atNight).toBe(true);
    expect(await told(id, 'REPAIR_REPORTED')).toEqual([of('CONTROL_ROOM').subjectId]);
  });

  test('R-RPR-06 · what the control room takes down at night is forwarded to Engineering by the same word, by day by another', async () => {
    const order = await at(NIGHT, () => byPhone(of('CONTROL_ROOM')));
    expect(order).toMatchObject({ stage: 'FORWARDED', version: 2, takenBy: 'CONTROL_ROOM', atNight: true });
    expect(await told(order.id, 'REPAIR_FORWARDED')).toContain(of('TECHNICIAN').subjectId);
    expect(await byPhone(of('CONTROL_ROOM'))).toMatchObject({ stage: 'REPORTED', version: 1, atNight: false });
    expect(await at(NIGHT, () => byPhone(of('FRONT_DESK')))).toMatchObject({ stage: 'REPORTED', takenBy: 'DESK' });
  });

  test('R-RPR-11 · a resident signs the own finished order with the own account, and the head after that', async () => {
    const ticketId = await completed();
    const { data } = await ask(
      e01().resident,
      'query ($id: ID!) { ticket(id: $id) { ... on RepairOrder { contentHash } } }',
      {
        id: ticketId,
      },
    );
    const own = { ticketId, signer: 'CUSTOMER', mode: 'ACCOUNT', contentHash: data.ticket.contentHash };
    expect(
      await refused(e01().resident, 'signRepair', { ...own, mode: 'REFUSED', contentHash: null, reason: 'x' }),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.mode',
    });
    expect(await refused(e01().resident, 'signRepair', { ...own, contentHash: 'a'.repeat(64) })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await refused(e01().resident, 'signRepair', { ...own, signer: 'DEPARTMENT_HEAD' })).toMatchObject({
      code: 'FORBIDDEN',
      action: 'repair.countersign',
    });
    expect(await refused(of('FRONT_DESK'), 'signRepair', own)).toMatchObject({ path: 'input.mode' });
    for (const stranger of [e01().next, e01().former, story.harbour.e02.resident, story.cedar.e01.resident])
      expect(await refused(stranger, 'signRepair', own)).toMatchObject({ code: 'NOT_FOUND', what: 'ticket' });
    expect(await done(e01().resident, 'signRepair', own)).toMatchObject({
      stage: 'COMPLETED',
      signatures: [{ signer: 'CUSTOMER', mode: 'ACCOUNT' }],
    });
    const head = { ...own, signer: 'DEPARTMENT_HEAD' };
    expect(await done(of('ENGINEERING_HEAD'), 'signRepair', head)).toMatchObject({ stage: 'SIGNED' });
    expect(await refused(e01().resident, 'issueSignatureLink', { ticketId })).toBeDefined();
  });

  test('R-RPR-22 · a resident rates a finished repair; the last word stands, and the callback stays owed', async () => {
    const ticketId = await completed();
    await done(e01().resident, 'rateRepair', { ticketId, solved: true, satisfaction: 'NEUTRAL' });
    const rated = await done(e01().resident, 'rateRepair', {
      ticketId,
      solved: true,
      satisfaction: 'VERY_SATISFIED',
      remark: '师傅很专业',
    });
    expect(rated).toMatchObject({ stage: 'COMPLETED', rating: 'VERY_SATISFIED', ratedAt: MORNING });
    const { data } = await ask(
      of('FRONT_DESK'),
      `query ($id: ID!) { ticket(id: $id) { ... on RepairOrder { calledBackAt rating } notes { nodes { text } } }
         obligations(filter: { subjectId: $id }) { nodes { kind state } } }`,
      { id: ticketId },
    );
    expect(data).toMatchObject({
      ticket: { calledBackAt: null, rating: 'VERY_SATISFIED', notes: { nodes: [{ text: '师傅很专业' }] } },
      obligations: { nodes: [{ kind: 'CALLBACK', state: 'OPEN' }] },
    });
  });

  test('R-DSP-03 · who has joined another order rates the own one; the work is checked on the leading one', async () => {
    const [{ id: leadingTicketId }, { id: ticketId }] = [await byPhone(of('FRONT_DESK')), await inTheApp()];
    const merge = 'mutation ($input: MergeTicketsInput!) { mergeTickets(input: $input) { cursor } }';
    await ask(of('FRONT_DESK'), merge, { input: { leadingTicketId, ticketIds: [ticketId] } });
    await finish(leadingTicketId);
    await told(ticketId, 'REPAIR_DONE');
    const found = { complete: true, accurate: true, arrivedAsRequired: true };
    expect(await refused(of('SERVICE_MANAGER'), 'checkRepair', { ticketId, ...found })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-DSP-03',
    });
    await done(of('SERVICE_MANAGER'), 'checkRepair', { ticketId: leadingTicketId, ...found });
    const word = { ticketId, solved: true, satisfaction: 'SATISFIED' };
    expect(await done(e01().resident, 'rateRepair', word)).toMatchObject({ rating: 'SATISFIED' });
  });

  test('R-CBK-03, R-RPR-20 · whoever is not satisfied opens it again, and the technician and the head are told', async () => {
    for (const word of [
      { solved: false, satisfaction: 'NEUTRAL' },
      { solved: true, satisfaction: 'DISSATISFIED' },
    ]) {
      const ticketId = await completed();
      expect(await done(e01().resident, 'rateRepair', { ticketId, ...word })).toMatchObject({ stage: 'ACCEPTED' });
      const people = await told(ticketId, 'REPAIR_REOPENED');
      expect(people).toContain(of('TECHNICIAN').subjectId);
      expect(people).toContain(of('ENGINEERING_HEAD').subjectId);
      expect(await refused(e01().resident, 'rateRepair', { ticketId, ...word })).toMatchObject({
        code: 'RULE_REFUSED',
        rule: 'R-RPR-22',
      });
    }
  });

  test('R-RPR-20 · residents rate and open again for thirty days after the work, then the front desk does', async () => {
    const ticketId = await completed();
    const over = new Date(MORNING.getTime() + 30 * DAY_MS + 1);
    const rate = { ticketId, solved: false, satisfaction: 'DISSATISFIED' };
    for (const [verb, input] of [
      ['rateRepair', rate],
      ['reopenTicket', { ticketId, reason: '又漏了' }],
    ] as const)
      expect(await at(over, () => refused(e01().resident, verb, input))).toMatchObject({
        code: 'RULE_REFUSED',
        rule: 'R-RPR-20',
        until: '2026-12-25T02:00:00.000Z',
      });
    await at(over, () => done(of('FRONT_DESK'), 'reopenTicket', { ticketId, reason: '又漏了' }));
    const other = await completed();
    await at(new Date(MORNING.getTime() + 30 * DAY_MS), () =>
      done(e01().resident, 'reopenTicket', { ticketId: other, reason: '又漏了' }),
    );
  });

  test('R-ORG-77, D-30 · only residents rate, and only their own', async () => {
    const ticketId = await completed();
    const input = { ticketId, solved: true, satisfaction: 'SATISFIED' };
    for (const role of ['FRONT_DESK', 'TECHNICIAN', 'SERVICE_MANAGER', 'ESTATE_MANAGER'])
      expect(await refused(of(role), 'rateRepair', input)).toMatchObject({ code: 'FORBIDDEN', action: 'repair.rate' });
    for (const stranger of [e01().next, e01().former, story.harbour.e02.resident, story.cedar.e01.resident])
      expect(await refused(stranger, 'rateRepair', input)).toMatchObject({ code: 'NOT_FOUND', what: 'ticket' });
  });
});
