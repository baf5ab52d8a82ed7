import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clockAt } from '../../../src/domain/clock.js';
import { countHouseholds, type UnitWithStates } from '../../../src/domain/place/household.js';
import { UNIT_STATES } from '../../../src/domain/place/unit-state.js';
import { UNIT_USES } from '../../../src/domain/place/unit-use.js';
import { newId } from '../../../src/entities/new-id.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

/** 2026-11-21 23:30 in Shanghai and 2026-11-21 10:30 in New York. */
const NOW = new Date('2026-11-21T15:30:00Z');

describe('households of an estate', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  /** What the superuser wrote, so that the database's answer can be compared with the pure rule. */
  const written: UnitWithStates[] = [];

  beforeAll(async () => {
    house = await openTestHouse({ clock: clockAt(NOW) });
    story = await tellStory(house.database);
    ask = await askThrough(house);
    const { e02 } = story.harbour;
    await house.database.superuser.query('delete from occupancy where estate_id = $1', [e02.id]);
    await house.database.superuser.query('delete from unit_state where estate_id = $1', [e02.id]);
    const days = ['2024-01-01', '2024-06-30', '2024-07-01', '2026-11-21', '2026-11-22', '2027-01-01'];
    for (const [i, use] of UNIT_USES.entries())
      for (const [j, state] of UNIT_STATES.entries()) {
        const later = UNIT_STATES[(i + j + 1) % UNIT_STATES.length]!;
        const dated = [
          { fromDay: days[(i + j) % 3]!, state },
          { fromDay: days[3 + ((i * 3 + j) % 3)]!, state: later },
        ];
        written.push({ use, states: dated });
        await writeUnit(use, `${use}-${j}`, dated);
      }
  });
  afterAll(() => house.close());

  async function writeUnit(use: string, code: string, states: UnitWithStates['states']): Promise<void> {
    const { id: companyId, e02 } = story.harbour;
    const id = newId();
    await house.database.superuser.query(
      'insert into unit (company_id, estate_id, id, building_id, code, use) values ($1, $2, $3, $4, $5, $6)',
      [companyId, e02.id, id, e02.buildingId, code, use],
    );
    for (const { fromDay, state } of states)
      await house.database.superuser.query(
        'insert into unit_state (company_id, estate_id, unit_id, from_day, state) values ($1, $2, $3, $4, $5)',
        [companyId, e02.id, id, fromDay, state],
      );
  }

  const countsOn = async (on: string | null): Promise<unknown> => {
    const answer = await ask(
      story.harbour.staff['QUALITY_OFFICER'],
      `query ($id: ID!, $on: LocalDate) { estate(id: $id) { households(on: $on) occupied: occupiedHouseholds(on: $on) } }`,
      { id: story.harbour.e02.id, on },
    );
    return answer.data.estate;
  };

  test.each([
    '2023-12-31',
    '2024-01-01',
    '2024-06-29',
    '2024-06-30',
    '2024-07-01',
    '2026-11-21',
    '2026-11-22',
    '2027-01-01',
    '2150-01-01',
  ])('D-28, Q-32 · the database counts the households of %s as the rule does', async (day) => {
    expect(await countsOn(day)).toEqual(countHouseholds(written, day));
  });

  test("D-28 · without a day they are those of today in the estate's own zone", async () => {
    expect(await countsOn(null)).toEqual(countHouseholds(written, '2026-11-21'));
    await house.database.superuser.query(`update estate set time_zone = 'Pacific/Auckland' where id = $1`, [
      story.harbour.e02.id,
    ]);
    const tomorrow = countHouseholds(written, '2026-11-22');
    expect(tomorrow).not.toEqual(countHouseholds(written, '2026-11-21'));
    expect(await countsOn(null)).toEqual(tomorrow);
  });

  test('D-28 · one statement counts all estates of a page, both figures of a day together', async () => {
    const document = `{ estates(first: 100) { nodes { households occupiedHouseholds } } }`;
    const answer = await ask(story.harbour.staff['QUALITY_OFFICER'], document);
    expect(answer.data.estates.nodes).toHaveLength(2);
    expect(answer.data.estates.nodes[0]).toEqual({ households: 3, occupiedHouseholds: 3 });
    expect(answer.statements).toBe(2);
  });

  test('D-30 · a resident counts the own units only', async () => {
    const answer = await ask(
      story.harbour.e01.resident,
      `{ estates { nodes { code households occupiedHouseholds } } }`,
    );
    expect(answer.data.estates.nodes).toEqual([{ code: 'E01', households: 1, occupiedHouseholds: 1 }]);
  });

  test('a day that no estate has known is INVALID_INPUT', async () => {
    const answer = await ask(
      story.harbour.staff['QUALITY_OFFICER'],
      `query ($id: ID!) { estate(id: $id) { households(on: "0000-01-01") } }`,
      { id: story.harbour.e02.id },
    );
    expect(answer.refusals).toEqual(['INVALID_INPUT estate.households']);
  });
});
