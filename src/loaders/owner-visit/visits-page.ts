import { sql } from 'kysely';
import type { VisitOrganiser } from '../../domain/owner-visit/visit-mode.js';
import type { VisitStage } from '../../domain/owner-visit/visit-stage.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { visitsInReach } from './visit-by-id.js';

/** What visits are asked for; conditions hold together. */
interface VisitsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly stages?: readonly VisitStage[] | null;
  readonly organisers?: readonly VisitOrganiser[] | null;
  readonly unitId?: string | null;
  readonly customerId?: string | null;
  readonly visitorId?: string | null;
  readonly cycleId?: string | null;
  /** Drawn in this month, by its first day. */
  readonly drawnMonth?: string | null;
  readonly visitedFrom?: Date | null;
  readonly visitedBefore?: Date | null;
  /** True: only those with a flag. */
  readonly flagged?: boolean | null;
}

const KEYS: readonly SortKey[] = [{ column: 'v.id', type: 'uuid', descending: true }];

/** A page of the visits that the asker may read, the latest drawn or entered first. */
export function visitsPage(ctx: RequestContext, wanted: VisitsWanted, args: PageArgs) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  let visits = visitsInReach(ctx);
  for (const condition of [
    among('v.estate_id', 'uuid', wanted.estateIds),
    among('v.stage', 'text', wanted.stages),
    among('v.organiser', 'text', wanted.organisers),
    among('v.unit_id', 'uuid', one(wanted.unitId)),
    among('v.customer_id', 'uuid', one(wanted.customerId)),
    among('v.visitor_id', 'uuid', one(wanted.visitorId)),
    among('v.cycle_id', 'uuid', one(wanted.cycleId)),
  ])
    if (condition) visits = visits.where(condition);
  if (wanted.drawnMonth != null) visits = visits.where(sql<boolean>`v.drawn_month = ${wanted.drawnMonth}::date`);
  if (wanted.visitedFrom) visits = visits.where('v.visited_at', '>=', wanted.visitedFrom);
  if (wanted.visitedBefore) visits = visits.where('v.visited_at', '<', wanted.visitedBefore);
  if (wanted.flagged)
    visits = visits.where(
      sql<boolean>`(v.in_quiet_hours or v.unannounced or v.repeated or v.by_other_post or v.visited_at is not null and not v.sampled and v.organiser = 'ESTATE')`,
    );
  return page(ctx.moment, visits, KEYS, args);
}
