import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTIONS_OF_ROLE } from '../../src/domain/identity/actions-of-role.js';
import { ROLES } from '../../src/domain/identity/role.js';
import { newId } from '../../src/entities/new-id.js';
import { openTestHouse, type TestHouse } from '../support/test-house.js';
import { principalOf, tellStory, type Story } from '../support/story.js';

test('D-18 · the three money posts are three roles', () => {
  expect(ROLES).toEqual(expect.arrayContaining(['CASHIER', 'TREASURER', 'ACCOUNTANT']));
});

describe('one person in several posts', () => {
  let house: TestHouse;
  let story: Story;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
  });
  afterAll(() => house.close());

  test('D-18 · one person may hold several roles, each on its own estates', async () => {
    const { id, e01, e02 } = story.harbour;
    const person = e01.staff['FRONT_DESK'];
    if (!person) throw new Error('The story has a front desk.');
    await house.database.superuser.query(
      `insert into role_assignment (company_id, id, staff_id, role, estate_id, created_at) values ($1, $2, $3, 'TECHNICIAN', $4, now())`,
      [id, newId(), person.subjectId, e02.id],
    );
    const { actions, roles } = await principalOf(house, person);
    expect(roles.map(({ role }) => role).sort()).toEqual(['FRONT_DESK', 'TECHNICIAN']);
    expect(ACTIONS_OF_ROLE.TECHNICIAN).not.toContain('repair.forward');
    expect(ACTIONS_OF_ROLE.FRONT_DESK).not.toContain('repair.accept');
    expect(actions.get('repair.forward')).toEqual(new Set([e01.id]));
    expect(actions.get('repair.accept')).toEqual(new Set([e02.id]));
    expect(actions.get('ticket.read')).toEqual(new Set([e01.id, e02.id]));
  });
});
