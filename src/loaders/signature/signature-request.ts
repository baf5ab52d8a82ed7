import { sql } from 'kysely';
import { notFound } from '../../domain/errors.js';
import { repairContent } from '../../domain/ticket/repair-content.js';
import type { House } from '../../tenancy/house.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { sessionVariables } from '../../tenancy/session-variables.js';
import { contentHash } from '../../tenancy/signing/content-hash.js';
import { proveSignatureLink } from '../../tenancy/signing/signature-link.js';

/**
 * What the holder of a signature link is to sign, and nothing else: no name, no telephone number, no member of staff.
 * Read under the present rights of whoever issued the link.
 * @throws NOT_FOUND signatureLink when it is unknown, used or over, or the order is no longer the one that it was issued for
 */
export async function signatureRequest(house: House, token: string) {
  const link = await proveSignatureLink(house, token, house.links.clock.now());
  const moment = new ReadMoment(house.pool, sessionVariables(link.issuer), link.companyId);
  try {
    const [row] = await moment.read(
      sqlFor
        .selectFrom('ticket as t')
        .innerJoin('company as c', 'c.id', 't.company_id')
        .innerJoin('estate as e', (join) =>
          join.onRef('e.company_id', '=', 't.company_id').onRef('e.id', '=', 't.estate_id'),
        )
        .leftJoin('unit as u', (join) =>
          join.onRef('u.company_id', '=', 't.company_id').onRef('u.id', '=', 't.unit_id'),
        )
        .select(
          columns(
            't',
            'number',
            'unit_id',
            'subject',
            'description',
            'assignee_id',
            'visits',
            'charge_minor',
            'charge_currency',
            'reported_at',
            'started_at',
            'completed_at',
          ),
        )
        .select(['c.name as companyName', 'e.name as estateName', 'u.code as unitCode'])
        .where('t.company_id', '=', link.companyId)
        .where(sql<boolean>`t.id = ${link.subjectId}::uuid`),
    );
    if (!row || link.usedAt || contentHash(repairContent(row)) !== link.contentHash) throw notFound('signatureLink');
    return { ...row, contentHash: link.contentHash, expiresAt: link.expiresAt };
  } finally {
    await moment.finish();
  }
}
