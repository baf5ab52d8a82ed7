import { mobileNumber, personName } from '../../domain/demo/names.js';
import type { Random } from '../../domain/demo/random.js';
import type { Role } from '../../domain/identity/role.js';
import { addAccount } from './accounts.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import { addNightWatch } from './duties.js';
import type { DemoPlaces } from './places.js';

/** Who acts in an estate's history. */
export interface DemoTeam {
  readonly desk: string;
  /** Takes repairs at night; null where the desk does (R-RPR-06). */
  readonly controlRoom: string | null;
  readonly technicians: readonly string[];
  readonly engineeringHead: string;
  readonly estateManager: string;
  /** The customer service manager, where there is one. */
  readonly manager: string | null;
  readonly supervisor: string | null;
  readonly steward: string | null;
  /** Who takes money, and who keeps the books: on the estates that are staffed in full. */
  readonly cashier: string | null;
  readonly accountant: string | null;
}

/** Where a role is held: on estates, on a group, or, with neither, on all of the company (D-11). */
interface Scope {
  readonly estateIds?: readonly string[];
  readonly groupId?: string;
}

interface Hire extends Scope {
  readonly login: string;
  readonly roles: readonly Role[];
  /** The one estate of somebody who works on one. */
  readonly estateId: string | null;
  readonly departmentId: string | null;
}

const DEPARTMENTS = {
  SERVICE: '客服部',
  FINANCE: '财务室',
  ENGINEERING: '工程部',
  SECURITY: '安保部',
  ENVIRONMENT: '环境部',
} as const;
type DepartmentCode = keyof typeof DEPARTMENTS;

const DEPARTMENT_OF: Readonly<Partial<Record<Role, DepartmentCode>>> = {
  SERVICE_MANAGER: 'SERVICE',
  SERVICE_SUPERVISOR: 'SERVICE',
  STEWARD: 'SERVICE',
  ASSISTANT_STEWARD: 'SERVICE',
  FRONT_DESK: 'SERVICE',
  CASHIER: 'SERVICE',
  DOCUMENT_CONTROLLER: 'SERVICE',
  TREASURER: 'FINANCE',
  ACCOUNTANT: 'FINANCE',
  ENGINEERING_HEAD: 'ENGINEERING',
  TECHNICIAN: 'ENGINEERING',
  SECURITY: 'SECURITY',
  CONTROL_ROOM: 'SECURITY',
  CLEANING_HEAD: 'ENVIRONMENT',
};

/** Every role of an estate, for the two estates that are staffed in full. */
const FULL: readonly Role[] = [
  'ESTATE_MANAGER',
  'SERVICE_MANAGER',
  'SERVICE_SUPERVISOR',
  'STEWARD',
  'ASSISTANT_STEWARD',
  'FRONT_DESK',
  'CASHIER',
  'TREASURER',
  'ACCOUNTANT',
  'ENGINEERING_HEAD',
  'TECHNICIAN',
  'SECURITY',
  'CLEANING_HEAD',
  'CONTROL_ROOM',
  'DOCUMENT_CONTROLLER',
];
const LEAN: readonly Role[] = [
  'ESTATE_MANAGER',
  'SERVICE_SUPERVISOR',
  'STEWARD',
  'FRONT_DESK',
  'ENGINEERING_HEAD',
  'TECHNICIAN',
];
/** In a lean team one person does what others have posts for. */
const BESIDE: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  SERVICE_SUPERVISOR: ['CASHIER', 'DOCUMENT_CONTROLLER'],
};

/** Head office: its departments, its people, and those whose role reaches several estates. */
export function addHeadOffice(company: DemoCompany, { estates, groups }: DemoPlaces): void {
  const names = company.names.branch('staff/head-office');
  const department = (code: string, name: string): string => addDepartment(company, null, code, name);
  const quality = department('QUALITY', '品质管理部');
  const finance = department('FINANCE', '财务部');
  const affairs = department('AFFAIRS', '综合事务部');
  const hire = (login: string, role: Role, departmentId: string | null, scope: Scope = {}): string =>
    addStaff(company, names, { login, roles: [role], estateId: null, departmentId, ...scope });
  appoint(company, affairs, hire('company_admin', 'COMPANY_ADMIN', affairs), null);
  hire('company_leader', 'COMPANY_LEADER', null);
  const officer = hire('quality_officer', 'QUALITY_OFFICER', quality);
  const east = groups.get('REGION/华东');
  const regional = hire(
    'quality_officer.east',
    'QUALITY_OFFICER',
    quality,
    east === undefined ? {} : { groupId: east },
  );
  appoint(company, quality, officer, regional);
  appoint(company, finance, hire('finance_officer', 'FINANCE_OFFICER', finance), null);
  addNightWatch(company, hire('night_desk', 'CONTROL_ROOM', null));
  hire('shared_desk', 'FRONT_DESK', null, { estateIds: estates.slice(0, 2).map((estate) => estate.id) });
}

/** An estate's departments and people, with the buildings of its stewards. */
export function addTeam(company: DemoCompany, estate: DemoEstate): DemoTeam {
  const names = company.names.branch(`staff/${estate.plan.code}`);
  const full = estate.plan.code === 'E01' || estate.plan.code === 'E02';
  const departments = new Map<DepartmentCode, string>();
  for (const code of Object.keys(DEPARTMENTS) as DepartmentCode[])
    departments.set(code, addDepartment(company, estate.id, code, DEPARTMENTS[code]));
  const people = new Map<Role, string[]>();
  for (const role of full ? FULL : LEAN) {
    const code = DEPARTMENT_OF[role];
    const post = { estateId: estate.id, estateIds: [estate.id], departmentId: (code && departments.get(code)) ?? null };
    const roles = [role, ...(full ? [] : (BESIDE[role] ?? []))];
    const ids = Array.from({ length: postsOf(role, estate) }, (_, i) =>
      addStaff(company, names, { login: loginOf(role, i + 1, estate.plan.code), roles, ...post }),
    );
    people.set(role, ids);
  }
  const one = (...roles: Role[]): string | null =>
    roles.map((role) => people.get(role)?.[0]).find((id) => id !== undefined) ?? null;
  const appointments: [DepartmentCode, string | null, string | null][] = [
    ['SERVICE', one('SERVICE_MANAGER', 'SERVICE_SUPERVISOR'), full ? one('SERVICE_SUPERVISOR') : one('STEWARD')],
    ['FINANCE', one('ACCOUNTANT'), one('TREASURER')],
    ['ENGINEERING', one('ENGINEERING_HEAD'), one('TECHNICIAN')],
    ['SECURITY', one('SECURITY'), one('CONTROL_ROOM')],
    ['ENVIRONMENT', one('CLEANING_HEAD'), null],
  ];
  for (const [code, head, deputy] of appointments) appoint(company, String(departments.get(code)), head, deputy);
  const stewards = people.get('STEWARD') ?? [];
  estate.buildingIds.forEach((buildingId, i) =>
    company.rows.add('steward_building', {
      company_id: company.id,
      staff_id: stewards[i % stewards.length],
      building_id: buildingId,
      estate_id: estate.id,
    }),
  );
  return {
    desk: String(one('FRONT_DESK')),
    controlRoom: one('CONTROL_ROOM'),
    technicians: people.get('TECHNICIAN') ?? [],
    engineeringHead: String(one('ENGINEERING_HEAD')),
    estateManager: String(one('ESTATE_MANAGER')),
    manager: one('SERVICE_MANAGER'),
    supervisor: one('SERVICE_SUPERVISOR'),
    steward: one('STEWARD'),
    cashier: one('CASHIER'),
    accountant: one('ACCOUNTANT'),
  };
}

function postsOf(role: Role, { plan }: DemoEstate): number {
  const large = plan.buildings > 10;
  if (role === 'TECHNICIAN') return large ? 8 : 2;
  return role === 'STEWARD' && large ? 4 : 1;
}

/** `technician@…` works on E01, `technician.e02@…` on E02, `technician2@…` is the second on E01. */
function loginOf(role: Role, post: number, estateCode: string): string {
  const estate = estateCode === 'E01' ? '' : `.${estateCode.toLowerCase()}`;
  return `${role.toLowerCase()}${post === 1 ? '' : post}${estate}`;
}

/** The id of a department of an estate, or of head office. */
export const departmentId = (company: DemoCompany, estateId: string | null, code: string): string =>
  company.random.branch(`department/${estateId ?? ''}/${code}`).id(Date.parse(company.since));

function addDepartment(company: DemoCompany, estateId: string | null, code: string, name: string): string {
  const id = departmentId(company, estateId, code);
  company.rows.add('department', { company_id: company.id, id, estate_id: estateId, code, name });
  return id;
}

/** Heads are staff and staff have departments, so they are named once both are stored. */
function appoint(company: DemoCompany, departmentId: string, head: string | null, deputy: string | null): void {
  company.appointments.push({ company_id: company.id, id: departmentId, head_id: head, deputy_id: deputy });
}

/** The id of the member of staff with a login, hired or not. */
export const staffId = (company: DemoCompany, login: string): string =>
  company.random.branch(`staff/${login}`).id(Date.parse(company.since));

function addStaff(company: DemoCompany, names: Random, hire: Hire): string {
  const random = company.random.branch(`staff/${hire.login}`);
  const bornAt = Date.parse(company.since);
  const id = random.id(bornAt);
  const common = { company_id: company.id, created_at: company.since };
  company.rows.add('staff', {
    ...common,
    id,
    estate_id: hire.estateId,
    department_id: hire.departmentId,
    display_name: personName(names),
    phone: mobileNumber(random),
    version: 1,
  });
  for (const role of hire.roles)
    for (const estateId of hire.estateIds ?? [null])
      company.rows.add('role_assignment', {
        ...common,
        id: random.id(bornAt),
        staff_id: id,
        role,
        estate_id: estateId,
        group_id: hire.groupId ?? null,
      });
  addAccount(company, hire.login, { kind: 'STAFF', staffId: id });
  return id;
}
