import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { House } from '../../tenancy/house.js';
import { houseVariables } from '../../tenancy/session-variables.js';
import type { WebhookAddress } from './send-webhook.js';

/** Where an endpoint is and which secrets sign for it; null when it is gone. */
export async function endpointAddress(
  house: House,
  companyId: string,
  endpointId: string,
): Promise<WebhookAddress | null> {
  const moment = new ReadMoment(house.pool, houseVariables(companyId), companyId);
  try {
    const [row] = await moment.read(
      sqlFor
        .selectFrom('webhook_endpoint as w')
        .select(columns('w', 'url', 'generation', 'previous_until'))
        .where('w.company_id', '=', companyId)
        .where('w.id', '=', endpointId),
    );
    if (!row) return null;
    const now = house.clock?.now() ?? new Date();
    const overlap = row.previousUntil !== null && row.previousUntil > now;
    return { companyId, endpointId, url: row.url, generation: row.generation, overlap };
  } finally {
    await moment.finish();
  }
}
