import { isId } from '../../domain/id.js';
import type { House } from '../house.js';
import { ReadMoment } from '../read/read-moment.js';
import { columns, sqlFor } from '../read/tables.js';
import { houseVariables } from '../session-variables.js';

/** The row of a file of figures, read as the house inside the company that a proven link names; null when it is gone. */
export async function storedExport(house: House, companyId: string, id: string) {
  if (!isId(companyId) || !isId(id)) return null;
  const moment = new ReadMoment(house.pool, houseVariables(companyId), null);
  try {
    const [row] = await moment.read(
      sqlFor
        .selectFrom('metric_export as x')
        .select(
          columns(
            'x',
            'company_id',
            'id',
            'requester_id',
            'account_id',
            'format',
            'wanted',
            'state',
            'rights',
            'bytes',
          ),
        )
        .select(['x.sha256', 'x.expires_at as expiresAt'])
        .where('x.company_id', '=', companyId)
        .where('x.id', '=', id),
    );
    return row ?? null;
  } finally {
    await moment.finish();
  }
}
