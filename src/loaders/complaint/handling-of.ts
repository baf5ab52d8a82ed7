import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { classPolicy } from '../../domain/complaint/class-policy.js';
import { proposesMajor } from '../../domain/complaint/complaint-class.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';

const HANDLING = sqlFor
  .selectFrom('complaint as c')
  .select(
    columns(
      'c',
      'ticket_id',
      'class_at_receipt',
      'class_set_at',
      'company_at_fault',
      'ground',
      'contacts',
      'about',
      'rectified_at',
      'department_reported_at',
      'first_reply_at',
      'replied_at',
      'reply_mode',
      'called_back_at',
      'substantiated',
      'judged_at',
    ),
  );

/** The handling parts of complaints by ticket, of tickets that were read already. */
export const handlingOf = (ctx: RequestContext) =>
  ctx.moment.once(
    handlingOf,
    () =>
      new DataLoader(
        async (ticketIds: readonly string[]) => {
          const rows = await ctx.moment.read(
            HANDLING.where('c.company_id', '=', ctx.asker.companyId).where(
              sql<boolean>`c.ticket_id = any(${[...ticketIds]}::uuid[])`,
            ),
          );
          const policy = classPolicy();
          const byTicket = new Map(
            rows.map((row) => [row.ticketId, { ...row, majorProposed: proposesMajor(row, policy) }]),
          );
          return ticketIds.map((id) => byTicket.get(id) ?? null);
        },
        { maxBatchSize: 1000 },
      ),
  );
