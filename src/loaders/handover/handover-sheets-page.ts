import { sql } from 'kysely';
import type { HandoverState } from '../../domain/handover/handover-state.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { sheetsInReach } from './handover-sheet-by-id.js';

/** What sheets are asked for; conditions hold together. */
interface SheetsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly states?: readonly HandoverState[] | null;
  readonly cashierId?: string | null;
  readonly different?: boolean | null;
  readonly filledFrom?: Date | null;
  readonly filledBefore?: Date | null;
}

const KEYS: readonly SortKey[] = [{ column: 's.id', type: 'uuid', descending: true }];

/** A page of the sheets that the asker may read, the latest first. */
export function handoverSheetsPage(ctx: RequestContext, wanted: SheetsWanted, args: PageArgs) {
  let sheets = sheetsInReach(ctx);
  for (const condition of [
    among('s.estate_id', 'uuid', wanted.estateIds),
    among('s.state', 'text', wanted.states),
    among('s.cashier_id', 'uuid', wanted.cashierId == null ? null : [wanted.cashierId]),
    wanted.different == null ? null : sql<boolean>`(s.counted_minor <> s.cash_minor) = ${wanted.different}::boolean`,
    wanted.filledFrom == null ? null : sql<boolean>`s.filled_at >= ${wanted.filledFrom}::timestamptz`,
    wanted.filledBefore == null ? null : sql<boolean>`s.filled_at < ${wanted.filledBefore}::timestamptz`,
  ])
    if (condition) sheets = sheets.where(condition);
  return page(ctx.moment, sheets, KEYS, args);
}
