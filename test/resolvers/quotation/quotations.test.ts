import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { newId } from '../../../src/entities/new-id.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const MONEY = '{ amount currency }';
const ORDER = `repair {
  id version stage responsibility chargeable charge ${MONEY} developerDueAt contentHash
  quotation { id number state mode labour ${MONEY} parts ${MONEY} total ${MONEY} quotedBy { id }
    lines { position kind code name unit quantity price ${MONEY} amount ${MONEY} } }
  quotations { number state }
  partsUsed { visitNumber code name unit quantity amount ${MONEY} }
  siteVisits { number withoutConsent }
}`;
const MORNING = new Date('2026-11-25T02:00:00Z');
const CNY = (amount: string) => ({ amount, currency: 'CNY' });

describe('chargeable repairs', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = MORNING;
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
    const admin = story.harbour.staff['COMPANY_ADMIN']!;
    for (const input of [
      { code: 'TAP-01', kind: 'PART', name: '水龙头', unit: '个', price: CNY('45.50') },
      { code: 'WORK', kind: 'LABOUR', name: '水电维修', unit: '小时', price: CNY('60') },
    ])
      await done(admin, 'setPrice', input);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const thing = verb.endsWith('Price')
      ? `price { id code version fromDay untilDay price ${MONEY} estate { id } }`
      : verb === 'requestUpload'
        ? 'attachment { id }'
        : ORDER;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals } = await say(person, verb, input);
    expect(refusals).toEqual([]);
    return data[verb].repair ?? data[verb].price;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const accepted = async (over: object = {}): Promise<string> => {
    const home = { unitId: e01().units[0].id, customerId: e01().resident.subjectId };
    const base = { estateId: e01().id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'tap', ...home };
    const { id } = await done(of('FRONT_DESK'), 'reportRepair', { ...base, ...over });
    await done(of('FRONT_DESK'), 'forwardRepair', { ticketId: id });
    await done(of('TECHNICIAN'), 'acceptRepair', { ticketId: id });
    return id as string;
  };
  const LINES = [
    { code: 'TAP-01', quantity: '2' },
    { code: 'WORK', quantity: '1.5' },
    { kind: 'PART', name: '软管', unit: '根', price: CNY('12'), quantity: '1' },
  ];
  const quoted = async (ticketId: string, lines: readonly object[] = LINES) =>
    (await done(of('TECHNICIAN'), 'quoteRepair', { ticketId, lines })).quotation as { id: string };
  const agree = (person: StoryPerson, ticketId: string, quotationId: string, over: object = {}) =>
    say(person, 'answerQuotation', { ticketId, quotationId, accepted: true, mode: 'APP', ...over });
  const later = async <T>(minutes: number, work: () => Promise<T>): Promise<T> => {
    now = new Date(MORNING.getTime() + minutes * 60_000);
    try {
      return await work();
    } finally {
      now = MORNING;
    }
  };
  const eventsOf = async (id: string) => {
    const { rows } = await house.database.superuser.query<{ type: string; facts: object; visibility: string }>(
      `select type, facts, visibility from event where company_id = $1 and subject_id = $2 order by seq`,
      [story.harbour.id, id],
    );
    return rows;
  };

  test('R-DSP-13 · a quotation is labour and parts, from the list of the day or free; the customer sees it and is told', async () => {
    const ticketId = await accepted();
    const quotation = await quoted(ticketId);
    expect(quotation).toMatchObject({
      number: 1,
      state: 'OFFERED',
      mode: null,
      labour: CNY('90.00'),
      parts: CNY('103.00'),
      total: CNY('193.00'),
      quotedBy: { id: of('TECHNICIAN').subjectId },
      lines: [
        { position: 1, kind: 'PART', code: 'TAP-01', name: '水龙头', quantity: '2', amount: CNY('91.00') },
        { position: 2, kind: 'LABOUR', code: 'WORK', quantity: '1.5', price: CNY('60.00'), amount: CNY('90.00') },
        { position: 3, kind: 'PART', code: null, name: '软管', unit: '根', amount: CNY('12.00') },
      ],
    });
    const seen = await ask(
      e01().resident,
      `query ($id: ID!) { ticket(id: $id) { ... on RepairOrder { chargeable charge ${MONEY} quotation { state total ${MONEY} quotedBy { id } lines { name } } } } }`,
      { id: ticketId },
    );
    expect(seen.data.ticket).toMatchObject({
      chargeable: true,
      charge: null,
      quotation: { state: 'OFFERED', total: CNY('193.00'), quotedBy: null, lines: [{}, {}, { name: '软管' }] },
    });
    const told = await house.database.superuser.query(
      `select 1 from notification where recipient_id = $1 and subject_id = $2 and kind = 'REPAIR_QUOTED'`,
      [e01().resident.subjectId, ticketId],
    );
    expect(told.rowCount).toBe(1);
    const event = (await eventsOf(ticketId)).find(({ type }) => type === 'ticket.REPAIR_QUOTED');
    expect(event).toMatchObject({ visibility: 'CUSTOMER', facts: { totalMinor: 19_300, currency: 'CNY', number: 1 } });
    expect(JSON.stringify(event)).not.toContain('软管');
  });

  test('R-DSP-13 · work starts once the customer has agreed in the app, and the agreed price is part of what is signed', async () => {
    const ticketId = await accepted();
    const { id } = await quoted(ticketId);
    expect(await refused(of('TECHNICIAN'), 'startRepair', { ticketId })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-DSP-13',
      quotation: 'OFFERED',
    });
    const { data } = await agree(e01().resident, ticketId, id);
    expect(data.answerQuotation.repair).toMatchObject({
      charge: CNY('193.00'),
      quotation: { state: 'ACCEPTED', mode: 'APP' },
    });
    const before = data.answerQuotation.repair.contentHash as string;
    await done(of('TECHNICIAN'), 'startRepair', { ticketId });
    const parts = [
      { code: 'TAP-01', quantity: '2' },
      { name: '生料带', unit: '卷', quantity: '0.5' },
    ];
    const fixed = await done(of('TECHNICIAN'), 'completeRepair', { ticketId, parts });
    expect(fixed).toMatchObject({
      stage: 'COMPLETED',
      charge: CNY('193.00'),
      siteVisits: [{ number: 1, withoutConsent: false }],
      partsUsed: [
        { visitNumber: 1, code: 'TAP-01', name: '水龙头', quantity: '2', amount: CNY('91.00') },
        { visitNumber: 1, code: null, name: '生料带', unit: '卷', quantity: '0.5', amount: null },
      ],
    });
    expect(fixed.contentHash).not.toBe(before);
    expect((await eventsOf(ticketId)).find(({ type }) => type === 'ticket.REPAIR_COMPLETED')).toMatchObject({
      facts: { parts: 2, withoutConsent: false, quotationId: id, chargeMinor: 19_300, currency: 'CNY' },
    });
  });

  test('R-DSP-13 · a changed price needs another consent, and an answer to what no longer stands is a conflict', async () => {
    const ticketId = await accepted();
    const first = await quoted(ticketId);
    expect((await agree(e01().resident, ticketId, first.id)).refusals).toEqual([]);
    const second = await done(of('TECHNICIAN'), 'quoteRepair', { ticketId, lines: [{ code: 'WORK', quantity: '3' }] });
    expect(second).toMatchObject({
      charge: null,
      quotation: { number: 2, state: 'OFFERED', total: CNY('180.00') },
      quotations: [
        { number: 1, state: 'SUPERSEDED' },
        { number: 2, state: 'OFFERED' },
      ],
    });
    expect(await refused(of('TECHNICIAN'), 'startRepair', { ticketId })).toMatchObject({ rule: 'R-DSP-13' });
    expect((await agree(e01().resident, ticketId, first.id)).facts).toMatchObject([
      { code: 'CONFLICT', quotationId: second.quotation.id, state: 'OFFERED' },
    ]);
    const no = await agree(e01().resident, ticketId, second.quotation.id, { accepted: false });
    expect(no.data.answerQuotation.repair).toMatchObject({ charge: null, quotation: { state: 'DECLINED' } });
    expect(await refused(of('TECHNICIAN'), 'startRepair', { ticketId })).toMatchObject({ quotation: 'DECLINED' });
    expect((await agree(e01().resident, ticketId, second.quotation.id)).facts).toMatchObject([
      { code: 'CONFLICT', state: 'DECLINED' },
    ]);
  });

  test('R-ORG-68 · a word on the telephone is passed on with who gave it, never by who works on the order', async () => {
    const ticketId = await accepted();
    const { id } = await quoted(ticketId);
    const word = { mode: 'TELEPHONE', reason: '张先生来电同意' };
    expect((await agree(of('TECHNICIAN'), ticketId, id, word)).facts).toMatchObject([
      { code: 'RULE_REFUSED', rule: 'R-ORG-68' },
    ]);
    expect((await agree(of('FRONT_DESK'), ticketId, id, { mode: 'TELEPHONE' })).facts).toMatchObject([
      { code: 'INVALID_INPUT', path: 'input.reason' },
    ]);
    expect(
      (await agree(of('FRONT_DESK'), ticketId, id, { mode: 'IN_WRITING', attachmentId: newId() })).facts,
    ).toMatchObject([{ code: 'NOT_FOUND', what: 'attachment' }]);
    expect((await agree(of('FRONT_DESK'), ticketId, id, word)).data.answerQuotation.repair.quotation).toMatchObject({
      state: 'ACCEPTED',
      mode: 'TELEPHONE',
    });
    expect(JSON.stringify(await eventsOf(ticketId))).not.toContain('张先生');
  });

  test('R-DSP-13 · what has happened without consent is recorded and flagged: an arrival entered late, and work that was done', async () => {
    const ticketId = await accepted();
    await quoted(ticketId);
    const there = await later(60, () =>
      done(of('TECHNICIAN'), 'startRepair', { ticketId, occurredAt: new Date(MORNING.getTime() + 1_800_000) }),
    );
    expect(there.siteVisits).toEqual([{ number: 1, withoutConsent: true }]);
    const fixed = await later(90, () => done(of('TECHNICIAN'), 'completeRepair', { ticketId }));
    expect(fixed).toMatchObject({ stage: 'COMPLETED', charge: null, siteVisits: [{ withoutConsent: true }] });
    expect((await eventsOf(ticketId)).filter(({ facts }) => 'withoutConsent' in facts)).toMatchObject([
      { type: 'ticket.REPAIR_STARTED', facts: { withoutConsent: true } },
      { type: 'ticket.REPAIR_COMPLETED', facts: { withoutConsent: true, quotationId: null, chargeMinor: null } },
    ]);
  });

  test.each([
    [{ lines: [] }, 'input.lines'],
    [{ lines: [{ code: 'NONE', quantity: '1' }] }, 'input.lines.0.code'],
    [{ lines: [LINES[0], { code: 'WORK', quantity: '0' }] }, 'input.lines.1.quantity'],
    [{ lines: [{ code: 'WORK', name: 'x', quantity: '1' }] }, 'input.lines.0.name'],
    [
      {
        lines: [
          LINES[0],
          { kind: 'PART', name: 'x', unit: 'y', price: { amount: '1', currency: 'USD' }, quantity: '1' },
        ],
      },
      'input.lines.1',
    ],
  ])('R-DSP-13 · a quotation that cannot be is INVALID_INPUT with the path: %j', async (input, path) => {
    const ticketId = await accepted();
    expect(await refused(of('TECHNICIAN'), 'quoteRepair', { ticketId, ...input })).toMatchObject({
      code: 'INVALID_INPUT',
      path,
    });
  });

  test('R-DSP-13 · nobody is quoted a price for common parts, or for what somebody else pays', async () => {
    const common = await accepted({ unitId: null, customerId: null, channel: 'PATROL' });
    expect(await refused(of('TECHNICIAN'), 'quoteRepair', { ticketId: common, lines: LINES })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-DSP-13',
    });
    const ticketId = await accepted();
    const input = { ticketId, responsibility: 'SUPPLIER', reason: '质保期内' };
    expect(await done(of('SERVICE_SUPERVISOR'), 'decideResponsibility', input)).toMatchObject({
      responsibility: 'SUPPLIER',
      chargeable: false,
    });
    expect(await refused(of('TECHNICIAN'), 'quoteRepair', { ticketId, lines: LINES })).toMatchObject({
      rule: 'R-DSP-13',
      responsibility: 'SUPPLIER',
    });
  });

  test('D-05, R-DSP-13 · who is responsible is decided with a reason, again too, but takes back no price that was agreed', async () => {
    const ticketId = await accepted();
    const decide = (responsibility: string, person = of('SERVICE_SUPERVISOR')) =>
      say(person, 'decideResponsibility', { ticketId, responsibility, reason: '现场判定' });
    expect((await decide('OWNER_PAYS')).data.decideResponsibility.repair).toMatchObject({ chargeable: true });
    expect((await decide('OWNER_PAYS')).facts).toMatchObject([{ code: 'INVALID_INPUT', path: 'input.responsibility' }]);
    const { id } = await quoted(ticketId);
    expect((await agree(e01().resident, ticketId, id)).refusals).toEqual([]);
    expect((await decide('COMPANY')).facts).toMatchObject([
      { code: 'RULE_REFUSED', rule: 'R-DSP-13', quotationId: id },
    ]);
    await quoted(ticketId);
    expect((await decide('COMPANY')).data.decideResponsibility.repair).toMatchObject({
      responsibility: 'COMPANY',
      chargeable: false,
      quotation: null,
    });
    expect(
      (await eventsOf(ticketId)).filter(({ type }) => type === 'ticket.REPAIR_RESPONSIBILITY_DECIDED'),
    ).toMatchObject([
      { facts: { responsibility: 'OWNER_PAYS', from: null } },
      { facts: { responsibility: 'COMPANY', from: 'OWNER_PAYS' } },
    ]);
  });

  test("D-05 · the developer's part stays ours to chase, promised anew as often as needed, its pause capped", async () => {
    const ticketId = await accepted();
    const pass = (dueAt: string) => say(of('FRONT_DESK'), 'passToDeveloper', { ticketId, dueAt });
    expect((await pass('2026-12-01T00:00:00Z')).facts).toMatchObject([{ code: 'RULE_REFUSED', rule: 'D-05' }]);
    await done(of('SERVICE_MANAGER'), 'decideResponsibility', {
      ticketId,
      responsibility: 'DEVELOPER_WARRANTY',
      reason: '交付两年内',
    });
    expect((await pass('2026-11-25T01:00:00Z')).facts).toMatchObject([{ code: 'INVALID_INPUT', path: 'input.dueAt' }]);
    expect((await pass('2026-12-01T00:00:00Z')).data.passToDeveloper.repair).toMatchObject({
      stage: 'ACCEPTED',
      developerDueAt: new Date('2026-12-01T00:00:00Z'),
    });
    expect((await pass('2026-12-31T00:00:00Z')).refusals).toEqual([]);
    const owed = async () => {
      const { data } = await ask(
        of('FRONT_DESK'),
        `query ($id: ID!) { obligations(filter: { subjectId: $id }) { nodes { id version kind state ownerPost dueAt } } }`,
        { id: ticketId },
      );
      return data.obligations.nodes as { id: string; version: number }[];
    };
    expect(await owed()).toMatchObject([
      { kind: 'DEVELOPER_PART', state: 'OPEN', ownerPost: 'FRONT_DESK', dueAt: new Date('2026-12-31T00:00:00Z') },
    ]);
    expect((await eventsOf(ticketId)).filter(({ type }) => type === 'ticket.REPAIR_PASSED_TO_DEVELOPER')).toMatchObject(
      [
        { facts: { dueAt: '2026-12-01T00:00:00.000Z', pauseUntil: '2026-12-01T00:00:00.000Z', again: false } },
        { facts: { dueAt: '2026-12-31T00:00:00.000Z', pauseUntil: '2026-12-02T02:00:00.000Z', again: true } },
      ],
    );
    expect(await done(of('FRONT_DESK'), 'recordDeveloperWork', { ticketId, note: '已更换' })).toMatchObject({
      developerDueAt: null,
    });
    expect(await owed()).toMatchObject([{ state: 'FULFILLED' }]);
    expect(await refused(of('FRONT_DESK'), 'recordDeveloperWork', { ticketId })).toMatchObject({ rule: 'D-05' });
  });

  describe('R-DSP-13 · the price list', () => {
    const list = async (person: StoryPerson, estateId: string | null, on: string) => {
      const { data, refusals } = await ask(
        person,
        `query ($estateId: ID, $on: LocalDate) { prices(estateId: $estateId, on: $on, first: 100) { nodes { id version code untilDay price ${MONEY} estate { id } } } }`,
        { estateId, on },
      );
      expect(refusals).toEqual([]);
      return data.prices.nodes as { id: string; code: string; version: number; price: { amount: string } }[];
    };
    const costs = async (person: StoryPerson, estateId: string | null, on: string) =>
      Object.fromEntries((await list(person, estateId, on)).map(({ code, price }) => [code, price.amount]));

    test("a price holds from its day on, an estate's own before the company's, and what was quoted keeps its price", async () => {
      const ticketId = await accepted();
      await quoted(ticketId, [{ code: 'WORK', quantity: '1' }]);
      const admin = story.harbour.staff['COMPANY_ADMIN']!;
      const work = { code: 'WORK', kind: 'LABOUR', name: '水电维修', unit: '小时' };
      await done(admin, 'setPrice', { ...work, price: CNY('80'), from: '2027-01-01' });
      await done(of('ESTATE_MANAGER'), 'setPrice', {
        ...work,
        estateId: e01().id,
        price: CNY('70'),
        from: '2026-12-01',
      });
      expect(await costs(of('FRONT_DESK'), e01().id, '2026-11-30')).toMatchObject({ WORK: '60.00' });
      expect(await costs(e01().resident, e01().id, '2026-12-01')).toMatchObject({ WORK: '70.00', 'TAP-01': '45.50' });
      expect(await costs(of('FRONT_DESK'), null, '2027-01-01')).toMatchObject({ WORK: '80.00' });
      const shown = await ask(
        of('FRONT_DESK'),
        `query ($id: ID!) { ticket(id: $id) { ... on RepairOrder { quotation { total ${MONEY} } } } }`,
        { id: ticketId },
      );
      expect(shown.data.ticket.quotation.total).toEqual(CNY('60.00'));
      const own = (await list(of('FRONT_DESK'), e01().id, '2026-12-01')).find(({ code }) => code === 'WORK')!;
      expect(
        await refused(of('ESTATE_MANAGER'), 'withdrawPrice', { priceId: own.id, expectedVersion: own.version + 1 }),
      ).toMatchObject({ code: 'CONFLICT', currentVersion: own.version });
      await done(of('ESTATE_MANAGER'), 'withdrawPrice', { priceId: own.id, until: '2026-12-24' });
      expect(await costs(of('FRONT_DESK'), e01().id, '2026-12-24')).toMatchObject({ WORK: '60.00' });
    });

    test.each([
      [{ code: 'tap' }, 'input.code'],
      [{ price: CNY('-1') }, 'input.price.amount'],
      [{ price: CNY('1.234') }, 'input.price.amount'],
      [{ from: '2026-11-24' }, 'input.from'],
      [{ from: '2099-01-01' }, 'input.from'],
    ])('what cannot be a price is INVALID_INPUT with the path: %j', async (over, path) => {
      const input = { code: 'X-1', kind: 'PART', name: 'x', unit: 'y', price: CNY('1'), ...over };
      expect(await refused(story.harbour.staff['COMPANY_ADMIN']!, 'setPrice', input)).toMatchObject({
        code: 'INVALID_INPUT',
        path,
      });
    });

    test('R-ORG-78, R-ORG-60 · an estate manager sets prices of the own estate alone, a cashier sets none, and another company sees none', async () => {
      const input = { code: 'X-2', kind: 'PART', name: 'x', unit: 'y', price: CNY('1') };
      expect(await refused(of('ESTATE_MANAGER'), 'setPrice', input)).toMatchObject({
        code: 'FORBIDDEN',
        action: 'price.manage',
      });
      expect(await refused(of('CASHIER'), 'setPrice', { ...input, estateId: e01().id })).toMatchObject({
        code: 'FORBIDDEN',
        action: 'price.manage',
      });
      for (const [person, estateId] of [
        [of('ESTATE_MANAGER'), story.harbour.e02.id],
        [story.cedar.staff['COMPANY_ADMIN']!, e01().id],
      ] as const)
        expect(await refused(person, 'setPrice', { ...input, estateId })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await list(story.cedar.e01.staff['FRONT_DESK']!, null, '2026-12-01')).toEqual([]);
    });
  });

  test('R-ORG-77, R-ORG-78, D-30 · who may, who may not; strangers find nothing', async () => {
    const ticketId = await accepted();
    const { id } = await quoted(ticketId);
    const inputs = {
      quoteRepair: [{ lines: LINES }, 'repair.quote', 'CASHIER'],
      answerQuotation: [
        { quotationId: id, accepted: true, mode: 'TELEPHONE', reason: 'x' },
        'repair.consent',
        'CASHIER',
      ],
      decideResponsibility: [{ responsibility: 'COMPANY', reason: 'x' }, 'repair.responsibility', 'TECHNICIAN'],
      passToDeveloper: [{ dueAt: '2026-12-01T00:00:00Z' }, 'repair.developer', 'TECHNICIAN'],
      recordDeveloperWork: [{}, 'repair.developer', 'TECHNICIAN'],
    } as const;
    for (const [verb, [input, action, stranger]] of Object.entries(inputs)) {
      const answer = await refused(of(stranger), verb, { ticketId, ...input });
      expect(answer).toMatchObject({ code: 'FORBIDDEN', action });
      for (const elsewhere of [story.harbour.e02, story.cedar.e01])
        expect(await refused(elsewhere.staff['SERVICE_MANAGER']!, verb, { ticketId, ...input })).toMatchObject({
          code: 'NOT_FOUND',
          what: 'ticket',
        });
    }
    for (const stranger of [e01().next, story.harbour.e02.resident])
      expect((await agree(stranger, ticketId, id)).facts).toMatchObject([{ code: 'NOT_FOUND', what: 'ticket' }]);
    expect((await agree(e01().resident, ticketId, id)).refusals).toEqual([]);
  });
});
