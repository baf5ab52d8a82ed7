import type { House } from '../../tenancy/house.js';
import type { Actor } from '../../tenancy/principal.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { sessionVariables } from '../../tenancy/session-variables.js';

/** The estates that are swept for who is overdue, by code. */
export async function estatesOf(house: House, principal: Actor): Promise<string[]> {
  const moment = new ReadMoment(house.pool, sessionVariables(principal), principal.companyId);
  try {
    const rows = await moment.read(
      sqlFor.selectFrom('estate as e').select('e.id').where('e.company_id', '=', principal.companyId).orderBy('e.code'),
    );
    return rows.map(({ id }) => id);
  } finally {
    await moment.finish();
  }
}
