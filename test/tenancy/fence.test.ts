import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ReadMoment } from '../../src/tenancy/read/read-moment.js';
import { sqlFor } from '../../src/tenancy/read/tables.js';
import { sessionVariables } from '../../src/tenancy/session-variables.js';
import { openTestHouse, type TestHouse } from '../support/test-house.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../support/story.js';

describe('the fence', () => {
  let house: TestHouse;
  let story: Story;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
  });
  afterAll(() => house.close());

  const codesSeenBy = async (person: StoryPerson): Promise<string[]> => {
    const principal = await principalOf(house, person);
    const moment = new ReadMoment(house.pool, sessionVariables(principal), principal.companyId);
    try {
      const rows = await moment.read(sqlFor.selectFrom('estate').select(['id', 'code']).orderBy('code'));
      return rows.map((row) => row.code);
    } finally {
      await moment.finish();
    }
  };

  test('R-ORG-78 · without a tenant every tenant table is empty', async () => {
    for (const table of [
      'company',
      'estate',
      'unit',
      'customer',
      'staff',
      'ticket',
      'event',
      'account',
      'company_head',
    ]) {
      const { rows } = await house.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`);
      expect({ table, rows: rows[0]?.n }).toEqual({ table, rows: 0 });
    }
  });

  test('R-ORG-78 · estate staff see their estate only, head office all of its own company, without any filter', async () => {
    expect(await codesSeenBy(story.harbour.e01.staff['FRONT_DESK']!)).toEqual(['E01']);
    expect(await codesSeenBy(story.harbour.e02.staff['STEWARD']!)).toEqual(['E02']);
    expect(await codesSeenBy(story.cedar.staff['QUALITY_OFFICER']!)).toEqual(['E01', 'E02']);
  });

  test('D-30 · former and next occupant of a unit are strangers', async () => {
    for (const [person, other] of [
      [story.harbour.e01.former, story.harbour.e01.next],
      [story.harbour.e01.next, story.harbour.e01.former],
    ] as const) {
      const principal = await principalOf(house, person);
      const moment = new ReadMoment(house.pool, sessionVariables(principal), principal.companyId);
      const customers = await moment.read(sqlFor.selectFrom('customer').select('id'));
      const occupancies = await moment.read(sqlFor.selectFrom('occupancy').select('customer_id as customerId'));
      await moment.finish();
      expect(customers.map((row) => row.id)).toEqual([person.subjectId]);
      expect(occupancies.map((row) => row.customerId)).toEqual([person.subjectId]);
      expect(customers.map((row) => row.id)).not.toContain(other.subjectId);
    }
  });

  test('credentials are closed to everybody but the door', async () => {
    const principal = await principalOf(house, story.harbour.staff['COMPANY_ADMIN']!);
    const moment = new ReadMoment(house.pool, sessionVariables(principal), principal.companyId);
    expect(await moment.read(sqlFor.selectFrom('account').select('id'))).toEqual([]);
    await moment.finish();
  });
});
