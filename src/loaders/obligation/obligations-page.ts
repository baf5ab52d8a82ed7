import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { wantedObligations, type ObligationsWanted } from './wanted-obligations.js';

const KEYS: readonly SortKey[] = [
  { column: 'o.due_at', type: 'timestamptz' },
  { column: 'o.id', type: 'uuid' },
];

/** A page of the obligations that the asker may read, the first due first. */
export const obligationsPage = (ctx: RequestContext, wanted: ObligationsWanted, args: PageArgs) =>
  page(ctx.moment, wantedObligations(ctx, wanted), KEYS, args);
