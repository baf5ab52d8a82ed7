import type { CareKind } from '../../domain/care/care-kind.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { careMarksInReach, inForceToday } from './care-mark-by-id.js';

/** What care marks are asked for; conditions hold together. */
interface CareMarksWanted {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly CareKind[] | null;
  /** Also those that are over or have not begun. */
  readonly everyTime?: boolean | null;
}

const KEYS: readonly SortKey[] = [
  { column: 'm.from_day', type: 'date' },
  { column: 'm.id', type: 'uuid' },
];

/** A page of the care marks that the asker may read, the oldest first; those in force today unless told otherwise. */
export function careMarksPage(ctx: RequestContext, wanted: CareMarksWanted, args: PageArgs) {
  let marks = careMarksInReach(ctx);
  for (const condition of [
    among('m.estate_id', 'uuid', wanted.estateIds),
    among('m.kind', 'text', wanted.kinds),
    wanted.everyTime ? null : inForceToday(ctx),
  ])
    if (condition) marks = marks.where(condition);
  return page(ctx.moment, marks, KEYS, args);
}
