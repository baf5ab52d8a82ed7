import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { classPolicy } from '../../domain/complaint/class-policy.js';
import { proposesMajor } from '../../domain/complaint/complaint-class.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { policyBookOf } from '../policy/policy-book-of.js';

const HANDLING = sqlFor
  .selectFrom('complaint as c')
  .innerJoin('ticket as t', (join) => join.onRef('t.company_id', '=', 'c.company_id').onRef('t.id', '=', 'c.ticket_id'))
  .innerJoin('estate as e', (join) => join.onRef('e.company_id', '=', 't.company_id').onRef('e.id', '=', 't.estate_id'))
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
  )
  .select(['t.estate_id as estateId', sql<string>`(t.reported_at at time zone e.time_zone)::date`.as('receivedOn')]);

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
          const judged = await Promise.all(
            rows.map(async ({ estateId, receivedOn: day, ...row }) => {
              const book = await policyBookOf(ctx, estateId);
              const policy = classPolicy(
                book.at('P-33', { day, estateId }).value,
                book.at('Q-08', { day, estateId }).value,
              );
              return { ...row, majorProposed: proposesMajor(row, policy) };
            }),
          );
          const byTicket = new Map(judged.map((row) => [row.ticketId, row]));
          return ticketIds.map((id) => byTicket.get(id) ?? null);
        },
        { maxBatchSize: 1000 },
      ),
  );
