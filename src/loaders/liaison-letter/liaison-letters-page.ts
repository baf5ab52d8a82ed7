import { sql } from 'kysely';
import type { LetterSource } from '../../domain/liaison-letter/letter-source.js';
import type { LetterStage } from '../../domain/liaison-letter/letter-stage.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { lettersInReach, overdueLetter } from './liaison-letter-by-id.js';

/** What letters are asked for; conditions hold together, and ids that name nothing match nothing. */
interface LettersWanted {
  readonly estateIds?: readonly string[] | null;
  readonly stages?: readonly LetterStage[] | null;
  readonly sourceKinds?: readonly LetterSource[] | null;
  readonly sourceId?: string | null;
  readonly departmentId?: string | null;
  /** True: only those that should have been answered; false does not narrow. */
  readonly overdue?: boolean | null;
  readonly sentFrom?: Date | null;
  readonly sentBefore?: Date | null;
}

const KEYS: readonly SortKey[] = [{ column: 'l.id', type: 'uuid', descending: true }];

/** A page of the letters that the asker may read, the latest drafted first. */
export function liaisonLettersPage(ctx: RequestContext, wanted: LettersWanted, args: PageArgs) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  let letters = lettersInReach(ctx);
  for (const condition of [
    among('l.estate_id', 'uuid', wanted.estateIds),
    among('l.stage', 'text', wanted.stages),
    among('l.source_kind', 'text', wanted.sourceKinds),
    among('l.source_id', 'uuid', one(wanted.sourceId)),
    among('l.department_id', 'uuid', one(wanted.departmentId)),
    wanted.overdue ? overdueLetter(ctx) : null,
    wanted.sentFrom == null ? null : sql<boolean>`l.sent_at >= ${wanted.sentFrom}::timestamptz`,
    wanted.sentBefore == null ? null : sql<boolean>`l.sent_at < ${wanted.sentBefore}::timestamptz`,
  ])
    if (condition) letters = letters.where(condition);
  return page(ctx.moment, letters, KEYS, args);
}
