import { sql } from 'kysely';
import type { Action } from '../domain/identity/action.js';
import { RESIDENT_ACTIONS } from '../domain/identity/actions-of-resident.js';
import { ACTIONS_OF_ROLE } from '../domain/identity/actions-of-role.js';
import type { Bearer } from './bearer.js';
import type { EstateScope, HeldRole, Principal } from './principal.js';
import type { ReadMoment } from './read/read-moment.js';
import { sqlFor } from './read/tables.js';

/**
 * Who stands behind these bearers of one company, in their order, with accounts, roles and occupancies read in one moment of
 * the door; null where the account is gone or disabled, or the sign-in, link or key was ended.
 */
export async function loadPrincipals(
  moment: ReadMoment,
  companyId: string,
  bearers: readonly Bearer[],
): Promise<(Principal | null)[]> {
  const [accounts, endedFamilies, links] = await Promise.all([
    accountsOf(moment, companyId, bearers),
    endedAmong(moment, companyId, bearers),
    linksAmong(moment, companyId, bearers),
  ]);
  const isGood = ({ accountId, familyId, linkId }: Bearer): boolean =>
    linkId === undefined
      ? familyId === null || !endedFamilies.has(familyId)
      : links.some((link) => link.id === linkId && link.accountId === accountId);
  const good = new Set(bearers.filter((bearer) => isGood(bearer)));
  const goodAccounts = new Set([...good].map(({ accountId }) => accountId));
  const standing = accounts.filter(
    ({ id, kind, keyId }) => (kind !== 'INTEGRATION' || keyId !== null) && goodAccounts.has(id),
  );
  const idsOf = (values: readonly (string | null)[]): string[] => values.filter((id) => id !== null);
  const [rolesOf, homesOf] = await Promise.all([
    rolesByStaff(moment, companyId, idsOf(standing.map(({ kind, staffId }) => (kind === 'RESIDENT' ? null : staffId)))),
    homesByCustomer(
      moment,
      companyId,
      idsOf(standing.map(({ kind, customerId }) => (kind === 'RESIDENT' ? customerId : null))),
    ),
  ]);
  const principals = new Map(
    standing.map(({ id: accountId, kind, login, staffId, customerId, staffName }) => {
      const common = { accountId, companyId, kind };
      if (kind === 'RESIDENT')
        return [accountId, customerId ? resident(common, customerId, login, homesOf.get(customerId) ?? []) : null];
      return [accountId, staffId ? staff(common, staffId, staffName ?? login, rolesOf.get(staffId) ?? []) : null];
    }),
  );
  return bearers.map((bearer) => (good.has(bearer) ? (principals.get(bearer.accountId) ?? null) : null));
}

const among = (column: string, ids: readonly string[]) => sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`;

const accountsOf = (moment: ReadMoment, companyId: string, bearers: readonly Bearer[]) =>
  moment.read(
    sqlFor
      .selectFrom('account as a')
      .leftJoin('staff as s', (join) =>
        join.onRef('s.company_id', '=', 'a.company_id').onRef('s.id', '=', 'a.staff_id'),
      )
      .leftJoin('api_key as k', (join) =>
        join.onRef('k.company_id', '=', 'a.company_id').onRef('k.id', '=', 'a.id').on('k.revoked_at', 'is', null),
      )
      .select([
        'a.id',
        'a.kind',
        'a.login',
        'a.staff_id as staffId',
        'a.customer_id as customerId',
        's.display_name as staffName',
        'k.id as keyId',
      ])
      .where('a.company_id', '=', companyId)
      .where(
        among(
          'a.id',
          bearers.map(({ accountId }) => accountId),
        ),
      )
      .where('a.disabled_at', 'is', null),
  );

/** The sign-ins among those of the bearers that have ended. */
async function endedAmong(
  moment: ReadMoment,
  companyId: string,
  bearers: readonly Bearer[],
): Promise<ReadonlySet<string>> {
  const families = bearers.flatMap(({ familyId, linkId }) =>
    familyId === null || linkId !== undefined ? [] : [familyId],
  );
  if (families.length === 0) return new Set();
  const rows = await moment.read(
    sqlFor
      .selectFrom('refresh_token as t')
      .select('t.family_id as familyId')
      .distinct()
      .where('t.company_id', '=', companyId)
      .where(among('t.family_id', families))
      .where('t.revoked_at', 'is not', null),
  );
  return new Set(rows.map(({ familyId }) => familyId));
}

/** The links of external subjects among those of the bearers that still stand. */
async function linksAmong(moment: ReadMoment, companyId: string, bearers: readonly Bearer[]) {
  const links = bearers.flatMap(({ linkId }) => linkId ?? []);
  if (links.length === 0) return [];
  return moment.read(
    sqlFor
      .selectFrom('external_identity as x')
      .select(['x.id', 'x.account_id as accountId'])
      .where('x.company_id', '=', companyId)
      .where(among('x.id', links)),
  );
}

async function rolesByStaff(
  moment: ReadMoment,
  companyId: string,
  staffIds: readonly string[],
): Promise<ReadonlyMap<string, HeldRole[]>> {
  const held = new Map<string, Map<string, HeldRole & { readonly estateIds: string[] }>>();
  if (staffIds.length === 0) return new Map();
  const rows = await moment.read(
    sqlFor
      .selectFrom('role_assignment as r')
      .leftJoin('estate_group_member as m', (join) =>
        join.onRef('m.company_id', '=', 'r.company_id').onRef('m.group_id', '=', 'r.group_id'),
      )
      .select([
        'r.id',
        'r.staff_id as staffId',
        'r.role',
        'r.estate_id as estateId',
        'r.group_id as groupId',
        'm.estate_id as memberId',
      ])
      .where('r.company_id', '=', companyId)
      .where(among('r.staff_id', staffIds))
      .orderBy('r.id'),
  );
  for (const { id, staffId, role, estateId, groupId, memberId } of rows) {
    const own = held.get(staffId) ?? new Map<string, HeldRole & { readonly estateIds: string[] }>();
    const everywhere = estateId === null && groupId === null;
    const one = own.get(id) ?? { id, role, groupId, everywhere, estateIds: [] };
    const at = estateId ?? memberId;
    if (at) one.estateIds.push(at);
    held.set(staffId, own.set(id, one));
  }
  return new Map([...held].map(([staffId, own]) => [staffId, [...own.values()]]));
}

/** A home of a customer. */
interface Home {
  readonly id: string;
  readonly customerId: string;
  readonly unitId: string;
  readonly estateId: string;
}

async function homesByCustomer(
  moment: ReadMoment,
  companyId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Home[]>> {
  if (customerIds.length === 0) return new Map();
  const rows = await moment.read(
    sqlFor
      .selectFrom('occupancy as o')
      .select(['o.id', 'o.customer_id as customerId', 'o.unit_id as unitId', 'o.estate_id as estateId'])
      .where('o.company_id', '=', companyId)
      .where(among('o.customer_id', customerIds))
      .orderBy('o.id'),
  );
  return Map.groupBy(rows, ({ customerId }) => customerId);
}

type Common = Pick<Principal, 'accountId' | 'companyId' | 'kind'>;

function staff(common: Common, staffId: string, displayName: string, roles: readonly HeldRole[]): Principal {
  const actions = new Map<Action, EstateScope>();
  let estates: EstateScope = new Set<string>();
  for (const held of roles) {
    const scope: EstateScope = held.everywhere ? 'ALL' : new Set(held.estateIds);
    estates = union(estates, scope);
    for (const action of ACTIONS_OF_ROLE[held.role]) actions.set(action, union(actions.get(action), scope));
  }
  return { ...common, subjectId: staffId, displayName, roles, actions, estates, occupancyIds: [], unitIds: [] };
}

function resident(common: Common, customerId: string, displayName: string, homes: readonly Home[]): Principal {
  const estates: EstateScope = new Set(homes.map(({ estateId }) => estateId));
  return {
    ...common,
    subjectId: customerId,
    displayName,
    roles: [],
    actions: new Map(RESIDENT_ACTIONS.map((action) => [action, estates])),
    estates,
    occupancyIds: homes.map(({ id }) => id),
    unitIds: [...new Set(homes.map(({ unitId }) => unitId))],
  };
}

function union(a: EstateScope | undefined, b: EstateScope): EstateScope {
  if (a === undefined) return b;
  return a === 'ALL' || b === 'ALL' ? 'ALL' : new Set([...a, ...b]);
}
