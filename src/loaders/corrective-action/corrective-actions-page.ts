import { sql } from 'kysely';
import type { CorrectiveActionKind } from '../../domain/corrective-action/action-kind.js';
import type { ActionSource } from '../../domain/corrective-action/action-source.js';
import type { ActionStage } from '../../domain/corrective-action/action-stage.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { actionsInReach, overdueAt } from './corrective-action-by-id.js';

/** What corrective actions are asked for; conditions hold together, and ids that name nothing match nothing. */
interface ActionsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly CorrectiveActionKind[] | null;
  readonly stages?: readonly ActionStage[] | null;
  readonly sourceKinds?: readonly ActionSource[] | null;
  readonly sourceId?: string | null;
  readonly ownerId?: string | null;
  /** True: only what is overdue; false does not narrow. */
  readonly overdue?: boolean | null;
  /** True: only what was opened again; false does not narrow. */
  readonly reopened?: boolean | null;
  /** Due on this day or later. */
  readonly dueFrom?: string | null;
  /** Due before this day. */
  readonly dueBefore?: string | null;
}

const KEYS: readonly SortKey[] = [{ column: 'a.id', type: 'uuid', descending: true }];

/** A page of the corrective actions that the asker may read, the latest raised first. */
export function correctiveActionsPage(ctx: RequestContext, wanted: ActionsWanted, args: PageArgs) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  let actions = actionsInReach(ctx);
  for (const condition of [
    among('a.estate_id', 'uuid', wanted.estateIds),
    among('a.kind', 'text', wanted.kinds),
    among('a.stage', 'text', wanted.stages),
    among('a.source_kind', 'text', wanted.sourceKinds),
    among('a.source_id', 'uuid', one(wanted.sourceId)),
    among('a.owner_id', 'uuid', one(wanted.ownerId)),
    wanted.overdue ? overdueAt(ctx) : null,
    wanted.reopened ? sql<boolean>`a.reopenings > 0` : null,
    wanted.dueFrom == null ? null : sql<boolean>`a.due_day >= ${wanted.dueFrom}::date`,
    wanted.dueBefore == null ? null : sql<boolean>`a.due_day < ${wanted.dueBefore}::date`,
  ])
    if (condition) actions = actions.where(condition);
  return page(ctx.moment, actions, KEYS, args);
}
