import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { PROPOSED_CHANGES } from '../../../src/domain/ledger/proposed-change.js';
import { newId } from '../../../src/entities/new-id.js';
import { ledgerStep, liveLedger, type LedgerTry } from '../../support/ledger-life.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

type Row = Readonly<Record<string, unknown>>;
type EntryTry = Extract<LedgerTry, { readonly what: 'entry' }>;

const MONTH = { from_day: '2026-01-01', until_day: '2026-02-01', due_day: '2026-01-31' };
const KEPT = { last_day: '2026-01-01', version: 1, recorded_at: '2026-03-20T02:00:00Z' };

describe('entries that one statement writes', () => {
  let house: TestHouse;
  let story: Story;
  let client: pg.Client;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    client = new pg.Client({ connectionString: house.database.apiUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await house.close();
  });

  const write = (table: string, rows: readonly Row[]) =>
    client.query(
      `insert into ${table} (${Object.keys(rows[0]!).join(', ')})
       select ${Object.keys(rows[0]!).join(', ')} from json_populate_recordset(null::${table}, $1::json)`,
      [JSON.stringify(rows)],
    );
  /** Inside the running transaction: whether it is taken; where not, nothing has changed. */
  const takes = async (work: () => Promise<unknown>): Promise<boolean> => {
    await client.query('savepoint s');
    try {
      await work();
      return true;
    } catch (error) {
      expect(['23514', '23503', '23505']).toContain((error as { code?: string }).code);
      await client.query('rollback to savepoint s');
      return false;
    }
  };
  /** All that the account's lines say. */
  const lines = async (): Promise<unknown> =>
    (
      await client.query(
        `select id, open_minor, paid_minor, last_day::text, cancelled_at, version from charge where payer_id = $1
         union all select id, free_minor, 0, last_day::text, reversed_at, version from payment where payer_id = $1 order by id`,
        [story.harbour.e02.resident.subjectId],
      )
    ).rows;
  const account = (): Row => ({
    company_id: story.harbour.id,
    estate_id: story.harbour.e02.id,
    payer_id: story.harbour.e02.resident.subjectId,
    currency: 'CNY',
  });

  const add = async ({ what, line }: Exclude<LedgerTry, EntryTry>): Promise<unknown> => {
    const same = { ...account(), id: line.id, amount_minor: line.amountMinor, booked_day: line.bookedDay, ...KEPT };
    return what === 'charge'
      ? write('charge', [{ ...same, ...MONTH, kind: 'WATER', source: 'RAISED', open_minor: 0, paid_minor: 0 }])
      : write('payment', [{ ...same, method: 'CASH', free_minor: 0 }]);
  };
  /** The entry's row, with the proposal that it may need. */
  const rowOf = async ({ line }: EntryTry): Promise<Row> => {
    const row = {
      ...account(),
      ...{ id: line.id, kind: line.kind, charge_id: line.chargeId, payment_id: line.paymentId },
      ...{ amount_minor: line.amountMinor },
    };
    const proposed = line.reversesId === null && PROPOSED_CHANGES.some((kind) => kind === line.kind);
    const by = { reason: 'x', proposed_by: story.harbour.e02.staff['ACCOUNTANT']!.subjectId };
    const proposal = { ...row, ...by, proposed_at: KEPT.recorded_at };
    const approved = proposed && (await takes(() => write('ledger_proposal', [proposal])));
    return {
      ...row,
      ...{ booked_day: line.bookedDay, recorded_at: KEPT.recorded_at },
      ...{ reverses_id: line.reversesId, proposal_id: approved ? line.id : null },
    };
  };

  test('R-FEE-11 · in random lives of accounts they are taken as if one came after the other: all of them, with the same lines, or none', async () => {
    const lives = fc.array(fc.tuple(ledgerStep, fc.integer({ min: 1, max: 5 })), { minLength: 10, maxLength: 40 });
    const seen = { taken: 0, refused: 0 };
    for (const steps of fc.sample(lives, { numRuns: 100, seed: 21 })) {
      const { tries } = liveLedger(
        steps.map(([step]) => step),
        newId,
      );
      await client.query('begin');
      await client.query(
        `select set_config('app.company', $1, true), set_config('app.audience', 'staff', true), set_config('app.all_estates', 'on', true)`,
        [story.harbour.id],
      );
      for (let at = 0; at < tries.length;) {
        const next = tries[at]!;
        if (next.what !== 'entry') {
          await add(next);
          at += 1;
          continue;
        }
        const pick = steps[at]![1];
        const following = tries.slice(at, at + pick);
        const others = following.findIndex(({ what }) => what !== 'entry');
        const tried = (others < 0 ? following : following.slice(0, others)) as EntryTry[];
        at += tried.length;
        const together = pick % 2 === 0 ? tried.filter(({ taken }) => taken) : tried;
        if (together.length === 0) continue;
        const rows: Row[] = [];
        for (const each of together) rows.push(await rowOf(each));

        await client.query('savepoint whole');
        const whole = await takes(() => write('ledger_entry', rows));
        const after = await lines();
        await client.query('rollback to savepoint whole');
        let each = true;
        for (const row of rows) each = (await takes(() => write('ledger_entry', [row]))) && each;
        expect([together, whole]).toEqual([together, each]);
        if (each) expect(after).toEqual(await lines());
        if (rows.length > 1) seen[each ? 'taken' : 'refused'] += 1;
      }
      await client.query('rollback');
    }
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(20);
  }, 120_000);

  test('R-FEE-11 · what comes right at the end is refused where on the way more was paid than was owed, more used than was there, or used again after a reversal', async () => {
    const [charge, other, payment, twice] = [newId(), newId(), newId(), newId()];
    const day = '2026-02-01';
    await client.query('begin');
    await client.query(
      `select set_config('app.company', $1, true), set_config('app.audience', 'staff', true), set_config('app.all_estates', 'on', true)`,
      [story.harbour.id],
    );
    await add({ what: 'charge', line: { id: charge, bookedDay: day, amountMinor: 100 }, taken: true });
    await add({ what: 'charge', line: { id: other, bookedDay: day, amountMinor: 100 }, taken: true });
    await add({ what: 'payment', line: { id: payment, bookedDay: day, amountMinor: 150 }, taken: true });
    const entry = (amount_minor: number, more: Row = {}): Row => ({
      ...account(),
      ...{ id: newId(), kind: 'ALLOCATION', charge_id: charge, payment_id: payment, amount_minor, booked_day: day },
      ...{ recorded_at: KEPT.recorded_at, reverses_id: null, ...more },
    });
    const back = (more: Row = {}): Row => entry(60, { reverses_id: twice, ...more });
    const reversal = entry(150, { kind: 'PAYMENT_REVERSAL', charge_id: null });
    const wrong: readonly (readonly [readonly Row[], RegExp])[] = [
      [[entry(60, { id: twice }), entry(60), back()], /between two entries, charge_open_not_negative/],
      [[entry(60, { id: twice }), back({ booked_day: '2026-02-03' }), entry(60)], /moved later/],
      [[entry(100), entry(51, { charge_id: other })], /payment_free_within_amount/],
      [
        [entry(60, { id: twice }), entry(91, { charge_id: other }), back()],
        /between two entries, payment_free_within_amount/,
      ],
      [[reversal, entry(1, { kind: 'CHANNEL_FEE', charge_id: null })], /is reversed/],
      [[entry(1), entry(1, { payer_id: story.harbour.e01.resident.subjectId })], /another account/],
    ];
    for (const [rows, message] of wrong) {
      await client.query('savepoint w');
      await expect(write('ledger_entry', rows)).rejects.toThrow(message);
      await client.query('rollback to savepoint w');
    }
    await write('ledger_entry', [entry(60, { id: twice }), back(), entry(60), entry(40)]);
    expect(await lines()).toEqual([
      expect.objectContaining({ id: charge, open_minor: '0', paid_minor: '100', version: 5 }),
      expect.objectContaining({ id: other, open_minor: '100', version: 1 }),
      expect.objectContaining({ id: payment, open_minor: '50', version: 5 }),
    ]);
    await client.query('rollback');
  });
});
