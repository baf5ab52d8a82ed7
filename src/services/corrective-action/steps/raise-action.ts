import type { CorrectiveActionKind } from '../../../domain/corrective-action/action-kind.js';
import type { ActionSource } from '../../../domain/corrective-action/action-source.js';
import { nextActionStage } from '../../../domain/corrective-action/action-stage.js';
import { CorrectiveAction } from '../../../entities/corrective-action/corrective-action.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordActionEvent, type ActionResult } from './record-action-event.js';

/** What is wrong, and what shows it. */
interface Raised {
  /** Null: the company's own. */
  readonly estateId: string | null;
  readonly kind: CorrectiveActionKind;
  readonly sourceKind: ActionSource;
  readonly sourceId: string;
  readonly problem: string;
}

/** Says what is wrong; who may say it has been decided before. @rule R-CMP-20 */
export function raiseAction(ctx: CommandContext, raised: Raised): ActionResult {
  const action = ctx.em.create(CorrectiveAction, {
    ...{ companyId: ctx.companyId, id: newId(), ...raised, stage: nextActionStage('raise', null) },
    ...{ raisedById: ctx.principal.subjectId, raisedAt: ctx.clock.now(), reopenings: 0, postponements: 0, version: 1 },
  });
  return recordActionEvent(ctx, action, 'RAISED');
}
