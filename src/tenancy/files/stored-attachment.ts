import { isId } from '../../domain/id.js';
import type { House } from '../house.js';
import { ReadMoment } from '../read/read-moment.js';
import { columns, sqlFor } from '../read/tables.js';
import { houseVariables } from '../session-variables.js';

/** The row of a file, read as the house inside the company that a proven link or a job names; null when it is gone. */
export async function storedAttachment(house: House, companyId: string, id: string) {
  if (!isId(companyId) || !isId(id)) return null;
  const moment = new ReadMoment(house.pool, houseVariables(companyId), null);
  try {
    const [row] = await moment.read(
      sqlFor
        .selectFrom('attachment as a')
        .select(
          columns(
            'a',
            'company_id',
            'id',
            'account_id',
            'kind',
            'state',
            'bytes',
            'sha256',
            'media_type',
            'name',
            'thumbnail_bytes',
          ),
        )
        .where('a.company_id', '=', companyId)
        .where('a.id', '=', id),
    );
    return row ?? null;
  } finally {
    await moment.finish();
  }
}
