import { sql } from 'kysely';
import type { DebtorListState } from '../../domain/dunning/approved-list.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

/** Which lists are asked for. */
interface ListsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly states?: readonly DebtorListState[] | null;
}

const KEYS: readonly SortKey[] = [{ column: 'l.id', type: 'uuid', descending: true }];

function debtorListsInReach(ctx: RequestContext) {
  const lists = sqlFor
    .selectFrom('debtor_list as l')
    .select(
      columns(
        'l',
        ...([
          'id',
          'estate_id',
          'state',
          'shows_names',
          'proposed_by',
          'proposed_at',
          'approved_at',
          'posted_at',
          'notarised',
          'version',
        ] as const),
      ),
    )
    .where('l.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'dunning.read', 'l.estate_id');
  return reach ? lists.where(reach) : lists;
}

/** Public lists of debtors by id; null where the asker may not read them. */
export const debtorListById = (ctx: RequestContext) =>
  ctx.moment.once(debtorListById, () =>
    byId((ids) => ctx.moment.read(debtorListsInReach(ctx).where(sql<boolean>`l.id = any(${ids}::uuid[])`))),
  );

/** A page of public lists of debtors, the latest proposed first. */
export function debtorListsPage(ctx: RequestContext, wanted: ListsWanted, args: PageArgs) {
  let lists = debtorListsInReach(ctx);
  for (const condition of [among('l.estate_id', 'uuid', wanted.estateIds), among('l.state', 'text', wanted.states)])
    if (condition) lists = lists.where(condition);
  return page(ctx.moment, lists, KEYS, args);
}

export type DebtorListRow = NonNullable<Awaited<ReturnType<ReturnType<typeof debtorListById>['load']>>>;

/** The lines of each public list, by room: what the board shows, and nothing else. @rule Q-20 */
export const linesOfDebtorList = (ctx: RequestContext) =>
  ctx.moment.once(linesOfDebtorList, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sqlFor
            .selectFrom('debtor_list_line as n')
            .innerJoin('debtor_list as l', (join) =>
              join.onRef('l.company_id', '=', 'n.company_id').onRef('l.id', '=', 'n.list_id'),
            )
            .innerJoin('dunning_case as c', (join) =>
              join.onRef('c.company_id', '=', 'n.company_id').onRef('c.id', '=', 'n.case_id'),
            )
            .innerJoin('unit as u', (join) =>
              join.onRef('u.company_id', '=', 'n.company_id').onRef('u.id', '=', 'n.unit_id'),
            )
            .select(columns('n', 'id', 'estate_id', 'list_id', 'unit_id', 'arrears_minor'))
            .select(['c.currency', 'l.shows_names as showsNames', 'c.payer_id as payerId'])
            .where('n.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`n.list_id = any(${[...ids]}::uuid[])`)
            .orderBy('u.code')
            .orderBy('n.id'),
        ),
      (row) => row.listId,
    ),
  );

export type DebtorListLineRow = Awaited<ReturnType<ReturnType<typeof linesOfDebtorList>['load']>>[number];
