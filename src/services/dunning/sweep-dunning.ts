import { sql } from 'kysely';
import { addDays } from '../../domain/calendar/calendar-day.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { caseStandings, type CaseStanding } from '../../tenancy/dunning/case-standing.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { followDutiesOf } from './steps/follow-duties.js';
import { openCases, undunned } from './steps/open-cases.js';

interface SweepDunning extends CommandInput {
  readonly estateId: string;
  /** The last case that was looked at; null while cases are still being opened. */
  readonly afterCaseId?: string | null;
}

/** How far a sweep has come. */
interface Swept {
  readonly opened: number;
  /** What to go on after; null once the sweep is through. */
  readonly next: { readonly afterCaseId: string | null } | null;
}

const CHUNK = 200;
const BEGINNING = '00000000-0000-0000-0000-000000000000';

/**
 * Goes on with the sweep of an estate by one chunk: opens a case for everybody who is overdue for long enough and is not
 * dunned yet, then has what is next about open cases owed: months pass, promises break, complaints end. Run again it finds
 * nothing more to do. For the program; needs `dunning.act` on the estate.
 * @rule D-13 @rule R-DUN-02 @rule R-DUN-04
 * @throws NOT_FOUND estate
 */
export async function sweepDunning(ctx: CommandContext, input: SweepDunning): Promise<Swept> {
  const { afterCaseId = null } = input;
  const { id: estateId } = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'dunning.act', estateId);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  if (afterCaseId === null) {
    const { openAfter } = await policyInForce(ctx, 'D-13', estateId, today);
    const among = { estateId, dueBefore: addDays(today, -openAfter) };
    const opened = await openCases(ctx, await undunned(ctx, { ...among, limit: CHUNK }), among, today);
    if (opened.length > 0) return { opened: opened.length, next: { afterCaseId: null } };
  }
  const cases = await ctx.read(
    sql<CaseStanding>`
      select o.* from (${caseStandings(ctx.companyId, sql`${ctx.clock.now()}::timestamptz`)}) o
       where o."estateId" = ${estateId}::uuid and o."closedAt" is null and o.id > ${afterCaseId ?? BEGINNING}::uuid
       order by o.id limit ${CHUNK}`.compile(sqlFor),
  );
  for (const standing of cases) await followDutiesOf(ctx, standing);
  const last = cases.at(-1);
  return { opened: 0, next: cases.length === CHUNK && last ? { afterCaseId: last.id } : null };
}
