import { SETTING } from '../../src/entities/fence.js';
import { newId } from '../../src/entities/new-id.js';
import { ROLES, type Role } from '../../src/domain/identity/role.js';
import { FIGURES_EDITION } from '../../src/metrics/figures-edition.js';
import type { House } from '../../src/tenancy/house.js';
import type { Principal } from '../../src/tenancy/principal.js';
import type { TestDatabase } from './test-database.js';

/** Roles whose assignment reaches the whole company. */
const COMPANY_ROLES: readonly Role[] = ['COMPANY_ADMIN', 'COMPANY_LEADER', 'QUALITY_OFFICER', 'FINANCE_OFFICER'];

export interface StoryUnit {
  readonly id: string;
  readonly code: string;
}

export interface StoryEstate {
  readonly id: string;
  readonly code: string;
  readonly buildingId: string;
  readonly units: readonly [StoryUnit, StoryUnit, StoryUnit];
  /** Owner of unit 0 since 2020, with a login. */
  readonly resident: StoryPerson;
  /** Held unit 1 until 2024-01-01, with a login. */
  readonly former: StoryPerson;
  /** Holds unit 1 since 2024-01-01, with a login. */
  readonly next: StoryPerson;
  /** One member of staff a role that works on an estate. */
  readonly staff: Readonly<Record<string, StoryPerson>>;
}

/** Somebody with an account. `subjectId` is the staff member or customer. */
export interface StoryPerson {
  readonly accountId: string;
  readonly subjectId: string;
  readonly login: string;
  readonly companyId: string;
  readonly occupancyId: string | null;
}

export interface StoryCompany {
  readonly id: string;
  readonly code: string;
  readonly e01: StoryEstate;
  readonly e02: StoryEstate;
  /** One member of staff a company role: COMPANY_ADMIN, COMPANY_LEADER, QUALITY_OFFICER, FINANCE_OFFICER. */
  readonly staff: Readonly<Record<string, StoryPerson>>;
}

/** Two companies alike in everything but their ids. */
export interface Story {
  readonly harbour: StoryCompany;
  readonly cedar: StoryCompany;
}

/** Whose a text is: a company's, an estate's, or a person's. */
export interface Whose {
  readonly company: string;
  readonly estate: string | null;
  readonly person: string | null;
}

export interface StoryOptions {
  /** Stored for every account; no password fits the default. */
  readonly passwordHash?: string;
  /** Put into every name and text, so that a leak can be searched for; says whose it is. */
  readonly mark?: (whose: Whose, text: string) => string;
}

/** Writes the story as the owner of the tables would: two companies, two estates each, one person a role, residents. */
export async function tellStory(database: TestDatabase, options: StoryOptions = {}): Promise<Story> {
  return {
    harbour: await tellCompany(database, 'harbour', options),
    cedar: await tellCompany(database, 'cedar', options),
  };
}

/** The principal of somebody of the story, as a request would have it. */
export async function principalOf(house: House, person: StoryPerson): Promise<Principal> {
  const principal = await house.principals.find({
    companyId: person.companyId,
    accountId: person.accountId,
    familyId: null,
  });
  if (!principal) throw new Error(`${person.login} has no principal.`);
  return principal;
}

async function tellCompany(database: TestDatabase, code: string, options: StoryOptions): Promise<StoryCompany> {
  const sql = new Writer(database);
  const companyId = newId();
  const mark = (text: string, estate: string | null = null, person: string | null = null): string =>
    options.mark?.({ company: code, estate, person }, text) ?? text;
  const phoneOf = (number: number): string => `1${code === 'harbour' ? 38 : 39}0000${String(number).padStart(4, '0')}`;
  const passwordHash = options.passwordHash ?? 'none';
  await sql.insert('company', {
    id: companyId,
    code,
    name: mark(`${code} property`),
    time_zone: 'Asia/Shanghai',
    figures: FIGURES_EDITION,
    created_at: AGES_AGO,
  });
  await sql.insert('company_directory', { code, company_id: companyId });
  await sql.insert('company_head', { company_id: companyId, epoch: 1, seq: 0, last_recorded_at: AGES_AGO });

  const hire = async (
    login: string,
    role: Role,
    estateId: string | null,
    estate: string | null,
  ): Promise<StoryPerson> => {
    const [subjectId, accountId] = [newId(), newId()];
    await sql.insert('staff', {
      company_id: companyId,
      id: subjectId,
      estate_id: estateId,
      department_id: null,
      display_name: mark(login, estate, login),
      phone: '13900000000',
      created_at: AGES_AGO,
      version: 1,
    });
    await sql.insert('role_assignment', {
      company_id: companyId,
      id: newId(),
      staff_id: subjectId,
      role,
      estate_id: estateId,
      group_id: null,
      created_at: AGES_AGO,
    });
    await sql.insert('account', {
      company_id: companyId,
      id: accountId,
      login,
      kind: 'STAFF',
      staff_id: subjectId,
      customer_id: null,
      password_hash: passwordHash,
      disabled_at: null,
      created_at: AGES_AGO,
    });
    return { accountId, subjectId, login: `${login}@${code}`, companyId, occupancyId: null };
  };

  const tellEstate = async (estateCode: 'E01' | 'E02', first: number): Promise<StoryEstate> => {
    const [estateId, buildingId] = [newId(), newId()];
    await sql.insert('estate', {
      company_id: companyId,
      id: estateId,
      code: estateCode,
      name: mark(`${estateCode} gardens`, estateCode),
      time_zone: 'Asia/Shanghai',
      region: mark('east', estateCode),
      city: mark('Shanghai', estateCode),
      property_type: 'RESIDENTIAL',
      delivery_year: 2015,
      created_at: AGES_AGO,
      version: 1,
    });
    await sql.insert('building', {
      company_id: companyId,
      estate_id: estateId,
      id: buildingId,
      code: 'B1',
      name: mark('tower 1', estateCode),
    });
    const unit = async (unitCode: string): Promise<StoryUnit> => {
      const id = newId();
      await sql.insert('unit', {
        company_id: companyId,
        estate_id: estateId,
        id,
        building_id: buildingId,
        code: unitCode,
        use: 'RESIDENTIAL',
        charge_area_milli: 88_500,
      });
      await sql.insert('unit_state', {
        company_id: companyId,
        unit_id: id,
        from_day: '2020-01-01',
        estate_id: estateId,
        state: 'OWNER_OCCUPIED',
      });
      return { id, code: unitCode };
    };
    const units = [await unit('101'), await unit('102'), await unit('103')] as const;
    const settle = async (
      number: number,
      home: StoryUnit,
      from: string,
      until: string | null,
    ): Promise<StoryPerson> => {
      const [subjectId, accountId, occupancyId] = [newId(), newId(), newId()];
      await sql.insert('customer', {
        company_id: companyId,
        estate_id: estateId,
        id: subjectId,
        kind: 'PERSON',
        name: mark(`张三${number}`, estateCode, `resident${number}`),
        phone: phoneOf(number),
        created_at: AGES_AGO,
        version: 1,
      });
      await sql.insert('occupancy', {
        company_id: companyId,
        estate_id: estateId,
        id: occupancyId,
        unit_id: home.id,
        customer_id: subjectId,
        capacity: 'OWNER',
        from_day: from,
        until_day: until,
      });
      await sql.insert('account', {
        company_id: companyId,
        id: accountId,
        login: `resident${number}`,
        kind: 'RESIDENT',
        staff_id: null,
        customer_id: subjectId,
        password_hash: passwordHash,
        disabled_at: null,
        created_at: AGES_AGO,
      });
      return { accountId, subjectId, login: `resident${number}@${code}`, companyId, occupancyId };
    };
    const staff: Record<string, StoryPerson> = {};
    for (const role of ROLES.filter((r) => !COMPANY_ROLES.includes(r)))
      staff[role] = await hire(
        `${role.toLowerCase()}${estateCode === 'E01' ? '' : '.e02'}`,
        role,
        estateId,
        estateCode,
      );
    return {
      id: estateId,
      code: estateCode,
      buildingId,
      units: [...units],
      resident: await settle(first, units[0], '2020-01-01', null),
      former: await settle(first + 1, units[1], '2020-01-01', '2024-01-01'),
      next: await settle(first + 2, units[1], '2024-01-01', null),
      staff,
    };
  };

  const staff: Record<string, StoryPerson> = {};
  for (const role of COMPANY_ROLES) staff[role] = await hire(role.toLowerCase(), role, null, null);
  return { id: companyId, code, e01: await tellEstate('E01', 1), e02: await tellEstate('E02', 4), staff };
}

const AGES_AGO = '2020-01-01T00:00:00Z';

class Writer {
  constructor(private readonly database: TestDatabase) {}

  async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(row);
    await this.database.superuser.query(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    );
  }
}

/** The settings' names, for tests that speak to the database directly. */
export { SETTING };
