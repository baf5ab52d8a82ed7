import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { billRunJob } from '../../../src/jobs/billing/bill-run.job.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const METER =
  '{ id kind serial digits factor prepaid baseValue installedOn removedOn version unit { id } building { id } estate { id } replaces { id } }';
const READING =
  '{ id kind value readOn how state turns holdReasons readAt decidedAt version meter { id } unit { id } recordedBy { id } decidedBy { id } attachments { id } }';
const SELECTION: Readonly<Record<string, string>> = {
  installMeter: `meter ${METER}`,
  replaceMeter: `meter ${METER}`,
  removeMeter: `meter ${METER}`,
  recordMeterReading: `reading ${READING}`,
  decideMeterReading: `reading ${READING}`,
  setTariff: 'tariff { id }',
  startBillRun: 'run { id }',
  confirmBillRun: 'run { id }',
  cancelCharge: 'charge { id }',
  requestUpload: 'attachment { id }',
};
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
type Any = any;

describe('meters', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = new Date('2026-01-02T02:00:00Z');
  const clock: Clock = { now: () => now };
  const on = (day: string): void => {
    now = new Date(`${day}T02:00:00Z`);
  };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${SELECTION[verb] ?? ''} } }`;
    return ask(person, document, { input });
  };
  const done = async (person: StoryPerson, verb: string, input: object): Promise<Any> => {
    const { data, refusals, facts } = await say(person, verb, input);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { cursor, ...payload } = data[verb] as Record<string, unknown>;
    expect(cursor).toEqual(expect.any(String));
    return Object.values(payload)[0];
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const meters = async (person: StoryPerson, filter: object = {}): Promise<Any[]> =>
    (await ask(person, `query ($filter: MeterFilter) { meters(filter: $filter) { nodes ${METER} } }`, { filter })).data
      .meters.nodes;
  const readings = async (person: StoryPerson, unitId: string): Promise<Any[]> =>
    (await ask(person, `query ($id: ID!) { meterReadings(unitId: $id) { nodes ${READING} } }`, { id: unitId })).data
      .meterReadings.nodes;
  const held = async (person: StoryPerson): Promise<Any[]> =>
    (await ask(person, `{ heldMeterReadings { nodes ${READING} } }`)).data.heldMeterReadings.nodes;
  const round = async (month: string, kind: string | null = null): Promise<string[]> =>
    (
      await ask(
        of('TECHNICIAN'),
        `query ($id: ID!, $month: LocalDate!, $kind: MeterKind) { meterRound(estateId: $id, month: $month, kind: $kind) { nodes { id } } }`,
        { id: e01().id, month, kind },
      )
    ).data.meterRound.nodes.map(({ id }: { id: string }) => id);
  /** Bills a month, and tells what a unit is charged by a tariff, or why not. */
  const billed = async (fromMonth: string, unitId: string, tariffCode: string): Promise<string> => {
    const accountant = of('ACCOUNTANT');
    const { id } = await done(accountant, 'startBillRun', { estateId: e01().id, fromMonth });
    const work = () =>
      billRunJob.run({
        ...{ house, principal: systemPrincipal(story.harbour.id), rowId: id, signal: AbortSignal.timeout(60_000) },
      } as unknown as Parameters<typeof billRunJob.run>[0]);
    await work();
    await done(accountant, 'confirmBillRun', { runId: id });
    await work();
    const { data } = await ask(
      accountant,
      `query ($id: ID!) { billRun(id: $id) { skips(first: 50) { nodes { tariffCode reason unit { id } } } }
         charges(filter: { billRunId: $id }, first: 50) { nodes { tariffCode amount { amount } unit { id } } } }`,
      { id },
    );
    const mine = [...data.billRun.skips.nodes, ...data.charges.nodes].find(
      (each: Any) => each.unit.id === unitId && each.tariffCode === tariffCode,
    );
    return mine?.reason ?? mine?.amount.amount;
  };
  const install = (more: object = {}) => ({
    ...{ estateId: e01().id, unitId: e01().units[0].id, kind: 'WATER', serial: 'w-001', digits: 5, value: '100' },
    ...{ installedOn: '2025-12-31', ...more },
  });
  const read = (meterId: string, value: string, readOn: string) =>
    done(of('TECHNICIAN'), 'recordMeterReading', { meterId, value, readOn });
  let water: Any;

  test('R-MIN-06, R-FEE-07 · a meter is hung with what it shows, in a unit, a building or the whole estate', async () => {
    const accountant = of('ACCOUNTANT');
    water = await done(accountant, 'installMeter', install());
    expect(water).toMatchObject({
      ...{ kind: 'WATER', serial: 'W-001', digits: 5, factor: 1, prepaid: false, baseValue: '100' },
      ...{ installedOn: '2025-12-31', removedOn: null, version: 1, unit: { id: e01().units[0].id }, building: null },
    });
    const [base] = await readings(accountant, e01().units[0].id);
    expect(base).toMatchObject({ how: 'INSTALLED', value: '100', readOn: '2025-12-31', state: 'ACCEPTED' });
    for (const [more, facts] of [
      [{}, { code: 'RULE_REFUSED', rule: 'R-FEE-07', meterId: water.id }],
      [{ buildingId: e01().buildingId }, { path: 'input.buildingId' }],
      [{ unitId: story.harbour.e02.units[0].id }, { code: 'NOT_FOUND' }],
      [{ unitId: story.cedar.e01.units[0].id }, { code: 'NOT_FOUND' }],
      [{ estateId: story.cedar.e01.id }, { code: 'NOT_FOUND' }],
      [{ serial: '表一' }, { path: 'input.serial' }],
      [{ serial: 'W-9', digits: 2 }, { path: 'input.digits' }],
      [{ serial: 'W-9', factor: 0 }, { path: 'input.factor' }],
      [{ serial: 'W-9', value: '100000' }, { path: 'input.value' }],
      [{ serial: 'W-9', value: '1.2345' }, { path: 'input.value' }],
      [{ serial: 'W-9', installedOn: '2026-01-03' }, { path: 'input.installedOn' }],
    ] as const)
      expect(await refused(accountant, 'installMeter', install(more))).toMatchObject(facts);
    expect(await refused(of('TECHNICIAN'), 'installMeter', install({ serial: 'W-9' }))).toMatchObject({
      ...{ code: 'FORBIDDEN', action: 'fee.bill' },
    });
    const common = await done(
      accountant,
      'installMeter',
      install({ unitId: null, buildingId: e01().buildingId, kind: 'ELECTRICITY', serial: 'E-LIFT', factor: 40 }),
    );
    expect(common).toMatchObject({ unit: null, building: { id: e01().buildingId }, factor: 40 });
    await done(accountant, 'installMeter', install({ unitId: null, serial: 'W-GARDEN' }));
    expect((await meters(accountant, { common: true })).map(({ serial }) => serial)).toEqual(['E-LIFT', 'W-GARDEN']);
    expect((await meters(accountant, { common: true, kind: 'WATER' })).length).toBe(1);
    expect((await meters(accountant, { unitId: e01().units[0].id, hangs: true, prepaid: false })).length).toBe(1);
    on('2026-02-01');
    expect(await read(common.id, '101', '2026-01-31')).toMatchObject({ unit: null, state: 'ACCEPTED' });
    for (const [code, more] of [
      ['WATER', { kind: 'WATER' }],
      ['POWER', { kind: 'ELECTRICITY' }],
    ] as const)
      await done(accountant, 'setTariff', {
        ...{ estateId: e01().id, code, name: code, basis: 'METERED', uses: ['RESIDENTIAL'], rate: '3.9' },
        ...{ payer: 'OCCUPIER', dueDayOfMonth: 25, fromDay: '2026-01-01', authority: '沪发改价管〔2020〕1', ...more },
      });
  });

  test('R-FEE-14 · a reader walks the round of a month; what was read carries who has read it, when, and a picture', async () => {
    on('2026-02-01');
    expect(await round('2026-01-01', 'WATER')).toContain(water.id);
    const first = await done(of('SECURITY'), 'recordMeterReading', {
      ...{ meterId: water.id, value: '112.5', occurredAt: '2026-01-31T22:00:00+08:00' },
    });
    expect(first).toMatchObject({
      ...{ value: '112.5', readOn: '2026-01-31', how: 'READ', state: 'ACCEPTED', holdReasons: [], decidedAt: null },
      ...{ meter: { id: water.id }, unit: { id: e01().units[0].id }, readAt: new Date('2026-01-31T14:00:00Z') },
    });
    expect(await round('2026-01-01', 'WATER')).not.toContain(water.id);
    expect(await round('2026-02-01', 'WATER')).toContain(water.id);
    const photo = await done(of('SECURITY'), 'requestUpload', {
      ...{ subjectKind: 'METER_READING', subjectId: first.id, kind: 'PHOTO', purpose: 'EVIDENCE', bytes: 100 },
      name: '水表.jpg',
    });
    await house.database.superuser.query(
      `update attachment set state = 'READY', sha256 = 'x', media_type = 'image/jpeg', ready_at = now() where id = $1`,
      [photo.id],
    );
    const [seen] = await readings(of('STEWARD'), e01().units[0].id);
    expect(seen).toMatchObject({ recordedBy: { id: of('SECURITY').subjectId }, attachments: [{ id: photo.id }] });
    const later = { meterId: water.id, value: '113' };
    for (const [more, facts] of [
      [{ readOn: '2026-01-31' }, { code: 'RULE_REFUSED', rule: 'R-FEE-07' }],
      [{ readOn: '2025-12-31' }, { path: 'input.readOn' }],
      [{ readOn: '2026-02-02' }, { path: 'input.readOn' }],
      [{ readOn: '2026-02-01', value: '100000' }, { path: 'input.value' }],
      [{ readOn: '2026-02-01', value: null }, { path: 'input.value' }],
      [{ meterId: story.cedar.e01.id }, { code: 'NOT_FOUND' }],
    ] as const)
      expect(await refused(of('TECHNICIAN'), 'recordMeterReading', { ...later, ...more })).toMatchObject(facts);
    expect(await billed('2026-01-01', e01().units[0].id, 'WATER')).toBe('48.75');
  });

  test('R-FEE-07 · an estimate is charged, and put right by the bill after the next reading', async () => {
    on('2026-03-01');
    const estimate = { meterId: water.id, how: 'ESTIMATED', readOn: '2026-02-28' };
    expect(await refused(of('TECHNICIAN'), 'recordMeterReading', estimate)).toMatchObject({ action: 'fee.bill' });
    expect(await refused(of('ACCOUNTANT'), 'recordMeterReading', { ...estimate, value: '1' })).toMatchObject({
      path: 'input.value',
    });
    expect(await done(of('ACCOUNTANT'), 'recordMeterReading', estimate)).toMatchObject({
      ...{ how: 'ESTIMATED', value: '123.79', state: 'ACCEPTED' },
    });
    expect(await round('2026-02-01', 'WATER')).toContain(water.id);
    expect(await billed('2026-02-01', e01().units[0].id, 'WATER')).toBe('44.03');
    on('2026-04-01');
    expect(await read(water.id, '121', '2026-03-31')).toMatchObject({ state: 'ACCEPTED', holdReasons: [] });
    // Less than the estimate said: nothing to pay, and what was charged too much is set off against what comes.
    expect(await billed('2026-03-01', e01().units[0].id, 'WATER')).toBe('FREE');
    on('2026-05-01');
    await read(water.id, '130', '2026-04-30');
    expect(await billed('2026-04-01', e01().units[0].id, 'WATER')).toBe('24.22');
    expect(await refused(of('ACCOUNTANT'), 'recordMeterReading', { ...estimate, readOn: '2026-04-15' })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-FEE-07' },
    });
  });

  test('R-FEE-07 · what is not plausible is held, billed by nobody, and decided by another person than the reader', async () => {
    on('2026-06-01');
    const much = await done(of('ACCOUNTANT'), 'recordMeterReading', {
      ...{ meterId: water.id, value: '300', readOn: '2026-05-31' },
    });
    expect(much).toMatchObject({ state: 'HELD', holdReasons: ['ABOVE_USUAL'] });
    expect(await held(of('ACCOUNTANT'))).toMatchObject([{ id: much.id }]);
    expect(await billed('2026-05-01', e01().units[0].id, 'WATER')).toBe('READING_HELD');
    const decide = { readingId: much.id, verdict: 'CONFIRM' };
    expect(await refused(of('TECHNICIAN'), 'decideMeterReading', decide)).toMatchObject({ action: 'fee.bill' });
    expect(await refused(of('ACCOUNTANT'), 'decideMeterReading', decide)).toMatchObject({ rule: 'R-FEE-07' });
    expect(await refused(of('ESTATE_MANAGER'), 'decideMeterReading', { ...decide, expectedVersion: 9 })).toMatchObject({
      ...{ code: 'CONFLICT', currentVersion: 1 },
    });
    const wrong = { ...decide, verdict: 'REJECT' };
    expect(await refused(of('ESTATE_MANAGER'), 'decideMeterReading', { ...wrong, rolledOver: true })).toMatchObject({
      path: 'input.rolledOver',
    });
    expect(await done(of('ESTATE_MANAGER'), 'decideMeterReading', wrong)).toMatchObject({
      ...{ state: 'REJECTED', version: 2, decidedBy: { id: of('ESTATE_MANAGER').subjectId }, decidedAt: now },
    });
    expect(await refused(of('ESTATE_MANAGER'), 'decideMeterReading', wrong)).toMatchObject({ code: 'CONFLICT' });
    const again = await read(water.id, '230', '2026-05-31');
    expect(again).toMatchObject({ state: 'HELD', holdReasons: ['ABOVE_USUAL'] });
    await done(of('ACCOUNTANT'), 'decideMeterReading', { ...decide, readingId: again.id });
    expect(await held(of('ACCOUNTANT'))).toEqual([]);
    expect(await billed('2026-05-01', e01().units[0].id, 'WATER')).toBe('390.00');
    on('2026-06-20');
    const less = await read(water.id, '229', '2026-06-15');
    expect(less).toMatchObject({ state: 'HELD', holdReasons: ['BACKWARDS'] });
    await done(of('ACCOUNTANT'), 'decideMeterReading', { readingId: less.id, verdict: 'REJECT' });
  });

  test('R-FEE-07 · a meter that is changed counts to its end, the new one from its beginning; in one bill', async () => {
    on('2026-06-20');
    const change = {
      ...{ meterId: water.id, removedValue: '232', serial: 'W-001', digits: 4, value: '5', replacedOn: '2026-06-10' },
    };
    for (const [more, facts] of [
      [{ replacedOn: '2026-05-30' }, { path: 'input.replacedOn' }],
      [{ replacedOn: '2025-12-31' }, { path: 'input.replacedOn' }],
      [{ replacedOn: '2026-06-21' }, { path: 'input.replacedOn' }],
      [{ removedValue: '100000' }, { path: 'input.removedValue' }],
      [{ value: '10000' }, { path: 'input.value' }],
      [{ expectedVersion: 7 }, { code: 'CONFLICT', currentVersion: 1 }],
      [{ meterId: e01().id }, { code: 'NOT_FOUND' }],
    ] as const)
      expect(await refused(of('ACCOUNTANT'), 'replaceMeter', { ...change, ...more })).toMatchObject(facts);
    const fresh = await done(of('ACCOUNTANT'), 'replaceMeter', { ...change, expectedVersion: 1 });
    expect(fresh).toMatchObject({ replaces: { id: water.id }, installedOn: '2026-06-10', unit: water.unit });
    const { data } = await ask(
      of('ACCOUNTANT'),
      `query ($id: ID!) { meter(id: $id) { removedOn readings(first: 2) { nodes { how value state } } } }`,
      { id: water.id },
    );
    expect(data.meter).toMatchObject({
      removedOn: '2026-06-10',
      readings: {
        nodes: [
          { value: '229', state: 'REJECTED' },
          { how: 'REMOVED', value: '232', state: 'ACCEPTED' },
        ],
      },
    });
    expect(await refused(of('ACCOUNTANT'), 'removeMeter', { meterId: water.id, value: '233' })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-FEE-07' },
    });
    on('2026-07-01');
    expect(await billed('2026-06-01', e01().units[0].id, 'WATER')).toBe('NO_READING');
    await read(fresh.id, '8', '2026-06-30');
    expect(await billed('2026-06-01', e01().units[0].id, 'WATER')).toBe('19.50');
    water = fresh;
  });

  test('R-FEE-07 · what was read of a meter that was taken away waits too; rejected, it is entered anew', async () => {
    on('2026-07-20');
    const gone = await done(of('ACCOUNTANT'), 'removeMeter', {
      meterId: water.id,
      value: '3',
      removedOn: '2026-07-15',
    });
    expect(gone).toMatchObject({ removedOn: '2026-07-15', version: 2 });
    const [last] = await held(of('ACCOUNTANT'));
    expect(last).toMatchObject({ how: 'REMOVED', holdReasons: ['BACKWARDS'] });
    await done(of('ESTATE_MANAGER'), 'decideMeterReading', { readingId: last.id, verdict: 'REJECT' });
    const beyond = { meterId: water.id, value: '13', readOn: '2026-07-16' };
    expect(await refused(of('TECHNICIAN'), 'recordMeterReading', beyond)).toMatchObject({ path: 'input.readOn' });
    expect(await read(water.id, '13', '2026-07-15')).toMatchObject({ how: 'REMOVED', state: 'ACCEPTED' });
    on('2026-08-01');
    expect(await billed('2026-07-01', e01().units[0].id, 'WATER')).toBe('19.50');
    expect(await billed('2026-08-01', e01().units[0].id, 'WATER')).toBe('NO_READING');
  });

  test('R-FEE-14 · what goes through a prepaid meter was bought', async () => {
    const prepaid = install({ unitId: e01().units[1].id, kind: 'ELECTRICITY', serial: 'E-2', prepaid: true });
    const meter = await done(of('ACCOUNTANT'), 'installMeter', prepaid);
    await read(meter.id, '120', '2026-07-31');
    expect(await billed('2026-07-01', e01().units[1].id, 'POWER')).toBe('PREPAID');
    expect((await meters(of('ACCOUNTANT'), { prepaid: true })).map(({ id }) => id)).toEqual([meter.id]);
  });

  test('D-30, R-ORG-70 · residents see the meters and readings of their own units since they hold them; strangers see none', async () => {
    const { resident, next, former, units } = e01();
    expect((await meters(resident)).map(({ serial }) => serial)).toEqual(['W-001', 'W-001']);
    expect((await meters(next)).map(({ serial }) => serial)).toEqual(['E-2']);
    expect(await meters(former)).toEqual([]);
    const mine = await readings(resident, units[0].id);
    expect(mine.length).toBeGreaterThan(8);
    expect(mine.every(({ attachments }) => attachments.length === 0)).toBe(true);
    expect(await readings(next, units[0].id)).toEqual([]);
    expect(await readings(former, units[1].id)).toEqual([]);
    await house.database.superuser.query(`update occupancy set from_day = '2026-05-01' where id = $1`, [
      resident.occupancyId,
    ]);
    expect((await readings(resident, units[0].id)).every(({ readOn }) => readOn >= '2026-05-01')).toBe(true);
    const one = `query ($id: ID!) { meter(id: $id) { id } }`;
    for (const stranger of [next, of('ACCOUNTANT', story.harbour.e02), of('ACCOUNTANT', story.cedar.e01)])
      expect((await ask(stranger, one, { id: water.id })).refusals).toEqual(['NOT_FOUND meter']);
    expect((await ask(resident, '{ heldMeterReadings { nodes { id } } }')).refusals).toEqual([
      'FORBIDDEN heldMeterReadings',
    ]);
    const { data } = await ask(
      of('ACCOUNTANT', story.harbour.e02),
      '{ meters { nodes { id } } heldMeterReadings { nodes { id } } }',
    );
    expect(data).toEqual({ meters: { nodes: [] }, heldMeterReadings: { nodes: [] } });
    const { rows } = await house.database.superuser.query<{ n: number }>(
      `select count(*)::int as n from event where type like 'meter.%' and facts::text ~ 'W-001'`,
    );
    expect(rows[0]).toEqual({ n: 0 });
  });
});
