import { loginName } from '../identity/login.js';
import { ROLES, type Role } from '../identity/role.js';
import type { EstateRule, FileRules } from './import-mapping.js';
import { JsonReader } from './json-reader.js';
import {
  columnsOfPlace,
  columnsOfTexts,
  readEstate,
  readFileRules,
  readSource,
  template,
  type NamedColumn,
} from './mapping-parts.js';
import { RowRejection } from './reject-reason.js';
import { lineReader, MAX, namedEstate, orRejection, referenceOf, type NamedPlace } from './row-texts.js';
import { fill, type RowValues, type Template } from './template.js';
import { halfWidth, writtenPhone } from './written-value.js';

/** What an import of staff does with a file: a row is one person. */
export interface StaffMapping {
  readonly source: string;
  readonly reference: Template;
  readonly file: FileRules;
  readonly createMissing: { readonly departments: boolean };
  /** Null: everybody is the company's own. A row without an estate is, too. */
  readonly estate: EstateRule | null;
  readonly name: Template;
  readonly phone: Template | null;
  /** The part of the login before `@`; a row without one is somebody who does not sign in. */
  readonly login: Template | null;
  readonly department: { readonly code: Template; readonly name: Template | null } | null;
  /** Posts in one column, several parted by the separator; each is held on the person's estate, or on all. */
  readonly roles: {
    readonly column: string;
    readonly separator: string;
    readonly values: ReadonlyMap<string, Role>;
  } | null;
}

/** A member of staff as a row describes it. */
export interface StaffDraft {
  readonly reference: string;
  readonly estate: NamedPlace['estate'] | null;
  readonly name: string;
  readonly phone: string | null;
  readonly login: string | null;
  readonly department: { readonly code: string; readonly name: string } | null;
  readonly roles: readonly Role[];
}

/**
 * Reads the mapping file of an import of staff.
 * @throws INVALID_INPUT with the path of the key that is wrong, missing or unknown
 */
export function readStaffMapping(json: unknown): StaffMapping {
  const all = new JsonReader(json, '').fields([
    ...([
      'source',
      'reference',
      'file',
      'createMissing',
      'estate',
      'name',
      'phone',
      'login',
      'department',
      'roles',
    ] as const),
  ]);
  return {
    source: readSource(all.source),
    reference: template(all.reference),
    file: readFileRules(all.file, false),
    createMissing: {
      departments:
        all.createMissing.maybe((create) => create.fields(['departments']).departments.flagOr(false)) ?? false,
    },
    estate: all.estate.maybe(readEstate),
    name: template(all.name),
    phone: all.phone.maybe(template),
    login: all.login.maybe(template),
    department: all.department.maybe((reader) => {
      const { code, name } = reader.fields(['code', 'name']);
      return { code: template(code), name: name.maybe(template) };
    }),
    roles: all.roles.maybe((reader) => {
      const { column, separator, values } = reader.fields(['column', 'separator', 'values']);
      return {
        column: column.text(),
        separator: separator.textOr(';'),
        values: new Map(values.entries().map(([value, role]) => [halfWidth(value), role.oneOf(ROLES)])),
      };
    }),
  };
}

/** The columns that a mapping of staff names. */
export const columnsOfStaff = (mapping: StaffMapping): NamedColumn[] => [
  ...columnsOfTexts({
    ...{ reference: mapping.reference, name: mapping.name, phone: mapping.phone, login: mapping.login },
    ...{ 'department.code': mapping.department?.code, 'department.name': mapping.department?.name },
  }),
  ...(mapping.estate ? columnsOfPlace({ estate: mapping.estate, building: null, unit: null }) : []),
  ...(mapping.roles ? [['roles.column', mapping.roles.column] as const] : []),
];

/** A row as a member of staff, or why it is none. */
export const mapStaff = (mapping: StaffMapping, value: RowValues): StaffDraft | RowRejection =>
  orRejection(() => {
    const line = lineReader(value);
    const reference = referenceOf(mapping.reference, line);
    const name = line('name', mapping.name, MAX.person);
    if (name === '') throw new RowRejection('NO_NAME');
    const phone = writtenPhone('phone', mapping.phone ? fill(mapping.phone, value) : '');
    const typed = line('login', mapping.login, MAX.name);
    const login = typed === '' ? null : loginName(typed);
    if (typed !== '' && login === null) throw new RowRejection('INVALID_LOGIN', typed.slice(0, 40));
    const code = line('department.code', mapping.department?.code ?? null, MAX.code);
    const department = line('department.name', mapping.department?.name ?? null, MAX.name) || code;
    return {
      reference,
      estate: mapping.estate && namedEstate(mapping.estate, line),
      name,
      phone: line('phone', [[phone]], MAX.phone) || null,
      login,
      department: code === '' ? null : { code, name: department },
      roles: rolesOf(mapping, value),
    };
  });

function rolesOf({ roles }: StaffMapping, value: RowValues): Role[] {
  if (!roles) return [];
  const posts = halfWidth(value(roles.column))
    .split(halfWidth(roles.separator) || roles.separator)
    .map(halfWidth);
  const held = posts
    .filter((post) => post !== '')
    .map((post) => {
      const role = roles.values.get(post);
      if (!role) throw new RowRejection('UNKNOWN_VALUE', `roles: ${post.slice(0, 40)}`);
      return role;
    });
  return [...new Set(held)].sort();
}
