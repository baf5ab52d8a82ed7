import { ACTIONS_OF_ROLE } from '../domain/identity/actions-of-role.js';
import { notFound } from '../domain/errors.js';
import type { House } from '../tenancy/house.js';
import type { Principal } from '../tenancy/principal.js';

/** Whom events of the operator name: nobody who could sign in. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The company behind a code. @throws NOT_FOUND when there is none */
export async function companyOf(house: House, code: string): Promise<string> {
  const { rows } = await house.pool.query<{ id: string }>(
    'select company_id as id from company_directory where code = $1',
    [code],
  );
  if (!rows[0]) throw notFound('company');
  return rows[0].id;
}

/** Whoever has the database at hand may do in a company what its administrator may, under the same rules. */
export function operatorOf(companyId: string): Principal {
  return {
    accountId: NOBODY,
    companyId,
    kind: 'INTEGRATION',
    subjectId: NOBODY,
    displayName: 'Operator',
    roles: [{ id: NOBODY, role: 'COMPANY_ADMIN', everywhere: true, estateIds: [], groupId: null }],
    actions: new Map(ACTIONS_OF_ROLE.COMPANY_ADMIN.map((action) => [action, 'ALL'])),
    estates: 'ALL',
    occupancyIds: [],
    unitIds: [],
  };
}
