import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const NOW = new Date('2026-11-24T06:00:00Z');

const CALLER = `query ($estateId: ID!, $phone: String!) { caller(estateId: $estateId, phone: $phone) {
  contacts { id }
  matches {
    customer { id name phone }
    holds { unit { code } capacity customer { id } }
    occupants { unit { code } customer { id name } }
    careMarks { kind }
    openTickets { id }
    obligations { kind dueAt }
  } } }`;

describe('who is on the telephone', () => {
  let house: TestHouse;
  let story: Story;
  let e01: Story['harbour']['e01'];
  let ask: Ask;
  let phone: string;
  const made: Record<string, string> = {};

  const staff = (role: string): StoryPerson => e01.staff[role]!;
  const desk = (): StoryPerson => staff('FRONT_DESK');
  const caller = (over: object = {}, person: StoryPerson | undefined = desk()): Promise<Asked> =>
    ask(person, CALLER, { estateId: e01.id, phone, ...over });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, selection: string, input: object): Promise<any> => {
    const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${selection} } }`;
    const { data, refusals } = await ask(person, document, { input });
    expect(refusals).toEqual([]);
    return data[verb];
  };
  const phoneOf = async (id: string): Promise<string> =>
    (await house.database.superuser.query<{ phone: string }>('select phone from customer where id = $1', [id])).rows[0]!
      .phone;

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => NOW } });
    story = await tellStory(house.database);
    e01 = story.harbour.e01;
    ask = await askThrough(house);
    const { resident, next, units } = e01;
    phone = await phoneOf(resident.subjectId);
    await house.database.superuser.query(
      `insert into occupancy (company_id, estate_id, id, unit_id, customer_id, capacity, from_day, until_day)
       select company_id, estate_id, gen_random_uuid(), $1, $2, 'TENANT', '2025-01-01', null from occupancy where id = $3`,
      [units[0].id, next.subjectId, resident.occupancyId],
    );
    await done(staff('STEWARD'), 'addCareMark', '', {
      ...{ customerId: resident.subjectId, kind: 'POWER_DEPENDENT', note: '呼吸机' },
      ...{ consentBy: 'CUSTOMER', consentDay: '2026-11-23' },
    });
    const told = { estateId: e01.id, channel: 'PHONE', contactName: '张', contactPhone: phone };
    const report = { ...told, urgency: 'ORDINARY', unitId: units[0].id };
    const repair = (input: object) => done(desk(), 'reportRepair', 'repair { id }', { ...report, ...input });
    const lodge = (input: object) => done(desk(), 'lodgeComplaint', 'complaint { id }', { ...told, ...input });
    made['repair'] = (await repair({ subject: 'tap drips', customerId: resident.subjectId })).repair.id;
    made['ofTenant'] = (await repair({ subject: 'no light', customerId: next.subjectId })).repair.id;
    made['over'] = (await repair({ subject: 'mistaken', customerId: resident.subjectId })).repair.id;
    await done(desk(), 'cancelTicket', '', { ticketId: made['over'], reason: 'taken back' });
    made['complaint'] = (
      await lodge({
        subject: 'rude',
        customerId: resident.subjectId,
        companyAtFault: true,
        againstStaffId: staff('STEWARD').subjectId,
      })
    ).complaint.id;
    await done(desk(), 'promiseReply', '', { ticketId: made['complaint'], nextReplyDueAt: '2026-11-25T02:00:00Z' });
  });
  afterAll(() => house.close());

  test('R-REC-15, R-REC-16, R-REC-24, D-15 · the desk sees home, household, care, open tickets and promises in one view', async () => {
    const { data, refusals } = await caller();
    expect(refusals).toEqual([]);
    const { matches, contacts } = data.caller;
    expect(matches).toHaveLength(1);
    const [match] = matches;
    const { resident, next } = e01;
    expect(match.customer).toMatchObject({ id: resident.subjectId, phone });
    expect(match.holds).toEqual([{ unit: { code: '101' }, capacity: 'OWNER', customer: { id: resident.subjectId } }]);
    expect(match.occupants).toEqual([
      { unit: { code: '101' }, customer: { id: resident.subjectId, name: expect.stringMatching(/^张三/) } },
      { unit: { code: '101' }, customer: { id: next.subjectId, name: expect.stringMatching(/^张三/) } },
    ]);
    expect(match.careMarks).toEqual([{ kind: 'POWER_DEPENDENT' }]);
    expect(new Set(match.openTickets.map(({ id }: { id: string }) => id))).toEqual(
      new Set([made['repair'], made['ofTenant'], made['complaint']]),
    );
    expect(match.obligations).toContainEqual({ kind: 'COMPLAINT_REPLY', dueAt: new Date('2026-11-25T02:00:00Z') });
    expect(contacts).toHaveLength(4);
  });

  test('R-REC-15 · a number is found however it is written, and by its last four digits', async () => {
    const written = `+86 ${phone.slice(0, 3)}-${phone.slice(3, 7)} ${phone.slice(7)}`;
    for (const form of [written, phone.slice(-4)]) {
      const { data } = await caller({ phone: form });
      expect(data.caller.matches.map(({ customer }: { customer: { id: string } }) => customer.id)).toContain(
        e01.resident.subjectId,
      );
    }
    expect((await caller({ phone: '999' })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'phone' }),
    ]);
  });

  test('R-REC-22 · who is no customer is known by what the log has of the telephone', async () => {
    const stranger = { estateId: e01.id, channel: 'PHONE', callerName: '推销', callerPhone: '13655550000' };
    const { contact } = await done(desk(), 'recordContact', 'contact { id }', { ...stranger, intent: 'offers' });
    const { data } = await caller({ phone: '13655550000' });
    expect(data.caller).toEqual({ contacts: [{ id: contact.id }], matches: [] });
  });

  test('D-28 · who has left is found without what the next one has', async () => {
    const { data } = await caller({ phone: await phoneOf(e01.former.subjectId) });
    expect(data.caller.matches).toEqual([
      expect.objectContaining({ holds: [], occupants: [], openTickets: [], careMarks: [] }),
    ]);
  });

  test('D-16 · whom a complaint is about neither sees it nor what is owed for it', async () => {
    const { data } = await caller({}, staff('STEWARD'));
    const [match] = data.caller.matches;
    expect(match.openTickets).toHaveLength(2);
    expect(match.openTickets).not.toContainEqual({ id: made['complaint'] });
    expect(match.obligations).not.toContainEqual(expect.objectContaining({ kind: 'COMPLAINT_REPLY' }));
  });

  test('R-ORG-78 · nobody looks behind the mask without the right or a grant for the estate; under a grant it is logged', async () => {
    const quality = story.harbour.staff['QUALITY_OFFICER']!;
    expect((await caller({}, quality)).facts).toEqual([{ code: 'FORBIDDEN', action: 'customer.unmask' }]);
    await done(quality, 'grantUnmask', '', {
      estateId: e01.id,
      purpose: 'COMPLAINT_REVIEW',
      reason: 'sample of complaints',
    });
    const { data, refusals } = await caller({}, quality);
    expect(refusals).toEqual([]);
    expect(data.caller.matches[0].customer).toMatchObject({ id: e01.resident.subjectId, phone });
    const { rows } = await house.database.superuser.query(
      `select subject_id from unmask_read where company_id = $1 and subject_id = $2`,
      [story.harbour.id, e01.resident.subjectId],
    );
    expect(rows).toEqual([{ subject_id: e01.resident.subjectId }]);
  });

  test('R-ORG-77, R-ORG-78 · no other estate, no other company, no resident and nobody unknown asks who calls', async () => {
    expect((await caller({}, story.harbour.e02.staff['FRONT_DESK'])).refusals).toEqual(['NOT_FOUND caller']);
    expect((await caller({}, story.cedar.e01.staff['FRONT_DESK'])).refusals).toEqual(['NOT_FOUND caller']);
    expect((await caller({}, e01.resident)).refusals).toEqual(['FORBIDDEN caller']);
    expect((await caller({}, staff('SECURITY'))).refusals).toEqual(['FORBIDDEN caller']);
    expect((await ask(undefined, CALLER, { estateId: e01.id, phone })).refusals).toEqual(['UNAUTHENTICATED caller']);
    expect((await caller({ estateId: 'E01' })).refusals).toEqual(['NOT_FOUND caller']);
  });

  test('the whole view costs six statements at most', async () => {
    expect((await caller()).statements).toBeLessThanOrEqual(6);
  });
});
