import { sql, type RawBuilder } from 'kysely';
import type { DebtorReason } from '../../domain/dunning/debtor-reason.js';
import type { DunningStage } from '../../domain/dunning/dunning-stage.js';
import { isId } from '../../domain/id.js';
import { caseStandings, type CaseStanding } from '../../tenancy/dunning/case-standing.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Which cases are asked for; conditions hold together. */
interface CasesWanted {
  readonly estateIds?: readonly string[] | null;
  readonly stages?: readonly DunningStage[] | null;
  readonly open?: boolean | null;
  readonly stopped?: boolean | null;
  readonly reasons?: readonly DebtorReason[] | null;
  readonly stewardId?: string | null;
  readonly unitId?: string | null;
  readonly payerId?: string | null;
  readonly overdueBefore?: string | null;
  readonly overdueFrom?: string | null;
}

const KEYS: readonly SortKey[] = [{ column: 'o.id', type: 'uuid', descending: true }];

/** The instant of a request, for statements. */
export const nowOf = (ctx: RequestContext): RawBuilder<Date> =>
  sql<Date>`coalesce(${ctx.house.clock?.now() ?? null}::timestamptz, now())`;

/** The cases of the estates where the asker may read them. @rule R-ORG-70 */
function casesInReach(ctx: RequestContext) {
  const cases = sqlFor
    .selectFrom(sql<CaseStanding>`(${caseStandings(ctx.asker.companyId, nowOf(ctx))})`.as('o'))
    .selectAll('o');
  const reach = inReach(ctx, 'dunning.read', 'o.estateId');
  return reach ? cases.where(reach) : cases;
}

/** Dunning cases by id; null where the asker may not read them. */
export const dunningCaseById = (ctx: RequestContext) =>
  ctx.moment.once(dunningCaseById, () =>
    byId((ids) => ctx.moment.read(casesInReach(ctx).where(sql<boolean>`o.id = any(${ids}::uuid[])`))),
  );

/** A page of the dunning cases that the asker may read, the latest opened first. */
export function dunningCasesPage(ctx: RequestContext, wanted: CasesWanted, args: PageArgs) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  const { open, stopped, stewardId, overdueBefore, overdueFrom } = wanted;
  let cases = casesInReach(ctx);
  for (const condition of [
    among('o.estateId', 'uuid', wanted.estateIds),
    among('o.unitId', 'uuid', one(wanted.unitId)),
    among('o.payerId', 'uuid', one(wanted.payerId)),
    among('o.stage', 'text', wanted.stages),
    among('o.reason', 'text', wanted.reasons),
    open == null ? null : sql<boolean>`(o."closedAt" is null) = ${open}::boolean`,
    stopped == null ? null : sql<boolean>`o."closedAt" is null and (o.dunnable = '') = ${stopped}::boolean`,
    overdueBefore == null ? null : sql<boolean>`o."overdueSince" < ${overdueBefore}::date`,
    overdueFrom == null ? null : sql<boolean>`o."overdueSince" >= ${overdueFrom}::date`,
    stewardId == null
      ? null
      : sql<boolean>`exists (select 1 from unit u join steward_building b on b.company_id = u.company_id and b.building_id = u.building_id
          where u.company_id = ${ctx.asker.companyId} and u.id = o."unitId" and b.staff_id = ${isId(stewardId) ? stewardId : null}::uuid)`,
  ])
    if (condition) cases = cases.where(condition);
  return page(ctx.moment, cases, KEYS, args);
}

export type DunningCaseRow = NonNullable<Awaited<ReturnType<ReturnType<typeof dunningCaseById>['load']>>>;
