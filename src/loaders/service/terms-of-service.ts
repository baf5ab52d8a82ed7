import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { moneyOf, type Currency } from '../../domain/money/money.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';

const TERMS = sqlFor
  .selectFrom('service_request as s')
  .select(
    columns(
      's',
      'ticket_id',
      'chargeable',
      'price_minor',
      'currency',
      'quoted_at',
      'consent',
      'consent_mode',
      'consented_at',
    ),
  );

/** The terms of service requests by ticket, of tickets that were read already. */
export const termsOfService = (ctx: RequestContext) =>
  ctx.moment.once(
    termsOfService,
    () =>
      new DataLoader(
        async (ticketIds: readonly string[]) => {
          const rows = await ctx.moment.read(
            TERMS.where('s.company_id', '=', ctx.asker.companyId).where(
              sql<boolean>`s.ticket_id = any(${[...ticketIds]}::uuid[])`,
            ),
          );
          const byTicket = new Map(rows.map((row) => [row.ticketId, withPrice(row)]));
          return ticketIds.map((id) => byTicket.get(id) ?? null);
        },
        { maxBatchSize: 1000 },
      ),
  );

function withPrice<R extends { readonly priceMinor: number | null; readonly currency: Currency | null }>(row: R) {
  const { priceMinor, currency } = row;
  return {
    ...row,
    price: priceMinor === null || currency === null ? null : moneyOf(priceMinor, currency),
  };
}
