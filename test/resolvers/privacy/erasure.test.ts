import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hashPassword } from '../../../src/tenancy/identity/password.js';
import { startRhythm } from '../../../src/jobs/rhythm.js';
import { attach } from '../../support/files.js';
import { picture } from '../../support/pictures.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { startTestServer, type Answer, type TestServer } from '../../support/test-server.js';
import { tellStory, type Story, type StoryEstate, type StoryPerson } from '../../support/story.js';

const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`;
const CONTACT = `mutation ($input: RecordContactInput!) { recordContact(input: $input) { cursor } }`;
const CANCEL = `mutation ($id: ID!, $reason: String!) { cancelTicket(input: { ticketId: $id, reason: $reason }) { ticket { id } } }`;
const REQUEST = `mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { cursor request { id state version obstacles customer { id } requestedBy { id } } } }`;
const CARRY_OUT = `mutation ($input: CarryOutErasureInput!) { carryOutErasure(input: $input) { cursor request { id state version note ticketsTouched decidedBy { id } customer { name phone erasedAt } } } }`;
const REFUSE = `mutation ($input: RefuseErasureInput!) { refuseErasure(input: $input) { request { state refusal version } } }`;
const WITHDRAW = `mutation ($input: WithdrawErasureInput!) { withdrawErasure(input: $input) { request { state version } } }`;
const CANARY = 'KANARI-ZHOU';
const PHONE = '13912345678';
const codes = ({ errors }: Answer) => (errors ?? []).map((error) => error.extensions);

describe('erasure on lawful request', () => {
  let server: TestServer;
  let story: Story;
  let estate: StoryEstate;
  let ticketIds: string[];

  const staff = (role: string): StoryPerson => estate.staff[role]!;
  const former = (): StoryPerson => estate.former;
  const request = async (customerId: string, person = staff('FRONT_DESK')): Promise<string> => {
    const who = customerId === former().subjectId ? CANARY : 'somebody';
    const input = { customerId, ground: 'REQUEST_OF_PERSON', note: `${who} came in person` };
    const answer = await server.query(REQUEST, { input }, person);
    expect(codes(answer)).toEqual([]);
    return answer.data.requestErasure.request.id as string;
  };

  beforeAll(async () => {
    server = await startTestServer({ compareEngines: false });
    story = await tellStory(server.house.database, { passwordHash: await hashPassword('guanjia-demo') });
    estate = story.harbour.e01;
    const { superuser } = server.house.database;
    await superuser.query('update customer set name = $1, phone = $2 where id = $3', [
      CANARY,
      PHONE,
      former().subjectId,
    ]);
    await superuser.query('update account set login = $1 where id = $2', [CANARY.toLowerCase(), former().accountId]);
    ticketIds = [];
    for (const own of [true, false]) {
      const input = {
        estateId: estate.id,
        ...(own ? { unitId: estate.units[1].id, customerId: former().subjectId } : {}),
        channel: 'PHONE',
        urgency: 'ORDINARY',
        subject: own ? `${CANARY} has no water` : `neighbour, ask ${PHONE}`,
        description: own ? `${CANARY} says since noon` : null,
        contactName: CANARY,
        contactPhone: PHONE,
      };
      const made = await server.query(REPORT, { input }, staff('FRONT_DESK'));
      ticketIds.push(made.data.reportRepair.repair.id as string);
    }
    for (const over of [
      {
        customerId: former().subjectId,
        unitId: estate.units[1].id,
        callerName: CANARY,
        content: `${CANARY} asks`,
        answer: `told ${CANARY}`,
      },
      { callerName: CANARY, callerPhone: '+86 139-1234 5678', room: 'the gate' },
      { callerName: 'neighbour', content: `call ${PHONE}`, room: PHONE },
    ]) {
      const input = { estateId: estate.id, channel: 'PHONE', intent: 'asks', ...over };
      const made = await server.query(CONTACT, { input }, staff('FRONT_DESK'));
      expect(codes(made)).toEqual([]);
    }
  });
  afterAll(() => server.close());

  test('Q-24 · while tickets are open or a unit is held, nothing is erased and the request says why', async () => {
    const id = await request(former().subjectId);
    const input = { requestId: id, expectedVersion: 1 };
    const refused = await server.query(CARRY_OUT, { input }, staff('SERVICE_MANAGER'));
    expect(codes(refused)).toEqual([
      { code: 'RULE_REFUSED', rule: 'Q-24', obstacles: ['OPEN_TICKETS'], openTickets: 1, occupancies: 0, openLines: 0 },
    ]);
    const seen = await server.query(
      '{ erasureRequests(states: [REQUESTED]) { nodes { id obstacles note } } }',
      {},
      staff('FRONT_DESK'),
    );
    expect(seen.data.erasureRequests.nodes).toEqual([
      { id, obstacles: ['OPEN_TICKETS'], note: `${CANARY} came in person` },
    ]);
    const current = await request(estate.resident.subjectId);
    const held = { requestId: current, expectedVersion: 1 };
    expect(codes(await server.query(CARRY_OUT, { input: held }, staff('SERVICE_MANAGER')))).toEqual([
      expect.objectContaining({ rule: 'Q-24', obstacles: ['CURRENT_OCCUPANCY'] }),
    ]);
    const no = { ...held, refusal: 'OPEN_MATTERS' };
    expect(
      codes(await server.query(REFUSE, { input: { ...held, refusal: 'WHIM' } }, staff('SERVICE_MANAGER'))),
    ).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.refusal' })]);
    const answer = await server.query(REFUSE, { input: no }, staff('SERVICE_MANAGER'));
    expect(answer.data.refuseErasure.request).toEqual({ state: 'REFUSED', refusal: 'OPEN_MATTERS', version: 2 });
    expect(
      codes(await server.query(REFUSE, { input: { ...no, expectedVersion: 2 } }, staff('SERVICE_MANAGER'))),
    ).toEqual([{ code: 'CONFLICT', what: 'erasure request', currentVersion: 2 }]);
  });

  test('a second request for the same person is a CONFLICT; a withdrawn one makes room', async () => {
    const again = { customerId: former().subjectId, ground: 'CONSENT_WITHDRAWN' };
    const [conflict] = codes(await server.query(REQUEST, { input: again }, staff('FRONT_DESK')));
    expect(conflict).toMatchObject({ code: 'CONFLICT' });
    const input = { requestId: conflict?.['requestId'], expectedVersion: 1 };
    const withdrawn = await server.query(WITHDRAW, { input }, staff('FRONT_DESK'));
    expect(withdrawn.data.withdrawErasure.request).toEqual({ state: 'WITHDRAWN', version: 2 });
  });

  test('R-ORG-68 · who asked does not decide, whatever the role', async () => {
    const id = await request(former().subjectId, staff('ESTATE_MANAGER'));
    const input = { requestId: id, expectedVersion: 1 };
    for (const document of [CARRY_OUT, REFUSE]) {
      const decided = document === REFUSE ? { ...input, refusal: 'CLAIM_PENDING' } : input;
      expect(codes(await server.query(document, { input: decided }, staff('ESTATE_MANAGER')))).toEqual([
        { code: 'RULE_REFUSED', rule: 'R-ORG-68', preparedBy: staff('ESTATE_MANAGER').subjectId },
      ]);
    }
    await server.query(WITHDRAW, { input }, staff('ESTATE_MANAGER'));
  });

  test('R-ORG-77, R-ORG-78 · per role, other estate, other company, resident, nobody', async () => {
    const id = await request(former().subjectId);
    const input = { requestId: id, expectedVersion: 1 };
    for (const role of ['STEWARD', 'CASHIER', 'TECHNICIAN'])
      expect(
        codes(
          await server.query(
            REQUEST,
            { input: { customerId: former().subjectId, ground: 'PURPOSE_FULFILLED' } },
            staff(role),
          ),
        ),
      ).toEqual([{ code: 'FORBIDDEN', action: 'erasure.request' }]);
    for (const person of [staff('FRONT_DESK'), story.harbour.staff['COMPANY_ADMIN']!, estate.resident])
      expect(codes(await server.query(CARRY_OUT, { input }, person))).toEqual([
        { code: 'FORBIDDEN', action: 'erasure.decide' },
      ]);
    for (const person of [story.harbour.e02.staff['ESTATE_MANAGER']!, story.cedar.e01.staff['ESTATE_MANAGER']!]) {
      for (const [document, more] of [
        [CARRY_OUT, {}],
        [REFUSE, { refusal: 'CLAIM_PENDING' }],
        [WITHDRAW, {}],
      ] as const)
        expect(codes(await server.query(document, { input: { ...input, ...more } }, person))).toEqual([
          { code: 'NOT_FOUND', what: 'erasure request' },
        ]);
      expect(
        codes(
          await server.query(
            REQUEST,
            { input: { customerId: former().subjectId, ground: 'PURPOSE_FULFILLED' } },
            person,
          ),
        ),
      ).toEqual([{ code: 'NOT_FOUND', what: 'customer' }]);
      expect(
        (await server.query('{ erasureRequests { nodes { id } } }', {}, person)).data.erasureRequests.nodes,
      ).toEqual([]);
    }
    expect(codes(await server.query(CARRY_OUT, { input })).map(({ code }) => code)).toEqual(['UNAUTHENTICATED']);
    await server.query(WITHDRAW, { input }, staff('FRONT_DESK'));
  });

  test('R-ARC-08 · erased is erased: no column of the database knows the person, numbers and events stay, sockets close within a second', async () => {
    const signedIn = await server.query(
      `mutation { signIn(input: { login: "${CANARY}@harbour", password: "guanjia-demo" }) { accessToken refreshToken } }`,
    );
    const { accessToken, refreshToken } = signedIn.data.signIn as { accessToken: string; refreshToken: string };
    let closed!: (event: { code: number; at: number }) => void;
    const closing = new Promise<{ code: number; at: number }>((resolve) => (closed = resolve));
    const client = await server.socket(accessToken, { lazy: false, onNonLazyError: () => undefined });
    client.on('closed', (event) => closed({ code: (event as { code: number }).code, at: performance.now() }));
    await new Promise<void>((resolve) => client.on('connected', () => resolve()));

    await server.query(CANCEL, { id: ticketIds[0], reason: `${CANARY} called it off` }, staff('FRONT_DESK'));
    const note = { ticketId: ticketIds[0], text: `${CANARY} rang from ${PHONE}`, visibility: 'INTERNAL' };
    const noted = await server.query(
      `mutation ($input: AddTicketNoteInput!) { addTicketNote(input: $input) { cursor } }`,
      { input: note },
      staff('FRONT_DESK'),
    );
    expect(codes(noted)).toEqual([]);
    const [ownFile, othersFile] = [await attachTo(ticketIds[0]!, CANARY), await attachTo(ticketIds[1]!, PHONE)];
    await server.house.database.superuser.query(
      `insert into signature (company_id, id, estate_id, subject_kind, subject_id, signer, mode, content_hash, signer_name, reason, signed_at, recorded_at, actor_kind)
       values ($1, gen_random_uuid(), $2, 'TICKET', $3, 'CUSTOMER', 'REFUSED', 'x', $4, $5, now(), now(), 'STAFF'),
              ($1, gen_random_uuid(), $2, 'TICKET', $6, 'CUSTOMER', 'REFUSED', 'x', null, $7, now(), now(), 'STAFF')`,
      [
        story.harbour.id,
        estate.id,
        ticketIds[0],
        CANARY,
        `${CANARY} will not sign`,
        ticketIds[1],
        `ask ${PHONE} instead`,
      ],
    );
    await speakElsewhere();
    const before = await countsOf();
    expect(await tracesOf([CANARY, CANARY.toLowerCase(), PHONE])).toEqual(
      expect.arrayContaining([
        'customer.name',
        'customer.phone',
        'account.login',
        'ticket.subject',
        'ticket.contact_name',
        'ticket_note.text',
        'callback.answer',
        'callback.quiet_hours_reason',
        'care_mark.note',
        'obligation.waive_reason',
        'attachment.name',
        'signature.signer_name',
        'signature.reason',
      ]),
    );
    const grant = `mutation ($input: GrantUnmaskInput!) { grantUnmask(input: $input) { cursor } }`;
    const reason = { purpose: 'COMPLAINT_REVIEW', reason: `call ${CANARY}`, customerIds: [former().subjectId] };
    await server.query(grant, { input: reason }, story.harbour.staff['QUALITY_OFFICER']);

    const id = await request(former().subjectId);
    const start = performance.now();
    const done = await server.query(
      CARRY_OUT,
      { input: { requestId: id, expectedVersion: 1 } },
      staff('SERVICE_MANAGER'),
    );
    expect(codes(done)).toEqual([]);
    expect(done.data.carryOutErasure.request).toEqual({
      id,
      state: 'ERASED',
      version: 2,
      note: null,
      ticketsTouched: 2,
      decidedBy: { id: staff('SERVICE_MANAGER').subjectId },
      customer: { name: '已清除', phone: null, erasedAt: expect.any(String) },
    });
    const { code, at } = await closing;
    expect([code, at - start < 1_000]).toEqual([4403, true]);
    const refresh = await server.query(
      `mutation ($token: String!) { refreshSession(input: { refreshToken: $token }) { accessToken } }`,
      { token: refreshToken },
    );
    expect(codes(refresh).map((each) => each['code'])).toEqual(['UNAUTHENTICATED']);
    const signIn = await server.query(
      `mutation { signIn(input: { login: "${CANARY}@harbour", password: "guanjia-demo" }) { accessToken } }`,
    );
    expect(codes(signIn).map((each) => each['code'])).toEqual(['UNAUTHENTICATED']);

    expect(await tracesOf([CANARY, CANARY.toLowerCase(), PHONE])).toEqual([]);
    const after = await countsOf();
    expect({ ...after, event: 0 }).toEqual({ ...before, event: 0 });
    expect(after['event']).toBeGreaterThan(before['event'] ?? 0);
    const ear = rhythmEar();
    const rhythm = await startRhythm(server.house, ear);
    await ear.until(async () => !(await keysInStore()).some((key) => key.includes(ownFile)));
    await rhythm.stop();
    expect((await keysInStore()).some((key) => key.includes(othersFile))).toBe(true);
    const TICKETS = `query ($id: ID!) { ticket(id: $id) { number phase reportedAt subject description redactedAt attachments { name } ... on RepairOrder { contactName contactPhone } } }`;
    const own = await server.query(TICKETS, { id: ticketIds[0] }, staff('FRONT_DESK'));
    expect(own.data.ticket).toEqual({
      number: expect.any(String),
      phase: 'CANCELLED',
      reportedAt: expect.any(String),
      subject: '已清除',
      description: null,
      redactedAt: expect.any(String),
      attachments: [],
      contactName: null,
      contactPhone: null,
    });
    const other = await server.query(TICKETS, { id: ticketIds[1] }, staff('FRONT_DESK'));
    expect(other.data.ticket).toMatchObject({
      subject: 'neighbour, ask 已清除',
      redactedAt: null,
      attachments: [{ name: '已清除.jpg' }],
      contactName: null,
    });
  });

  test('R-ARC-08 · an erased customer is not asked for again, not changed and given no home', async () => {
    const { subjectId } = former();
    const refused = { code: 'RULE_REFUSED', rule: 'R-ARC-08', erasedAt: expect.any(String) };
    const input = { customerId: subjectId, ground: 'REQUEST_OF_PERSON' };
    expect(codes(await server.query(REQUEST, { input }, staff('FRONT_DESK')))).toEqual([refused]);
    const update = `mutation ($id: ID!) { updateCustomer(input: { customerId: $id, expectedVersion: 2, name: "again" }) { cursor } }`;
    expect(codes(await server.query(update, { id: subjectId }, staff('FRONT_DESK')))).toEqual([refused]);
    const settle = `mutation ($id: ID!, $unit: ID!) { recordOccupancy(input: { customerId: $id, unitId: $unit, capacity: TENANT, fromDay: "2026-01-01" }) { cursor } }`;
    expect(codes(await server.query(settle, { id: subjectId, unit: estate.units[2].id }, staff('FRONT_DESK')))).toEqual(
      [refused],
    );
  });

  test('R-ARC-08 · events tell of the erasure with ids and counts only', async () => {
    const { rows } = await server.house.database.superuser.query<{ type: string; facts: object }>(
      `select type, facts from event where subject_id = $1 and type like '%ERASED' order by seq`,
      [former().subjectId],
    );
    expect(rows).toEqual([
      { type: 'identity.LOGINS_ERASED', facts: {} },
      { type: 'people.CUSTOMER_ERASED', facts: { tickets: 2, files: 1 } },
    ]);
  });

  /** Words about the person on callbacks, care marks and waived duties, on rows of the person and of others. */
  async function speakElsewhere(): Promise<void> {
    const { superuser } = server.house.database;
    const { companyId, subjectId } = former();
    await superuser.query(
      `insert into callback (company_id, id, estate_id, ticket_id, staff_id, mode, outcome, called_at, in_quiet_hours, answer, quiet_hours_reason)
       select $1, gen_random_uuid(), $2, t.id, $3, 'TELEPHONE', 'REACHED', now(), true, t.words, t.words
         from (values ($4::uuid, $6), ($5::uuid, $7)) as t(id, words)`,
      [companyId, estate.id, staff('FRONT_DESK').subjectId, ticketIds[0], ticketIds[1], `${CANARY} is content`, PHONE],
    );
    await superuser.query(
      `insert into withholding_mandate (company_id, id, estate_id, payer_id, bank, holder, account, last_digits, agreement, from_day, recorded_by, recorded_at, version)
       values ($1, gen_random_uuid(), $2, $3, $4, $4, $5, '5678', $4, '2026-01-01', $6, now(), 1)`,
      [companyId, estate.id, subjectId, CANARY, PHONE, staff('ACCOUNTANT').subjectId],
    );
    await superuser.query(
      `insert into care_mark (company_id, id, estate_id, customer_id, unit_id, kind, from_day, check_every_days, version, note, consent_by, consent_day)
       select $1, gen_random_uuid(), $2, m.customer, m.unit, 'ELDERLY_ALONE', '2026-01-02', 7, 1, m.words, 'CUSTOMER', '2026-01-02'
         from (values ($3::uuid, null::uuid, $5), (null, $4::uuid, $6)) as m(customer, unit, words)`,
      [companyId, estate.id, subjectId, estate.units[1].id, `${CANARY} lives alone`, `ring ${PHONE} first`],
    );
    await superuser.query(
      `insert into obligation (company_id, id, estate_id, kind, subject_kind, subject_id, owner_post, state, owed_since, due_at, settled_at, waive_reason, version)
       select $1, gen_random_uuid(), $2, 'OWNER_VISIT', o.about, o.subject, 'STEWARD', 'WAIVED', now(), now(), now(), o.words, 2
         from (values ('CUSTOMER', $3::uuid, $5), ('UNIT', $4::uuid, $6)) as o(about, subject, words)`,
      [companyId, estate.id, subjectId, estate.units[1].id, `${CANARY} is away`, `away, ask ${PHONE}`],
    );
    await superuser.query(
      `with cycle as (insert into visit_cycle (company_id, id, estate_id, number, seed, started_at, occupied)
                      values ($1, gen_random_uuid(), $2, 1, 'seed', now(), 3) returning id),
            visit as (insert into owner_visit (company_id, id, estate_id, unit_id, customer_id, cycle_id, organiser, stage, sampled, visited_at,
                             in_quiet_hours, quiet_hours_reason, unannounced, repeated, by_other_post, counts, version)
                      select $1, gen_random_uuid(), $2, $4, v.customer, cycle.id, 'ESTATE', 'RECORDED', false, now(), true, v.words, false, false, false, false, 1
                        from cycle, (values ($3::uuid, $5), (null, $6)) as v(customer, words) returning id, quiet_hours_reason as words),
            item as (insert into visit_item (company_id, id, estate_id, visit_id, position, topic, kind, text, feedback, feedback_owed)
                     select $1, gen_random_uuid(), $2, id, 1, 'OTHER', 'OPINION', words, words, false from visit)
       insert into visit_check (company_id, id, estate_id, visit_id, took_place, accurate, in_uniform, kept_to_the_matter, finding, checked_by_id, checked_at, version)
       select $1, gen_random_uuid(), $2, id, true, true, true, false, words, $7, now(), 1 from visit`,
      [
        companyId,
        estate.id,
        subjectId,
        estate.units[1].id,
        `${CANARY} said`,
        `call ${PHONE}`,
        staff('FRONT_DESK').subjectId,
      ],
    );
    await superuser.query(
      `with form as (insert into questionnaire (company_id, id, code, number, title, questions, created_at, created_by_id)
                     values ($1, gen_random_uuid(), 'WORDS', 1, 'WORDS', '[]', now(), $5) returning id),
            round as (insert into survey_round (company_id, id, estate_id, name, questionnaire_id, stage, period_from, period_until, sample_percent,
                             satisfied_steps, seed, issue_by, issued_at, closes_at, planned_by_id, version, findings, measures)
                      select $1, gen_random_uuid(), $2, 'round', id, 'ISSUED', '2026-01-01', '2026-02-01', 100, 2, 'seed', '2026-01-01', now(), now(), $5, 1, $7, $7
                        from form returning id),
            sheet as (insert into survey_form (company_id, id, round_id, estate_id, building_id, unit_id, issued_at, version)
                      select $1, gen_random_uuid(), id, $2, $8, $4, now(), 1 from round returning id, round_id),
            response as (insert into survey_response (company_id, id, round_id, estate_id, building_id, form_id, occupancy_id, mode, number, counts, valid, answered_at, recorded_at)
                         select $1, gen_random_uuid(), round_id, $2, $8, id, r.occupancy, 'PAPER', r.number, r.number = 2, false, now(), now()
                           from sheet, (values (1, $3::uuid), (2, null)) as r(number, occupancy) returning id, round_id, occupancy_id, counts)
       insert into survey_answer (company_id, id, response_id, round_id, estate_id, building_id, occupancy_id, mode, question, text, counts)
       select $1, gen_random_uuid(), id, round_id, $2, $8, occupancy_id, 'PAPER', 'OTHER', case when counts then $7 else $6 end, counts from response`,
      [
        ...[companyId, estate.id, former().occupancyId, estate.units[1].id, staff('FRONT_DESK').subjectId],
        ...[`${CANARY} wishes`, `ring ${PHONE}`, estate.buildingId],
      ],
    );
    await superuser.query(
      `insert into survey_comment (company_id, id, round_id, estate_id, answer_id, question, text, is_open)
       select company_id, gen_random_uuid(), round_id, estate_id, id, question, text, true
         from survey_answer where company_id = $1 and occupancy_id is not null and text is not null`,
      [companyId],
    );
    await superuser.query(
      `insert into visit_summary (company_id, id, estate_id, period, from_day, stage, author_id, text, measures, escalation, visits, households, required, items,
                                  complaints, answered, satisfied, submitted_at, version)
       values ($1, gen_random_uuid(), $2, 'MONTH', '2026-01-01', 'SUBMITTED', $3, $4, $4, $4, 0, 0, 0, 0, 0, 0, 0, now(), 1)`,
      [companyId, estate.id, staff('FRONT_DESK').subjectId, `call ${PHONE}`],
    );
    await correct();
  }

  /** Corrective actions that came of the own ticket, another one, a visit to the person, and the estate. */
  async function correct(): Promise<void> {
    await server.house.database.superuser.query(
      `with source as (select 'COMPLAINT' as kind, $4::uuid as id, $6 as words union all select 'COMPLAINT', $5, $7
                       union all select 'ESTATE', $2, $7
                       union all select 'OWNER_VISIT', v.id, $6 from owner_visit v where v.company_id = $1 and v.customer_id = $8),
            action as (insert into corrective_action (company_id, id, estate_id, kind, source_kind, source_id, stage, problem, cause, measure, owner_id,
                              due_day, due_at, raised_by_id, raised_at, planned_at, reopenings, postponements, cancelled_at, cancelled_by_id, cancel_reason, version)
                       select $1, gen_random_uuid(), $2, 'CORRECTIVE', kind, id, 'CANCELLED', words, words, words, $3, '2026-02-01', now(), $3, now(), now(), 1, 0,
                              now(), $3, words, 3 from source returning id, problem as words),
            report as (insert into corrective_action_report (company_id, id, estate_id, action_id, attempt, note, done_by_id, done_at, in_time)
                       select $1, gen_random_uuid(), $2, id, 1, words, $3, now(), true from action)
       insert into obligation (company_id, id, estate_id, kind, subject_kind, subject_id, owner_id, state, owed_since, due_at, settled_at, waive_reason, version)
       select $1, gen_random_uuid(), $2, 'CORRECTIVE_ACTION', 'CORRECTIVE_ACTION', id, $3, 'WAIVED', now(), now(), now(), words, 2 from action`,
      [
        ...[former().companyId, estate.id, staff('FRONT_DESK').subjectId, ticketIds[0], ticketIds[1]],
        ...[`${CANARY} complained`, `rings ${PHONE}`, former().subjectId],
      ],
    );
  }

  /** Every text and JSON column of the live catalogue that holds one of the texts, as superuser. */
  const attachTo = async (ticketId: string, name: string): Promise<string> =>
    attach(server, staff('TECHNICIAN'), ticketId, await picture(), { name: `${name}.jpg` });

  const keysInStore = async (): Promise<string[]> => {
    const keys: string[] = [];
    for await (const { key } of server.house.files.list()) keys.push(key);
    return keys;
  };

  async function tracesOf(texts: readonly string[]): Promise<string[]> {
    const { superuser } = server.house.database;
    const { rows: columns } = await superuser.query<{ schema: string; table: string; column: string }>(
      `select c.table_schema as schema, c.table_name as table, c.column_name as column from information_schema.columns c
         join information_schema.tables t using (table_schema, table_name)
        where c.table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE'
          and c.data_type in ('text', 'jsonb', 'json', 'character varying', 'ARRAY', 'USER-DEFINED', 'bytea')
        order by 1, 2, 3`,
    );
    expect(columns.length).toBeGreaterThan(40);
    const found: string[] = [];
    for (const { schema, table, column } of columns) {
      const { rowCount } = await superuser.query(
        `select 1 from "${schema}"."${table}" where exists (select 1 from unnest($1::text[]) as w(word) where position(w.word in "${column}"::text) > 0) limit 1`,
        [texts],
      );
      if (rowCount) found.push(`${table}.${column}`);
    }
    return found;
  }

  async function countsOf(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of ['customer', 'occupancy', 'ticket', 'contact', 'account', 'event']) {
      const { rows } = await server.house.database.superuser.query<{ n: number }>(
        `select count(*)::int as n from ${table}`,
      );
      counts[table] = rows[0]?.n ?? 0;
    }
    return counts;
  }
});
