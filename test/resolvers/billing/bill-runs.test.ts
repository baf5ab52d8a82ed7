import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { billRunJob } from '../../../src/jobs/billing/bill-run.job.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { billChunk } from '../../../src/services/billing/bill-chunk.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const MONEY = '{ amount }';
const RUN = `{ id stage unitsTotal unitsDone lines skipped version amount ${MONEY} skips(first: 50) { nodes { tariffCode month reason unit { id } } totalCount } }`;
const SELECTION: Readonly<Record<string, string>> = {
  setTariff: 'tariff { id code rate fromDay untilDay vacantPercent version }',
  installMeter: 'meter { id }',
  recordMeterReading: 'reading { id }',
  recordSharedCost: `cost { id month amount ${MONEY} }`,
  recordPayment: `payment { id unallocated ${MONEY} }`,
  cancelCharge: 'charge { id state cancelledAt }',
};
const CHARGES = `query ($run: ID!) { charges(filter: { billRunId: $run }, first: 100) { nodes { id kind source tariffCode fromDay untilDay dueDay state amount ${MONEY} open ${MONEY} unit { id } payer { id } } totalCount } }`;
const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('bill runs', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  const clock: Clock = { now: () => new Date('2026-03-02T02:00:00Z') };

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
    return ask(
      person,
      `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${SELECTION[verb] ?? `run ${RUN}`} } }`,
      { input },
    );
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { cursor, ...payload } = data[verb] as Record<string, unknown>;
    expect(cursor).toEqual(expect.any(String));
    return Object.values(payload)[0];
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const principal = () => systemPrincipal(story.harbour.id);
  const work = (rowId: string) =>
    billRunJob.run({
      house,
      principal: principal(),
      rowId,
      signal: AbortSignal.timeout(60_000),
    } as unknown as Parameters<typeof billRunJob.run>[0]);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const runNow = async (id: string): Promise<any> =>
    (await ask(of('ACCOUNTANT'), `query ($id: ID!) { billRun(id: $id) ${RUN} }`, { id })).data.billRun;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const chargesOf = async (run: string): Promise<any[]> =>
    (await ask(of('ACCOUNTANT'), CHARGES, { run })).data.charges.nodes;
  const tariff = (more: object = {}) => ({
    ...{
      estateId: e01().id,
      code: 'PF-HOME',
      kind: 'PROPERTY_FEE',
      name: '住宅物业费',
      basis: 'PER_AREA',
      uses: ['RESIDENTIAL'],
    },
    ...{
      rate: '2.85',
      payer: 'OWNER',
      dueDayOfMonth: 25,
      fromDay: '2026-01-01',
      authority: '沪价商〔2020〕12',
      ...more,
    },
  });

  test('R-FEE-08, R-FEE-12 · a tariff holds from a month on, in place of the version before; residents read it', async () => {
    expect(await done(of('ACCOUNTANT'), 'setTariff', tariff({ rate: '2.5' }))).toMatchObject({
      rate: '2.5',
      version: 1,
    });
    expect(await done(of('ACCOUNTANT'), 'setTariff', tariff())).toMatchObject({ rate: '2.85', version: 2 });
    expect(await done(of('ACCOUNTANT'), 'setTariff', tariff({ fromDay: '2027-01-01', rate: '3' }))).toMatchObject({
      fromDay: '2027-01-01',
    });
    const list = `query ($id: ID!, $on: LocalDate) { tariffs(estateId: $id, on: $on) { nodes { code rate currency fromDay untilDay } } }`;
    const now = await ask(e01().resident, list, { id: e01().id, on: null });
    expect(now.data.tariffs.nodes).toEqual([
      { code: 'PF-HOME', rate: '2.85', currency: 'CNY', fromDay: '2026-01-01', untilDay: '2027-01-01' },
    ]);
    expect((await ask(of('FRONT_DESK'), list, { id: e01().id, on: '2027-05-01' })).data.tariffs.nodes).toMatchObject([
      { rate: '3' },
    ]);
    for (const [more, path] of [
      [{ fromDay: '2026-02-02' }, 'input.fromDay'],
      [{ fromDay: '2026-02-01' }, 'input.fromDay'],
      [{ code: 'pf' }, 'input.code'],
      [{ rate: '2.85555' }, 'input.rate'],
      [{ rate: null }, 'input.rate'],
      [{ uses: [] }, 'input.uses'],
    ] as const)
      expect(await refused(of('ACCOUNTANT'), 'setTariff', tariff(more))).toMatchObject({ code: 'INVALID_INPUT', path });
    expect(await refused(of('CASHIER'), 'setTariff', tariff())).toMatchObject({
      code: 'FORBIDDEN',
      action: 'tariff.manage',
    });
  });

  test('R-FEE-07, R-FEE-14 · meters are hung and read; what the common parts have cost is entered', async () => {
    const meter = await done(of('ACCOUNTANT'), 'installMeter', {
      ...{ estateId: e01().id, unitId: e01().units[0].id, kind: 'WATER', serial: 'W-1', digits: 5 },
      ...{ value: '100', installedOn: '2026-01-31' },
    });
    await done(of('ACCOUNTANT'), 'recordMeterReading', { meterId: meter.id, value: '112.5', readOn: '2026-02-28' });
    await done(
      of('ACCOUNTANT'),
      'setTariff',
      tariff({ code: 'WATER', kind: 'WATER', basis: 'METERED', rate: '3.9', payer: 'OCCUPIER' }),
    );
    await done(
      of('ACCOUNTANT'),
      'setTariff',
      tariff({ code: 'SHARED', kind: 'SHARED_UTILITIES', basis: 'APPORTIONED', rate: null }),
    );
    const cost = { estateId: e01().id, tariffCode: 'SHARED', month: '2026-02-01', amount: yuan('100') };
    expect(await refused(of('ACCOUNTANT'), 'recordSharedCost', { ...cost, tariffCode: 'WATER' })).toMatchObject({
      path: 'input.tariffCode',
    });
    expect(await refused(of('ACCOUNTANT'), 'recordSharedCost', { ...cost, month: '2026-02-02' })).toMatchObject({
      path: 'input.month',
    });
    await done(of('ACCOUNTANT'), 'recordSharedCost', { ...cost, amount: yuan('90') });
    expect(await done(of('ACCOUNTANT'), 'recordSharedCost', cost)).toMatchObject({ amount: { amount: '100.00' } });
  });

  test('R-FEE-01, D-21 · a run is counted, confirmed and done; it says why it skipped whom; run again it charges nobody twice', async () => {
    const start = { estateId: e01().id, fromMonth: '2026-02-01' };
    expect(await refused(of('ACCOUNTANT'), 'startBillRun', { ...start, tariffCodes: ['NONE'] })).toMatchObject({
      path: 'input.tariffCodes',
    });
    expect(await refused(of('ACCOUNTANT'), 'startBillRun', { ...start, months: 13 })).toMatchObject({
      path: 'input.months',
    });
    await done(of('CASHIER'), 'recordPayment', { payerId: e01().next.subjectId, method: 'CASH', amount: yuan('500') });
    const run = await done(of('ACCOUNTANT'), 'startBillRun', start);
    expect(run).toMatchObject({ stage: 'PREVIEWING', unitsTotal: 3, unitsDone: 0, lines: 0 });
    expect(await refused(of('ACCOUNTANT'), 'startBillRun', start)).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-FEE-01',
    });
    expect(await refused(of('ACCOUNTANT'), 'confirmBillRun', { runId: run.id })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-FEE-01',
    });
    await work(run.id);
    const previewed = await runNow(run.id);
    expect(previewed).toMatchObject({ stage: 'PREVIEWED', unitsDone: 3, lines: 5, skipped: 4 });
    expect(await chargesOf(run.id)).toEqual([]);
    await done(of('ACCOUNTANT'), 'confirmBillRun', { runId: run.id, expectedVersion: previewed.version });
    await work(run.id);
    await work(run.id);
    const finished = await runNow(run.id);
    expect(finished).toMatchObject({ stage: 'DONE', unitsDone: 3, lines: 5, skipped: 4, amount: previewed.amount });
    const skipped = finished.skips.nodes
      .map(({ tariffCode, reason }: Record<string, string>) => `${tariffCode} ${reason}`)
      .sort();
    expect(skipped).toEqual(['PF-HOME NO_PAYER', 'SHARED NO_PAYER', 'WATER NO_READING', 'WATER NO_READING']);
    const charges = await chargesOf(run.id);
    expect(charges.map(({ tariffCode, amount }) => `${tariffCode} ${amount.amount}`).sort()).toEqual([
      'PF-HOME 252.23',
      'PF-HOME 252.23',
      'SHARED 33.33',
      expect.stringMatching(/^SHARED 33\.3[34]$/),
      'WATER 48.75',
    ]);
    expect(charges[0]).toMatchObject({
      source: 'BILL_RUN',
      fromDay: '2026-02-01',
      untilDay: '2026-03-01',
      dueDay: '2026-02-25',
    });
    const ofNext = charges.filter(({ payer }) => payer.id === e01().next.subjectId);
    expect(ofNext.every(({ state }) => state === 'PAID')).toBe(true);
    expect(
      await refused(of('ACCOUNTANT'), 'recordSharedCost', {
        estateId: e01().id,
        tariffCode: 'SHARED',
        month: '2026-02-01',
        amount: yuan('1'),
      }),
    ).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-FEE-07' });
    const again = await done(of('ACCOUNTANT'), 'startBillRun', start);
    await work(again.id);
    await done(of('ACCOUNTANT'), 'confirmBillRun', { runId: again.id });
    await work(again.id);
    expect(await runNow(again.id)).toMatchObject({ stage: 'DONE', lines: 0, skipped: 9 });
    const { rows } = await house.database.superuser.query(
      `select count(*)::int as n from charge where bill_run_id is not null`,
    );
    expect(rows[0]).toEqual({ n: 5 });
  });

  test('R-FEE-01 · a charge that was cancelled makes room for another; what two runs charge at once is charged once', async () => {
    const { rows } = await house.database.superuser.query<{ id: string; unit_id: string }>(
      `select id, unit_id from charge where tariff_code = 'PF-HOME' and payer_id = $1`,
      [e01().resident.subjectId],
    );
    const billed = rows[0]!;
    expect(await done(of('ACCOUNTANT'), 'cancelCharge', { chargeId: billed.id, reason: 'WRONG_AMOUNT' })).toMatchObject(
      { state: 'SETTLED', cancelledAt: clock.now() },
    );
    const run = await done(of('ACCOUNTANT'), 'startBillRun', {
      estateId: e01().id,
      fromMonth: '2026-02-01',
      tariffCodes: ['PF-HOME'],
    });
    await work(run.id);
    await done(of('ACCOUNTANT'), 'confirmBillRun', { runId: run.id });
    const twice = async () => {
      for (let goesOn = true; goesOn;)
        ({ goesOn } = await runCommand(house, principal(), billChunk, { runId: run.id }));
    };
    await Promise.all([twice(), twice(), twice()]);
    expect(await runNow(run.id)).toMatchObject({ stage: 'DONE', unitsDone: 3, lines: 1, skipped: 2 });
    const off = await done(of('ACCOUNTANT'), 'startBillRun', {
      estateId: e01().id,
      fromMonth: '2026-03-01',
      months: 3,
    });
    await work(off.id);
    expect(await done(of('ACCOUNTANT'), 'cancelBillRun', { runId: off.id })).toMatchObject({ stage: 'CANCELLED' });
    await work(off.id);
    expect(await chargesOf(off.id)).toEqual([]);
    const listed = await ask(
      of('ACCOUNTANT'),
      `query ($id: ID!) { billRuns(estateIds: [$id]) { nodes { id stage } } }`,
      { id: e01().id },
    );
    expect(listed.data.billRuns.nodes[0]).toEqual({ id: off.id, stage: 'CANCELLED' });
  });

  test('R-FEE-01 · a run that dies in the middle goes on where it stood: every unit is charged once, and one event tells of each chunk', async () => {
    const estateId = story.harbour.e02.id;
    const { superuser } = house.database;
    const building = (await superuser.query<{ id: string }>(`select id from building where estate_id = $1`, [estateId]))
      .rows[0]!.id;
    await superuser.query(
      `insert into unit (company_id, estate_id, id, building_id, code, use, charge_area_milli)
       select $1, $2, gen_random_uuid(), $3, 'X' || n, 'RESIDENTIAL', 50000 + n from generate_series(1, 700) n`,
      [story.harbour.id, estateId, building],
    );
    await superuser.query(
      `insert into occupancy (company_id, estate_id, id, unit_id, customer_id, capacity, from_day)
       select company_id, estate_id, gen_random_uuid(), id, $2, 'OWNER', '2020-01-01' from unit where estate_id = $1 and code like 'X%'`,
      [estateId, story.harbour.e02.resident.subjectId],
    );
    const accountant = of('ACCOUNTANT', story.harbour.e02);
    await done(accountant, 'setTariff', tariff({ estateId }));
    const run = await done(accountant, 'startBillRun', { estateId, fromMonth: '2026-01-01', months: 12 });
    await work(run.id);
    await done(accountant, 'confirmBillRun', { runId: run.id });
    const before = (
      await superuser.query<{ n: number }>(`select count(*)::int as n from event where type = 'billRun.CHUNK'`)
    ).rows[0]!.n;
    await runCommand(house, principal(), billChunk, { runId: run.id });
    const dying = AbortSignal.abort();
    await expect(
      billRunJob.run({ house, principal: principal(), rowId: run.id, signal: dying } as unknown as Parameters<
        typeof billRunJob.run
      >[0]),
    ).rejects.toThrow('goes on later');
    await work(run.id);
    const { rows } = await superuser.query<{ lines: number; keys: number; units: number }>(
      `select count(*)::int as lines, count(distinct (unit_id, from_day))::int as keys, count(distinct unit_id)::int as units from charge where bill_run_id = $1`,
      [run.id],
    );
    expect(rows[0]).toEqual({ lines: 702 * 12, keys: 702 * 12, units: 702 });
    const after = (
      await superuser.query<{ n: number }>(`select count(*)::int as n from event where type = 'billRun.CHUNK'`)
    ).rows[0]!.n;
    expect(after - before).toBe(Math.floor(703 / 166) + 1);
  }, 60_000);
});
