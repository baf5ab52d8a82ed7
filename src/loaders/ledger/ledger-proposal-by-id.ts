import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';

/** Changes of accounts as they were submitted, by id; whoever sees the approval sees what is to be approved. */
export const ledgerProposalById = (ctx: RequestContext) =>
  ctx.moment.once(ledgerProposalById, () =>
    byId((ids) =>
      ctx.moment.read(
        sqlFor
          .selectFrom('ledger_proposal as p')
          .select(
            columns(
              'p',
              'id',
              'estate_id',
              'kind',
              'charge_id',
              'payment_id',
              'amount_minor',
              'currency',
              'reason',
              'proposed_at',
            ),
          )
          .where('p.company_id', '=', ctx.asker.companyId)
          .where(sql<boolean>`p.id = any(${ids}::uuid[])`),
      ),
    ),
  );

export type LedgerProposalRow = NonNullable<Awaited<ReturnType<ReturnType<typeof ledgerProposalById>['load']>>>;
