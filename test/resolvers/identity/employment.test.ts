import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askThrough, type Ask } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const UPDATE = `mutation ($input: UpdateStaffInput!) { updateStaff(input: $input) { staff { displayName phone version estate { code } department { code } } } }`;
const END = `mutation ($input: EndEmploymentInput!) { endEmployment(input: $input) { staff { endedAt roles { role } buildings { code } } } }`;
const COMPANY = `mutation ($input: UpdateCompanyInput!) { updateCompany(input: $input) { company { code name timeZone } } }`;
const DEPARTMENT = `mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { department { id } } }`;

describe('people come, move and go', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const admin = (): StoryPerson => story.harbour.staff['COMPANY_ADMIN']!;
  const manager = (): StoryPerson => story.harbour.e01.staff['ESTATE_MANAGER']!;
  const steward = (): StoryPerson => story.harbour.e01.staff['STEWARD']!;
  const department = async (estateId: string, code: string): Promise<string> =>
    (await ask(admin(), DEPARTMENT, { input: { estateId, code, name: code } })).data.createDepartment.department.id;

  test('R-ORG-29 · staff are renamed and moved between departments, and to another estate by who manages both', async () => {
    const { e01, e02 } = story.harbour;
    const [here, there] = [await department(e01.id, 'CS'), await department(e02.id, 'CS')];
    const update = (input: object, person = manager()) =>
      ask(person, UPDATE, { input: { staffId: steward().subjectId, ...input } });
    const moved = await update({ expectedVersion: 1, displayName: '王管家', phone: null, departmentId: here });
    expect(moved.data.updateStaff.staff).toEqual({
      displayName: '王管家',
      phone: null,
      version: 2,
      estate: { code: 'E01' },
      department: { code: 'CS' },
    });
    expect((await update({ expectedVersion: 2, departmentId: there })).facts).toEqual([
      { code: 'NOT_FOUND', what: 'department' },
    ]);
    expect((await update({ expectedVersion: 1, phone: '1' })).facts).toEqual([
      expect.objectContaining({ code: 'CONFLICT', currentVersion: 2 }),
    ]);
    expect((await update({ expectedVersion: 2, displayName: null })).facts).toEqual([
      { code: 'INVALID_INPUT', path: 'input.displayName' },
    ]);
    expect((await update({ expectedVersion: 2, estateId: e02.id })).refusals).toEqual(['NOT_FOUND updateStaff']);
    expect((await update({ expectedVersion: 2, estateId: null })).facts).toEqual([
      { code: 'FORBIDDEN', action: 'staff.manage' },
    ]);
    const gone = await update({ expectedVersion: 2, estateId: e02.id, departmentId: there }, admin());
    expect(gone.data.updateStaff.staff).toMatchObject({ estate: { code: 'E02' }, department: { code: 'CS' } });
    for (const [person, refusal] of [
      [e01.staff['FRONT_DESK']!, 'FORBIDDEN'],
      [e01.resident, 'FORBIDDEN'],
      [manager(), 'NOT_FOUND'],
      [story.cedar.staff['COMPANY_ADMIN']!, 'NOT_FOUND'],
    ] as const)
      expect((await update({ expectedVersion: 3, phone: null }, person)).facts[0]?.['code']).toBe(refusal);
  });

  test('R-ORG-29 · who leaves loses login, roles, buildings and posts at once, and stays in the record', async () => {
    const { e01 } = story.harbour;
    const person = e01.staff['SERVICE_SUPERVISOR']!;
    const buildings = `mutation ($input: SetStewardBuildingsInput!) { setStewardBuildings(input: $input) { staff { id } } }`;
    await ask(manager(), buildings, {
      input: { staffId: person.subjectId, estateId: e01.id, buildingIds: [e01.buildingId] },
    });
    const post = await ask(admin(), DEPARTMENT, {
      input: { estateId: e01.id, code: 'ARC', name: 'Archive', headId: person.subjectId },
    });
    const input = { staffId: person.subjectId, expectedVersion: 1 };
    for (const [other, refusal] of [
      [e01.staff['SERVICE_MANAGER']!, 'FORBIDDEN'],
      [story.harbour.e02.staff['ESTATE_MANAGER']!, 'NOT_FOUND'],
      [story.cedar.staff['COMPANY_ADMIN']!, 'NOT_FOUND'],
    ] as const)
      expect((await ask(other, END, { input })).facts[0]?.['code']).toBe(refusal);
    const ended = await ask(manager(), END, { input });
    expect(ended.data.endEmployment.staff).toEqual({ endedAt: expect.any(Date), roles: [], buildings: [] });
    house.principals.drop(story.harbour.id);
    const bearer = { companyId: person.companyId, accountId: person.accountId, familyId: null };
    expect(await house.principals.find(bearer)).toBeNull();
    const head = await ask(admin(), `query ($id: ID!) { department(id: $id) { head { id } } }`, {
      id: post.data.createDepartment.department.id,
    });
    expect(head.data.department.head).toBeNull();
    expect((await ask(manager(), END, { input: { ...input, expectedVersion: 2 } })).facts).toEqual([
      expect.objectContaining({ code: 'CONFLICT', what: 'staff' }),
    ]);
  });

  test('the last administrator does not leave', async () => {
    const input = { staffId: admin().subjectId, expectedVersion: 1 };
    expect((await ask(admin(), END, { input })).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'LAST_ADMINISTRATOR', staffId: admin().subjectId },
    ]);
  });

  test('a company renames itself; only its administrator does', async () => {
    const renamed = await ask(admin(), COMPANY, { input: { name: '海港物业', timeZone: 'Asia/Hong_Kong' } });
    expect(renamed.data.updateCompany.company).toEqual({
      code: 'harbour',
      name: '海港物业',
      timeZone: 'Asia/Hong_Kong',
    });
    expect((await ask(admin(), COMPANY, { input: { timeZone: 'Mars/Base' } })).facts).toEqual([
      { code: 'INVALID_INPUT', path: 'input.timeZone' },
    ]);
    for (const person of [manager(), story.harbour.staff['QUALITY_OFFICER']!, story.harbour.e01.resident])
      expect((await ask(person, COMPANY, { input: { name: 'x' } })).facts).toEqual([
        { code: 'FORBIDDEN', action: 'company.manage' },
      ]);
  });
});
