import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';

const SIGNATURES = sqlFor
  .selectFrom('signature as g')
  .select(
    columns(
      'g',
      'id',
      'estate_id',
      'subject_id',
      'signer',
      'mode',
      'content_hash',
      'attachment_id',
      'signer_name',
      'device',
      'reason',
      'signed_at',
      'actor_kind',
      'actor_id',
    ),
  );

/** The signatures of tickets that the asker has read already, in the order of recording. */
export const signaturesOfTicket = (ctx: RequestContext) =>
  ctx.moment.once(signaturesOfTicket, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          SIGNATURES.where('g.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`g.subject_id = any(${ids}::uuid[])`)
            .orderBy('g.id'),
        ),
      (row) => row.subjectId,
    ),
  );

export type SignatureRow = Awaited<ReturnType<ReturnType<typeof signaturesOfTicket>['load']>>[number];
