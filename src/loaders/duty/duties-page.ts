import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import type { Role } from '../../domain/identity/role.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { wantedEstates } from '../wanted.js';
import { dutiesInReach } from './duty-by-id.js';

/** What duties are asked for; conditions hold together. */
interface DutiesWanted {
  readonly estateIds?: readonly string[] | null;
  readonly posts?: readonly Role[] | null;
  readonly staffId?: string | null;
  readonly at?: Date | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
}

const KEYS: readonly SortKey[] = [
  { column: 'd.from_at', type: 'timestamptz' },
  { column: 'd.id', type: 'uuid' },
];

/** A page of the duties that the asker may read, earliest first; those that were called off are none. */
export function dutiesPage(ctx: RequestContext, wanted: DutiesWanted, args: PageArgs) {
  let duties = dutiesInReach(ctx).where('d.until_at', '>', sql<Date>`d.from_at`);
  if (wanted.estateIds) {
    const within = wantedEstates(ctx, 'duty.read', wanted.estateIds) ?? [];
    duties = duties.where(sql<boolean>`(d.estate_id is null or d.estate_id = any(${within}::uuid[]))`);
  }
  if (wanted.posts) duties = duties.where(sql<boolean>`d.post = any(${[...wanted.posts]}::text[])`);
  if (wanted.staffId != null)
    duties = duties.where(sql<boolean>`d.staff_id = ${isId(wanted.staffId) ? wanted.staffId : null}::uuid`);
  if (wanted.at) duties = duties.where('d.from_at', '<=', wanted.at).where('d.until_at', '>', wanted.at);
  if (wanted.from) duties = duties.where('d.until_at', '>', wanted.from);
  if (wanted.to) duties = duties.where('d.from_at', '<', wanted.to);
  return page(ctx.moment, duties, KEYS, args);
}
