import { sql } from 'kysely';
import type { ApprovalState } from '../../domain/approval/approval-life.js';
import type { ApprovalSubjectKind } from '../../domain/approval/approval-route.js';
import { isId } from '../../domain/id.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { keysOf, type OrderOf } from '../order.js';
import { approvalsInSight, waitsFor } from './approvals-in-sight.js';
import { powersOfAsker } from './powers-of-asker.js';

/** Which approvals a list shows; what is absent does not narrow. */
interface ApprovalFilter {
  /** Only those that wait for the asker to decide. */
  readonly waitingForMe?: boolean | null;
  /** Only those that the asker has prepared. */
  readonly preparedByMe?: boolean | null;
  readonly states?: readonly ApprovalState[] | null;
  readonly subjectKinds?: readonly ApprovalSubjectKind[] | null;
  readonly estateIds?: readonly string[] | null;
}

const COLUMNS = { PREPARED_AT: { column: 'a.prepared_at', type: 'timestamptz' } } as const satisfies Record<
  string,
  SortKey
>;
/** The orders in which approvals are listed. */
export type ApprovalOrder = OrderOf<typeof COLUMNS>;
const KEYS: Readonly<Record<ApprovalOrder, readonly SortKey[]>> = {
  PREPARED_AT_ASC: keysOf(COLUMNS, 'PREPARED_AT_ASC', 'a.id'),
  PREPARED_AT_DESC: keysOf(COLUMNS, 'PREPARED_AT_DESC', 'a.id'),
};

/** A page of the approvals that the asker may see. */
export async function approvalsPage(ctx: RequestContext, filter: ApprovalFilter, order: ApprovalOrder, args: PageArgs) {
  let approvals = await approvalsInSight(ctx);
  if (filter.waitingForMe === true) approvals = approvals.where(waitsFor(ctx, await powersOfAsker(ctx)));
  if (filter.preparedByMe === true) approvals = approvals.where('a.prepared_by', '=', ctx.asker.subjectId);
  if (filter.states) approvals = approvals.where(sql<boolean>`a.state = any(${[...filter.states]}::text[])`);
  if (filter.subjectKinds)
    approvals = approvals.where(sql<boolean>`a.subject_kind = any(${[...filter.subjectKinds]}::text[])`);
  if (filter.estateIds)
    approvals = approvals.where(sql<boolean>`a.estate_id = any(${filter.estateIds.filter(isId)}::uuid[])`);
  return page(ctx.moment, approvals, KEYS[order], args);
}
