import { sql } from 'kysely';
import type { BankLineState } from '../../domain/bank-file/bank-line.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

const LINES = sqlFor
  .selectFrom('bank_line as l')
  .select(
    columns(
      'l',
      ...([
        ...(['id', 'estate_id', 'file_id', 'line', 'account', 'method', 'bank_reference', 'payer_reference'] as const),
        ...(['amount_minor', 'fee_minor', 'currency', 'booked_day', 'state', 'suspended_for', 'returned_for'] as const),
        ...(['unit_id', 'payer_id', 'payment_id', 'settled_by', 'settled_at', 'version'] as const),
      ] as const),
    ),
  );

const KEYS: readonly SortKey[] = [{ column: 'l.id', type: 'uuid' }];

function linesInReach(ctx: RequestContext) {
  const lines = LINES.where('l.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'fee.bank', 'l.estate_id');
  return reach ? lines.where(reach) : lines;
}

/** Lines of banks' files by id; null where the asker may not read them. */
export const bankLineById = (ctx: RequestContext) =>
  ctx.moment.once(bankLineById, () =>
    byId((ids) => ctx.moment.read(linesInReach(ctx).where(sql<boolean>`l.id = any(${ids}::uuid[])`))),
  );

/** Which lines are asked for; conditions hold together. */
interface LinesWanted {
  readonly estateIds?: readonly string[] | null;
  readonly fileId?: string | null;
  readonly states?: readonly BankLineState[] | null;
  /** Whether they wait for a person: in suspense, or their payment was taken back. */
  readonly unsettled?: boolean | null;
  readonly bookedFrom?: string | null;
  readonly bookedBefore?: string | null;
}

/** A page of lines of banks' files, in the order in which they came. */
export function bankLinesPage(ctx: RequestContext, wanted: LinesWanted, args: PageArgs) {
  let lines = linesInReach(ctx);
  for (const condition of [
    among('l.estate_id', 'uuid', wanted.estateIds),
    among('l.file_id', 'uuid', wanted.fileId == null ? null : [wanted.fileId]),
    among('l.state', 'text', wanted.states),
    wanted.unsettled
      ? sql<boolean>`(l.state = 'SUSPENDED' or l.state = 'BOOKED' and exists (select 1 from payment p
          where p.company_id = ${ctx.asker.companyId} and p.id = l.payment_id and p.reversed_at is not null))`
      : null,
    wanted.bookedFrom == null ? null : sql<boolean>`l.booked_day >= ${wanted.bookedFrom}::date`,
    wanted.bookedBefore == null ? null : sql<boolean>`l.booked_day < ${wanted.bookedBefore}::date`,
  ])
    if (condition) lines = lines.where(condition);
  return page(ctx.moment, lines, KEYS, args);
}

export type BankLineRow = NonNullable<Awaited<ReturnType<ReturnType<typeof bankLineById>['load']>>>;
