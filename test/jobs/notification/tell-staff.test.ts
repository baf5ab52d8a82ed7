import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tellStaffReaction } from '../../../src/jobs/notification/tell-staff.reaction.js';
import { ReactionWorker } from '../../../src/jobs/reaction/reaction-worker.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { staffAreTold } from '../../support/staff-told.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

/** By day in Shanghai; the desk is open. */
const NOON = new Date('2026-11-24T04:00:00Z');
const NIGHT = new Date('2026-11-24T15:00:00Z');

describe('who of the staff is told', () => {
  let now = NOON;
  let house: TestHouse;
  let story: Story;
  let e01: Story['harbour']['e01'];
  let ask: Ask;
  let departmentId: string;
  const logins = new Map<string, string>();

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => now } });
    story = await tellStory(house.database);
    e01 = story.harbour.e01;
    ask = await askThrough(house);
    for (const company of [story.harbour, story.cedar])
      for (const group of [company.staff, company.e01.staff, company.e02.staff])
        for (const person of Object.values(group)) logins.set(person.subjectId, person.login);
    const department = { estateId: e01.id, code: 'ENV', name: 'environment', headId: at('CLEANING_HEAD').subjectId };
    departmentId = (await done(at('ESTATE_MANAGER'), 'createDepartment', department, 'department { id }')).department
      .id;
  });
  afterAll(() => house.close());

  const at = (role: string): StoryPerson => e01.staff[role]!;
  const office = (role: string): StoryPerson => story.harbour.staff[role]!;
  const done = async (person: StoryPerson, verb: string, input: object, select = 'cursor') => {
    const type = `${verb.replace(/^./, (letter) => letter.toUpperCase())}Input`;
    const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${select} } }`;
    const { data, refusals } = await ask(person, document, { input });
    expect(refusals).toEqual([]);
    return data[verb];
  };
  const lodge = async (over: object = {}, person = at('FRONT_DESK')): Promise<string> => {
    const home = { unitId: e01.units[0].id, customerId: e01.resident.subjectId };
    const base = { estateId: e01.id, channel: 'PHONE', subject: 'the stairs are dirty', ...home };
    return (await done(person, 'lodgeComplaint', { ...base, ...over }, 'complaint { id }')).complaint.id;
  };
  const report = async (over: object = {}, person = at('FRONT_DESK')): Promise<string> => {
    const base = { estateId: e01.id, unitId: e01.units[0].id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'a tap' };
    return (await done(person, 'reportRepair', { ...base, ...over }, 'repair { id }')).repair.id;
  };
  /** Who of the staff was told of a thing, each as `KIND login`, in the order of the alphabet. */
  const told = async (subjectId: string): Promise<string[]> => {
    await staffAreTold(house, story.harbour.id);
    const { rows } = await house.database.superuser.query<{ kind: string; who: string; company: string }>(
      `select kind, recipient_id as who, company_id as company from notification where subject_id = $1 and recipient_kind = 'STAFF'`,
      [subjectId],
    );
    expect(rows.filter(({ company }) => company !== story.harbour.id)).toEqual([]);
    return rows.map(({ kind, who }) => `${kind} ${logins.get(who) ?? who}`.replace('@harbour', '')).sort();
  };

  let versions = 0;
  /** What the company has set for head office, from today. */
  const tellHeadOffice = async (value: object): Promise<void> => {
    await house.database.superuser.query(
      `insert into policy_version (company_id, id, key, version, effective_from, value, estates_may_override, reason, set_by, set_at)
       values ($1, gen_random_uuid(), 'R-ESC-02', $2, '2026-11-24', $3, false, 'as agreed', $4, now())`,
      [story.harbour.id, (versions += 1), value, office('COMPANY_ADMIN').subjectId],
    );
  };

  test('R-CMP-27 · D-11 · a complaint is told to the superior, once, and to nobody of another estate or company', async () => {
    const id = await lodge();
    expect(await told(id)).toEqual(['COMPLAINT_TAKEN service_manager']);
    expect(await told(id)).toEqual(['COMPLAINT_TAKEN service_manager']);
    const { data } = await ask(at('SERVICE_MANAGER'), '{ notifications(first: 1) { nodes { kind ticket { id } } } }');
    expect(data.notifications.nodes).toEqual([{ kind: 'COMPLAINT_TAKEN', ticket: { id } }]);
    for (const other of [story.harbour.e02.staff['SERVICE_MANAGER']!, story.cedar.e01.staff['SERVICE_MANAGER']!])
      expect((await ask(other, '{ notifications { nodes { kind } } }')).data.notifications.nodes).toEqual([]);
  });

  test('R-CMP-02 · who has lodged it is not told; the desk is, of what a resident or another post took', async () => {
    expect(await told(await lodge({}, at('SERVICE_MANAGER')))).toEqual(['COMPLAINT_TAKEN front_desk']);
    expect(await told(await lodge({ channel: 'APP', customerId: null }, e01.resident))).toEqual([
      'COMPLAINT_TAKEN front_desk',
      'COMPLAINT_TAKEN service_manager',
    ]);
  });

  test('R-CMP-13 · R-ESC-02 · R-CMP-14 · a major one, by injury too: estate manager and quality at once, each once', async () => {
    const major = { ground: 'SERIOUS_LOSS_OR_INJURY' };
    expect(await told(await lodge(major))).toEqual([
      'COMPLAINT_MAJOR estate_manager',
      'COMPLAINT_MAJOR quality_officer',
      'COMPLAINT_TAKEN service_manager',
    ]);
    await tellHeadOffice({ majorComplaints: false, injuries: true, media: true });
    expect(await told(await lodge(major))).toContain('COMPLAINT_MAJOR quality_officer');
    await tellHeadOffice({ majorComplaints: false, injuries: false, media: true });
    expect(await told(await lodge(major))).toEqual([
      'COMPLAINT_MAJOR estate_manager',
      'COMPLAINT_TAKEN service_manager',
    ]);
    await tellHeadOffice({ majorComplaints: true, injuries: true, media: true });
  });

  test('D-16 · whom a complaint is about hears nothing of it', async () => {
    const about = { about: 'SERVICE_DEPARTMENT', againstStaffId: at('SERVICE_MANAGER').subjectId };
    expect(await told(await lodge(about))).toEqual(['COMPLAINT_TAKEN estate_manager']);
    const against = { ground: 'SERIOUS_LOSS_OR_INJURY', againstStaffId: at('ESTATE_MANAGER').subjectId };
    expect(await told(await lodge(against))).toEqual([
      'COMPLAINT_MAJOR quality_officer',
      'COMPLAINT_TAKEN service_manager',
    ]);
  });

  test('R-CMP-05 · R-CMP-09 · R-CMP-07 · R-CBK-04 · department, desk and caller are told as a complaint goes on', async () => {
    const id = await lodge({ companyAtFault: true });
    await done(at('SERVICE_MANAGER'), 'assignTicket', { ticketId: id, departmentId });
    await done(at('CLEANING_HEAD'), 'rectifyComplaint', { ticketId: id, measure: 'swept' });
    await done(at('CLEANING_HEAD'), 'reportRectification', { ticketId: id });
    await done(at('FRONT_DESK'), 'replyToComplaint', { ticketId: id, final: true, mode: 'TELEPHONE', text: 'clean' });
    expect(await told(id)).toEqual([
      'CALLBACK_OWED steward',
      'COMPLAINT_RECTIFIED front_desk',
      'COMPLAINT_TAKEN service_manager',
      'TICKET_ASSIGNED cleaning_head',
    ]);
    await done(e01.resident, 'reopenTicket', { ticketId: id, reason: 'dirty again' });
    expect((await told(id)).filter((line) => line.startsWith('COMPLAINT_REOPENED'))).toEqual([
      'COMPLAINT_REOPENED cleaning_head',
      'COMPLAINT_REOPENED service_manager',
    ]);
  });

  test('R-RPR-06 · D-08 · R-RPR-03 · a resident’s report goes to the desk by day, by night to the control room, which forwards what it takes down', async () => {
    expect(await told(await report({ channel: 'APP' }, e01.resident))).toEqual(['REPAIR_REPORTED front_desk']);
    now = NIGHT;
    expect(await told(await report({ channel: 'APP' }, e01.resident))).toEqual(['REPAIR_REPORTED control_room']);
    expect(await told(await report({}, at('CONTROL_ROOM')))).toEqual(['REPAIR_FORWARDED technician']);
    now = NOON;
  });

  test('R-RPR-06 · D-11 · who is on duty tonight is told of an order, and not the whole department', async () => {
    const { superuser } = house.database;
    const head = at('ENGINEERING_HEAD').subjectId;
    await superuser.query(
      `insert into duty (company_id, id, estate_id, post, staff_id, from_at, until_at, created_at, version)
       values ($1, gen_random_uuid(), $2, 'TECHNICIAN', $3, $4, $5, now(), 1)`,
      [story.harbour.id, e01.id, head, NIGHT, new Date(NIGHT.getTime() + 3_600_000)],
    );
    now = NIGHT;
    expect(await told(await report({}, at('CONTROL_ROOM')))).toEqual(['REPAIR_FORWARDED engineering_head']);
    now = NOON;
  });

  test('R-ESC-02 · D-17 · the media reach quality at once, unless the company says otherwise', async () => {
    const base = { estateId: e01.id, channel: 'MEDIA', callerName: 'a journalist', intent: 'asks about the lift' };
    const call = async (): Promise<string> =>
      (await done(at('FRONT_DESK'), 'recordContact', base, 'contact { id }')).contact.id;
    expect(await told(await call())).toEqual(['CONTACT_FROM_MEDIA quality_officer']);
    await tellHeadOffice({ majorComplaints: true, injuries: true, media: false });
    expect(await told(await call())).toEqual([]);
  });

  test('R-ORG-68 · Q-18 · an approval is told to whoever decides next, the verdict to who has prepared it', async () => {
    const change = { key: 'P-18', effectiveFrom: '2026-12-01', value: 61, reason: 'too long', estateId: e01.id };
    const { approval } = await done(at('ESTATE_MANAGER'), 'proposePolicyChange', change, 'approval { id }');
    expect(await told(approval.id)).toEqual(['APPROVAL_WAITING quality_officer']);
    await done(office('QUALITY_OFFICER'), 'reviewApproval', { approvalId: approval.id });
    expect(await told(approval.id)).toEqual(['APPROVAL_WAITING company_leader', 'APPROVAL_WAITING quality_officer']);
    await done(office('COMPANY_LEADER'), 'sendBackApproval', { approvalId: approval.id, reason: 'why?' });
    expect((await told(approval.id)).filter((line) => line.startsWith('APPROVAL_DECIDED'))).toEqual([
      'APPROVAL_DECIDED estate_manager',
    ]);
    const { data } = await ask(
      at('ESTATE_MANAGER'),
      '{ notifications(filter: { kinds: [APPROVAL_DECIDED] }) { nodes { approval { id } ticket { id } words(language: EN) { body } } } }',
    );
    expect(data.notifications.nodes).toEqual([
      { approval: { id: approval.id }, ticket: null, words: { body: expect.stringContaining('harbour property') } },
    ]);
  });

  test('two nodes that follow the log at once tell each person once', async () => {
    const id = await lodge();
    const nodes = [1, 2, 3].map(() => new ReactionWorker(house, [tellStaffReaction], rhythmEar()));
    await Promise.all(nodes.map((node) => node.follow(story.harbour.id)));
    expect(await told(id)).toEqual(['COMPLAINT_TAKEN service_manager']);
  });
});
