import { sql } from 'kysely';
import { holdInForce, todayAt } from '../../tenancy/dunning/case-standing.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';
import { nowOf } from './dunning-cases.js';

/** What stops or has stopped dunning, by case, earliest first. @rule D-13 */
export const holdsOfCase = (ctx: RequestContext) =>
  ctx.moment.once(holdsOfCase, () =>
    listBy(
      (ids) => {
        const { companyId } = ctx.asker;
        const holds = sqlFor
          .selectFrom('dunning_hold as d')
          .innerJoin('dunning_case as c', (join) =>
            join.onRef('c.company_id', '=', 'd.company_id').onRef('c.id', '=', 'd.case_id'),
          )
          .innerJoin('estate as z', (join) =>
            join.onRef('z.company_id', '=', 'd.company_id').onRef('z.id', '=', 'd.estate_id'),
          )
          .select(
            columns(
              'd',
              'id',
              'estate_id',
              'case_id',
              'kind',
              'charge_id',
              'ticket_id',
              'from_day',
              'until_day',
              'released_at',
            ),
          )
          .select('c.currency')
          .select(sql<boolean>`c.closed_at is null and ${holdInForce(companyId, todayAt(nowOf(ctx)))}`.as('inForce'))
          .where('d.company_id', '=', companyId)
          .where(sql<boolean>`d.case_id = any(${[...ids]}::uuid[])`);
        const reach = inReach(ctx, 'dunning.read', 'd.estate_id');
        return ctx.moment.read((reach ? holds.where(reach) : holds).orderBy('d.id'));
      },
      (row) => row.caseId,
    ),
  );

export type DunningHoldRow = Awaited<ReturnType<ReturnType<typeof holdsOfCase>['load']>>[number];

/** The instalments of each hold, in order. */
export const instalmentsOfHold = (ctx: RequestContext) =>
  ctx.moment.once(instalmentsOfHold, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sqlFor
            .selectFrom('dunning_instalment as i')
            .innerJoin('dunning_hold as d', (join) =>
              join.onRef('d.company_id', '=', 'i.company_id').onRef('d.id', '=', 'i.hold_id'),
            )
            .innerJoin('dunning_case as c', (join) =>
              join.onRef('c.company_id', '=', 'd.company_id').onRef('c.id', '=', 'd.case_id'),
            )
            .select(columns('i', 'id', 'estate_id', 'hold_id', 'due_day', 'amount_minor'))
            .select('c.currency')
            .where('i.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`i.hold_id = any(${[...ids]}::uuid[])`)
            .orderBy('i.due_day')
            .orderBy('i.id'),
        ),
      (row) => row.holdId,
    ),
  );

export type DunningInstalmentRow = Awaited<ReturnType<ReturnType<typeof instalmentsOfHold>['load']>>[number];
