import { sql } from 'kysely';
import type { LetterListState } from '../../domain/dunning/approved-list.js';
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
  readonly states?: readonly LetterListState[] | null;
}

const KEYS: readonly SortKey[] = [{ column: 'l.id', type: 'uuid', descending: true }];

function letterListsInReach(ctx: RequestContext) {
  const lists = sqlFor
    .selectFrom('letter_list as l')
    .select(
      columns(
        'l',
        ...([
          'id',
          'estate_id',
          'state',
          'proposed_by',
          'proposed_at',
          'approved_at',
          'filed_at',
          'file_number',
          'sent_on',
          'law_firm',
          'version',
        ] as const),
      ),
    )
    .where('l.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'dunning.read', 'l.estate_id');
  return reach ? lists.where(reach) : lists;
}

/** Lists of lawyer's letters by id; null where the asker may not read them. */
export const letterListById = (ctx: RequestContext) =>
  ctx.moment.once(letterListById, () =>
    byId((ids) => ctx.moment.read(letterListsInReach(ctx).where(sql<boolean>`l.id = any(${ids}::uuid[])`))),
  );

/** A page of lists of lawyer's letters, the latest proposed first. */
export function letterListsPage(ctx: RequestContext, wanted: ListsWanted, args: PageArgs) {
  let lists = letterListsInReach(ctx);
  for (const condition of [among('l.estate_id', 'uuid', wanted.estateIds), among('l.state', 'text', wanted.states)])
    if (condition) lists = lists.where(condition);
  return page(ctx.moment, lists, KEYS, args);
}

export type LetterListRow = NonNullable<Awaited<ReturnType<ReturnType<typeof letterListById>['load']>>>;

function lettersInReach(ctx: RequestContext) {
  const letters = sqlFor
    .selectFrom('lawyer_letter as w')
    .innerJoin('dunning_case as c', (join) =>
      join.onRef('c.company_id', '=', 'w.company_id').onRef('c.id', '=', 'w.case_id'),
    )
    .select(
      columns(
        'w',
        ...([
          'id',
          'estate_id',
          'list_id',
          'case_id',
          'ground',
          'arrears_minor',
          'arrears_from',
          'arrears_until',
          'dropped_at',
          'sent_on',
          'eligible_when_sent',
          'served_on',
        ] as const),
      ),
    )
    .select('c.currency')
    .where('w.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'dunning.read', 'w.estate_id');
  return reach ? letters.where(reach) : letters;
}

/** The letters of each list, or of each case, the earliest first. */
export const lettersOfList = (ctx: RequestContext) =>
  ctx.moment.once(lettersOfList, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          lettersInReach(ctx)
            .where(sql<boolean>`w.list_id = any(${[...ids]}::uuid[])`)
            .orderBy('w.id'),
        ),
      (row) => row.listId,
    ),
  );

/** The letters of each case, the earliest first. */
export const lettersOfCase = (ctx: RequestContext) =>
  ctx.moment.once(lettersOfCase, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          lettersInReach(ctx)
            .where(sql<boolean>`w.case_id = any(${[...ids]}::uuid[])`)
            .orderBy('w.id'),
        ),
      (row) => row.caseId,
    ),
  );

export type LawyerLetterRow = Awaited<ReturnType<ReturnType<typeof lettersOfCase>['load']>>[number];
