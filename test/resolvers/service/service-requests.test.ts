import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const MORNING = new Date('2026-11-25T02:00:00Z');
const LATER = new Date('2026-11-25T03:00:00Z');
const TERMS = 'terms { chargeable price { amount currency } quotedAt consent consentMode consentedAt }';
const SERVICE = `id number kind phase version closedAt ... on ServiceRequest { stage performedAt calledBackAt ${TERMS} callbacks { outcome solved } }`;
const TAKE = `mutation ($input: RequestServiceInput!) { requestService(input: $input) { ticket { ${SERVICE} contacts { stage channel callerName } } } }`;
const PRICE = { amount: '80', currency: 'CNY' };

describe('service requests', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = MORNING;

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => new Date(now) } });
    story = await tellStory(house.database);
    const through = await askThrough(house);
    ask = async (...asked) => JSON.parse(JSON.stringify(await through(...asked))) as Asked;
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role]!;
  const take = (over: object = {}, person = of('FRONT_DESK')): Promise<Asked> =>
    ask(person, TAKE, {
      input: {
        estateId: e01().id,
        unitId: e01().units[0].id,
        customerId: e01().resident.subjectId,
        channel: 'PHONE',
        subject: 'windows cleaned',
        ...over,
      },
    });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const taken = async (over: object = {}, person?: StoryPerson): Promise<any> => {
    const { data, refusals } = await take(over, person);
    expect(refusals).toEqual([]);
    return data.requestService.ticket;
  };
  const act = (person: StoryPerson, verb: string, ticketId: string, over: object = {}): Promise<Asked> =>
    ask(
      person,
      `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ticket { ${SERVICE} } } }`,
      { input: { ticketId, ...over } },
    );
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, ticketId: string, over: object = {}): Promise<any> => {
    const { data, refusals } = await act(person, verb, ticketId, over);
    expect(refusals).toEqual([]);
    return data[verb].ticket;
  };
  const owed = async (subjectId: string): Promise<unknown> =>
    (
      await ask(
        of('FRONT_DESK'),
        `query ($id: ID!) { obligations(filter: { subjectId: $id }) { nodes { kind state dueAt } } }`,
        {
          id: subjectId,
        },
      )
    ).data.obligations.nodes;

  test('R-DSP-08, R-DSP-13, R-DSP-04, R-REC-17 · a service is asked for, priced, agreed to, dispatched, performed, fed back and filed', async () => {
    const service = await taken({ contactName: '王' });
    expect(service).toMatchObject({
      number: expect.stringMatching(/^E01-V26-\d{5}$/),
      kind: 'SERVICE_REQUEST',
      phase: 'OPEN',
      stage: 'ACCEPTED',
      terms: { chargeable: null, price: null, quotedAt: null, consent: null },
      contacts: [{ stage: 'ROUTED', channel: 'PHONE', callerName: '王' }],
    });
    const quoted = await done(of('FRONT_DESK'), 'quoteService', service.id, { price: PRICE, expectedVersion: 1 });
    expect(quoted).toMatchObject({
      stage: 'ACCEPTED',
      version: 2,
      terms: { chargeable: true, price: { amount: '80.00', currency: 'CNY' }, quotedAt: MORNING.toISOString() },
    });
    await done(of('FRONT_DESK'), 'assignTicket', service.id, { assigneeId: of('CLEANING_HEAD').subjectId });
    expect((await act(of('CLEANING_HEAD'), 'performService', service.id, { result: 'done' })).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-DSP-13', chargeable: true, consent: null },
    ]);
    const agreed = await done(of('FRONT_DESK'), 'consentToService', service.id, { agrees: true, mode: 'TELEPHONE' });
    expect(agreed).toMatchObject({
      stage: 'DISPATCHED',
      phase: 'IN_PROGRESS',
      terms: { consent: 'GIVEN', consentMode: 'TELEPHONE', consentedAt: MORNING.toISOString() },
    });
    const performed = await done(of('CLEANING_HEAD'), 'performService', service.id, { result: 'twelve panes' });
    expect(performed).toMatchObject({ stage: 'PERFORMED', phase: 'RESOLVED', performedAt: MORNING.toISOString() });
    const seen = await ask(
      e01().resident,
      `query ($id: ID!) { ticket(id: $id) { notes { nodes { text } } timeline { nodes { type } } } }`,
      { id: service.id },
    );
    expect(seen.refusals).toEqual([]);
    expect(JSON.stringify(seen.data)).toContain('twelve panes');
    expect(seen.data.ticket.timeline.nodes.map(({ type }: { type: string }) => type)).toEqual([
      'ticket.SERVICE_REQUEST_ACCEPTED',
      'ticket.SERVICE_REQUEST_QUOTED',
      'ticket.SERVICE_REQUEST_AGREED',
      'ticket.SERVICE_REQUEST_PERFORMED',
    ]);
  });

  test('R-CBK-07 · the customer of a service is called back by another than who performed it; until then it is not filed', async () => {
    const { id } = await taken({ free: true });
    expect(
      (await act(of('FRONT_DESK'), 'recordCallback', id, { mode: 'TELEPHONE', outcome: 'NOT_REACHED' })).facts,
    ).toEqual([expect.objectContaining({ code: 'RULE_REFUSED', rule: 'R-CBK-07' })]);
    await done(of('CLEANING_HEAD'), 'performService', id, { result: 'done' });
    expect(await owed(id)).toEqual([
      { kind: 'CALLBACK', state: 'OPEN', dueAt: new Date(MORNING.getTime() + 86_400_000).toISOString() },
    ]);
    expect((await act(of('SERVICE_MANAGER'), 'closeTicket', id)).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-CBK-07', ticketId: id },
    ]);
    now = LATER;
    const call = { mode: 'TELEPHONE', outcome: 'REACHED', solved: true, satisfaction: 'SATISFIED' };
    const called = await done(of('FRONT_DESK'), 'recordCallback', id, call);
    expect(called).toMatchObject({
      stage: 'CALLED_BACK',
      calledBackAt: LATER.toISOString(),
      callbacks: [{ outcome: 'REACHED', solved: true }],
    });
    expect(await owed(id)).toMatchObject([{ state: 'FULFILLED' }]);
    expect(await done(of('SERVICE_MANAGER'), 'closeTicket', id)).toMatchObject({
      stage: 'CLOSED',
      phase: 'CLOSED',
      closedAt: LATER.toISOString(),
    });
    now = MORNING;
  });

  test('R-CBK-07, R-ORG-65 · whoever performed a service does not call back about it', async () => {
    const { id } = await taken({ free: true });
    await done(of('FRONT_DESK'), 'assignTicket', id, { assigneeId: of('FRONT_DESK').subjectId });
    await done(of('FRONT_DESK'), 'performService', id, { result: 'done' });
    const call = { mode: 'TELEPHONE', outcome: 'REACHED', solved: true, satisfaction: 'SATISFIED' };
    expect((await act(of('FRONT_DESK'), 'recordCallback', id, call)).facts).toEqual([
      expect.objectContaining({ code: 'RULE_REFUSED', rule: 'R-ORG-65' }),
    ]);
  });

  test('R-CBK-03, R-CBK-07 · a customer who is not satisfied has the service done again', async () => {
    const { id } = await taken({ free: true });
    await done(of('CLEANING_HEAD'), 'performService', id, { result: 'done' });
    const bad = { mode: 'TELEPHONE', outcome: 'REACHED', solved: false, satisfaction: 'DISSATISFIED' };
    expect(await done(of('FRONT_DESK'), 'recordCallback', id, bad)).toMatchObject({
      stage: 'DISPATCHED',
      performedAt: null,
      calledBackAt: null,
    });
  });

  test('R-DSP-13 · an agreement was to the price that stood; another price asks for another', async () => {
    const { id, terms } = await taken({ price: PRICE, consentMode: 'FACE_TO_FACE' });
    expect(terms).toMatchObject({ chargeable: true, consent: 'GIVEN', consentMode: 'FACE_TO_FACE' });
    const again = await done(of('FRONT_DESK'), 'quoteService', id, { price: { amount: '95.5', currency: 'CNY' } });
    expect(again.terms).toMatchObject({
      price: { amount: '95.50', currency: 'CNY' },
      consent: null,
      consentMode: null,
      consentedAt: null,
    });
    const refused = await done(of('FRONT_DESK'), 'consentToService', id, { agrees: false, mode: 'MESSAGE' });
    expect(refused.terms.consent).toBe('REFUSED');
    expect((await act(of('CLEANING_HEAD'), 'performService', id, { result: 'x' })).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-DSP-13', chargeable: true, consent: 'REFUSED' },
    ]);
    const free = await done(of('FRONT_DESK'), 'quoteService', id, { free: true });
    expect(free.terms).toMatchObject({ chargeable: false, price: null, consent: null });
    expect((await act(of('FRONT_DESK'), 'consentToService', id, { agrees: true, mode: 'MESSAGE' })).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-DSP-13', chargeable: false },
    ]);
    expect(await done(of('CLEANING_HEAD'), 'performService', id, { result: 'x' })).toMatchObject({
      stage: 'PERFORMED',
    });
    expect((await act(of('FRONT_DESK'), 'quoteService', id, { free: true })).facts).toEqual([
      expect.objectContaining({ code: 'RULE_REFUSED', rule: 'R-DSP-13', stage: 'PERFORMED' }),
    ]);
  });

  test.each([
    [{}, 'input.price'],
    [{ price: PRICE, free: true }, 'input.price'],
    [{ price: { amount: '0', currency: 'CNY' } }, 'input.price.amount'],
    [{ price: { amount: '1.005', currency: 'CNY' } }, 'input.price.amount'],
  ])('R-DSP-13 · %j names no price', async (said, path) => {
    const { id } = await taken();
    expect((await act(of('FRONT_DESK'), 'quoteService', id, said)).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path }),
    ]);
  });

  test('R-DSP-13, D-30 · a resident asks for a service and agrees to its price in the app, and names none', async () => {
    const { resident, next } = e01();
    const own = { channel: 'APP', customerId: null };
    const { id } = await taken(own, resident);
    expect((await take({ ...own, price: PRICE }, resident)).facts).toEqual([
      { code: 'FORBIDDEN', action: 'service.quote' },
    ]);
    expect((await take({ ...own, consentMode: 'APP' }, resident)).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.consentMode' }),
    ]);
    expect((await take({ ...own, unitId: e01().units[2].id }, resident)).refusals).toEqual([
      'NOT_FOUND requestService',
    ]);
    expect((await act(resident, 'consentToService', id, { agrees: true, mode: 'APP' })).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-DSP-13', chargeable: null },
    ]);
    await done(of('FRONT_DESK'), 'quoteService', id, { price: PRICE });
    const inbox = await ask(resident, '{ notifications(first: 20) { nodes { kind ticket { id } } } }');
    expect(inbox.data.notifications.nodes).toEqual(
      expect.arrayContaining([
        { kind: 'SERVICE_QUOTED', ticket: { id } },
        { kind: 'REQUEST_TAKEN', ticket: { id } },
      ]),
    );
    expect((await act(next, 'consentToService', id, { agrees: true, mode: 'APP' })).refusals).toEqual([
      'NOT_FOUND consentToService',
    ]);
    expect((await act(resident, 'consentToService', id, { agrees: true, mode: 'TELEPHONE' })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.mode' }),
    ]);
    expect((await act(of('FRONT_DESK'), 'consentToService', id, { agrees: true, mode: 'APP' })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.mode' }),
    ]);
    const agreed = await done(resident, 'consentToService', id, { agrees: true, mode: 'APP' });
    expect(agreed.terms).toMatchObject({ price: { amount: '80.00' }, consent: 'GIVEN', consentMode: 'APP' });
    expect((await act(resident, 'performService', id, { result: 'x' })).facts).toEqual([
      { code: 'FORBIDDEN', action: 'service.perform' },
    ]);
  });

  test('R-DSP-12, R-DSP-08 · a service is declined with an explanation, or called off, and then ends', async () => {
    const { id } = await taken();
    expect(await done(of('FRONT_DESK'), 'declineTicket', id, { explanation: 'we sell no insurance' })).toMatchObject({
      stage: 'DECLINED',
      phase: 'CANCELLED',
    });
    const { id: other } = await taken();
    expect(await done(of('FRONT_DESK'), 'cancelTicket', other, { reason: 'not any more' })).toMatchObject({
      stage: 'CANCELLED',
    });
    expect((await act(of('CLEANING_HEAD'), 'performService', other, { result: 'x' })).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-DSP-04', stage: 'CANCELLED', verb: 'perform', allowed: [] },
    ]);
  });

  test('R-ORG-78, R-ORG-77 · verbs of services reach no ticket of another kind, estate or company', async () => {
    const enquiry = await ask(
      of('FRONT_DESK'),
      `mutation ($input: RecordEnquiryInput!) { recordEnquiry(input: $input) { ticket { id } } }`,
      { input: { estateId: e01().id, channel: 'PHONE', subject: 'opening hours' } },
    );
    const { id } = enquiry.data.recordEnquiry.ticket;
    expect((await act(of('FRONT_DESK'), 'quoteService', id, { free: true })).refusals).toEqual([
      'NOT_FOUND quoteService',
    ]);
    const { id: service } = await taken();
    for (const stranger of [story.harbour.e02.staff['FRONT_DESK']!, story.cedar.e01.staff['FRONT_DESK']!]) {
      expect((await act(stranger, 'quoteService', service, { free: true })).refusals).toEqual([
        'NOT_FOUND quoteService',
      ]);
      expect((await act(stranger, 'consentToService', service, { agrees: true, mode: 'MESSAGE' })).refusals).toEqual([
        'NOT_FOUND consentToService',
      ]);
      expect((await act(stranger, 'performService', service, { result: 'x' })).refusals).toEqual([
        'NOT_FOUND performService',
      ]);
    }
    expect((await act(of('FRONT_DESK'), 'answerTicket', service, { mode: 'TELEPHONE', text: 'x' })).refusals).toEqual([
      'NOT_FOUND answerTicket',
    ]);
  });

  test('R-DSP-13 · events of services hold numbers and codes, no words', async () => {
    const { id } = await taken({ free: true, subject: 'SECRET-WORDS', description: 'SECRET-MORE' });
    await done(of('CLEANING_HEAD'), 'performService', id, { result: 'SECRET-RESULT' });
    const { rows } = await house.database.superuser.query<{ facts: object }>(
      'select facts from event where company_id = $1 and subject_id = $2 order by seq',
      [story.harbour.id, id],
    );
    expect(rows.map(({ facts }) => facts)).toEqual([
      expect.objectContaining({
        kind: 'SERVICE_REQUEST',
        stage: 'ACCEPTED',
        channel: 'PHONE',
        chargeable: false,
        priceMinor: null,
      }),
      expect.objectContaining({ stage: 'PERFORMED', chargeable: false }),
    ]);
    expect(JSON.stringify(rows)).not.toContain('SECRET');
  });
});
