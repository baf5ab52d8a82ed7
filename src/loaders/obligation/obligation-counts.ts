import { sql } from 'kysely';
import { invalidInput } from '../../domain/errors.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { wantedObligations, type ObligationsWanted } from './wanted-obligations.js';

const DAY_MS = 86_400_000;
/** The longest stretch of due instants that is counted from the rows. */
const LONGEST_DAYS = 366;

/** What is counted: what fell due in a stretch of time. */
export type CountedObligations = ObligationsWanted & { readonly dueFrom: Date; readonly dueBefore: Date };

/**
 * How many obligations that fall due in a stretch of time stand how, by kind and state: fulfilled in time ÷ all but the
 * waived and lapsed is completeness.
 * @throws INVALID_INPUT for a stretch that is empty or longer than 366 days
 */
export async function obligationCounts(ctx: RequestContext, wanted: CountedObligations) {
  const days = (wanted.dueBefore.getTime() - wanted.dueFrom.getTime()) / DAY_MS;
  if (days <= 0) throw invalidInput('filter.dueBefore', 'must lie after dueFrom');
  if (days > LONGEST_DAYS)
    throw invalidInput('filter.dueBefore', `must lie within ${LONGEST_DAYS} days of dueFrom`, { max: LONGEST_DAYS });
  const counted = wantedObligations(ctx, wanted)
    .clearSelect()
    .select(['o.kind', 'o.state', sql<number>`count(*)`.as('count')])
    .groupBy(['o.kind', 'o.state'])
    .orderBy('o.kind')
    .orderBy('o.state');
  return ctx.moment.read(counted);
}
