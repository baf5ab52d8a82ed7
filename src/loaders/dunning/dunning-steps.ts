import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { selectStaff } from '../people/staff-by-id.js';
import { inReach } from '../reach.js';

/** More steps than these no case takes. */
const MOST_STEPS = 500;

/** Steps that the asker may read, with the alias `s`, and their cases as `c`. */
function stepsInReach(ctx: RequestContext) {
  const steps = sqlFor
    .selectFrom('dunning_step as s')
    .innerJoin('dunning_case as c', (join) =>
      join.onRef('c.company_id', '=', 's.company_id').onRef('c.id', '=', 's.case_id'),
    )
    .select(
      columns(
        's',
        ...(['id', 'estate_id', 'case_id', 'kind', 'state', 'planned_for', 'done_at', 'outcome'] as const),
        ...(['arrears_minor', 'arrears_from', 'arrears_until', 'pay_by_day', 'items_stated', 'understood'] as const),
        ...(['note', 'too_few', 'off_hours', 'in_quiet_hours', 'too_early', 'while_stopped'] as const),
        ...(['by_other_post', 'incomplete', 'recorded_by', 'recorded_at'] as const),
      ),
    )
    .select('c.currency')
    .where('s.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'dunning.read', 's.estate_id');
  return reach ? steps.where(reach) : steps;
}

/** What was done about debtors, by case, earliest first. */
export const stepsOfCase = (ctx: RequestContext) =>
  ctx.moment.once(stepsOfCase, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          stepsInReach(ctx)
            .where(sql<boolean>`s.case_id = any(${[...ids]}::uuid[])`)
            .orderBy('s.id')
            .limit(MOST_STEPS * ids.length),
        ),
      (row) => row.caseId,
    ),
  );

export type DunningStepRow = Awaited<ReturnType<ReturnType<typeof stepsOfCase>['load']>>[number];

/** A payer who owes for a unit in a currency. */
interface Debtor {
  readonly payerId: string;
  readonly unitId: string | null;
  readonly currency: string;
}

const keyOf = ({ payerId, unitId, currency }: Debtor): string => `${payerId}/${unitId ?? ''}/${currency}`;

/** What was done last about debtors, of whichever of their cases; null where nothing was, or the asker may not read it. */
export const lastStepOf = (ctx: RequestContext) =>
  ctx.moment.once(
    lastStepOf,
    () =>
      new DataLoader<Debtor, DunningStepRow | null, string>(
        async (debtors) => {
          const payers = [...new Set(debtors.map(({ payerId }) => payerId))];
          const steps = await ctx.moment.read(
            stepsInReach(ctx)
              .select(columns('c', 'payer_id', 'unit_id'))
              .distinctOn(['c.payer_id', 'c.unit_id', 'c.currency'])
              .where('s.state', '=', 'DONE')
              .where('c.company_id', '=', ctx.asker.companyId)
              .where(sql<boolean>`c.payer_id = any(${payers}::uuid[])`)
              .orderBy('c.payer_id')
              .orderBy('c.unit_id')
              .orderBy('c.currency')
              .orderBy('s.done_at', 'desc')
              .orderBy('s.id', 'desc'),
          );
          const last = new Map(steps.map((step) => [keyOf(step), step]));
          return debtors.map((debtor) => last.get(keyOf(debtor)) ?? null);
        },
        { cacheKeyFn: keyOf },
      ),
  );

/** The team of each step, by name. */
export const teamOfStep = (ctx: RequestContext) =>
  ctx.moment.once(teamOfStep, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          selectStaff(ctx)
            .innerJoin('dunning_step_member as m', (join) =>
              join.onRef('m.company_id', '=', 's.company_id').onRef('m.staff_id', '=', 's.id'),
            )
            .select('m.step_id as stepId')
            .where(sql<boolean>`m.step_id = any(${[...ids]}::uuid[])`)
            .orderBy('s.display_name')
            .orderBy('s.id'),
        ),
      (row) => row.stepId,
    ),
  );
