import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { selectStaff } from '../people/staff-by-id.js';
import { inReach } from '../reach.js';

/** More steps than these no case takes. */
const MOST_STEPS = 500;

/** What was done about debtors, by case, earliest first. */
export const stepsOfCase = (ctx: RequestContext) =>
  ctx.moment.once(stepsOfCase, () =>
    listBy(
      (ids) => {
        const steps = sqlFor
          .selectFrom('dunning_step as s')
          .innerJoin('dunning_case as c', (join) =>
            join.onRef('c.company_id', '=', 's.company_id').onRef('c.id', '=', 's.case_id'),
          )
          .select(
            columns(
              's',
              ...([
                'id',
                'estate_id',
                'case_id',
                'kind',
                'state',
                'planned_for',
                'done_at',
                'outcome',
                'arrears_minor',
                'arrears_from',
                'arrears_until',
                'pay_by_day',
                'items_stated',
                'understood',
                'note',
                'too_few',
                'off_hours',
                'in_quiet_hours',
                'too_early',
                'while_stopped',
                'by_other_post',
                'incomplete',
                'recorded_by',
                'recorded_at',
              ] as const),
            ),
          )
          .select('c.currency')
          .where('s.company_id', '=', ctx.asker.companyId)
          .where(sql<boolean>`s.case_id = any(${[...ids]}::uuid[])`);
        const reach = inReach(ctx, 'dunning.read', 's.estate_id');
        return ctx.moment.read((reach ? steps.where(reach) : steps).orderBy('s.id').limit(MOST_STEPS * ids.length));
      },
      (row) => row.caseId,
    ),
  );

export type DunningStepRow = Awaited<ReturnType<ReturnType<typeof stepsOfCase>['load']>>[number];

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
