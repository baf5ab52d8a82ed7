import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { FiguresWanted } from './figures-wanted.js';

/** An analysed round, with the one before it. */
export interface RoundWithBefore {
  readonly id: string;
  readonly satisfiedSteps: number;
  readonly beforeId: string | null;
  readonly periodFrom: string;
  readonly periodUntil: string;
}

const MOST_ROUNDS = 100;

/**
 * Analysed rounds, of an id or whose period begins in a period, the latest first; each with the analysed one before it of
 * the same estate, or of the company.
 * @rule M-SAT-07
 */
export function roundsWithBefore(
  ctx: RequestContext,
  { roundId, from, until }: FiguresWanted,
): Promise<RoundWithBefore[]> {
  if (roundId != null && !isId(roundId)) return Promise.resolve([]);
  const which =
    roundId == null
      ? sql<boolean>`r.period_from >= ${from}::date and r.period_from < ${until}::date`
      : sql<boolean>`r.id = ${roundId}::uuid`;
  return ctx.moment.read(
    sql<RoundWithBefore>`
      select r.id, r.satisfied_steps as "satisfiedSteps", r.period_from::text as "periodFrom", r.period_until::text as "periodUntil",
             (select b.id from survey_round b
               where b.company_id = r.company_id and b.stage = 'ANALYSED' and b.period_from < r.period_from
                 and b.estate_id is not distinct from r.estate_id
               order by b.period_from desc, b.id desc limit 1) as "beforeId"
        from survey_round r
       where r.company_id = ${ctx.asker.companyId} and r.stage = 'ANALYSED' and ${which}
       order by r.period_from desc, r.id desc limit ${MOST_ROUNDS}`.compile(sqlFor),
  );
}
