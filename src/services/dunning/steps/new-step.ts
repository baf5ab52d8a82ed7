import type { DunningStepKind } from '../../../domain/dunning/dunning-stage.js';
import type { DunningCase } from '../../../entities/dunning/dunning-case.entity.js';
import { DunningStep } from '../../../entities/dunning/dunning-step.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { CommandContext } from '../../command/command-context.js';

/** A step of a case that says nothing yet, as one that is ahead. */
export const newStep = (ctx: CommandContext, debt: DunningCase, kind: DunningStepKind): DunningStep =>
  ctx.em.create(DunningStep, {
    ...{ companyId: ctx.companyId, id: newId(), estateId: debt.estateId, caseId: debt.id, kind, state: 'PLANNED' },
    ...{
      plannedFor: null,
      doneAt: null,
      outcome: null,
      arrearsMinor: null,
      arrearsFrom: null,
      arrearsUntil: null,
      effectDays: null,
    },
    ...{ payByDay: null, itemsStated: false, understood: false, note: null },
    ...{ tooFew: false, offHours: false, inQuietHours: false, tooEarly: false },
    ...{ whileStopped: false, byOtherPost: false, incomplete: false },
    ...{ recordedBy: ctx.principal.kind === 'SYSTEM' ? null : ctx.principal.subjectId, recordedAt: ctx.clock.now() },
  });

/** The visit of a case that is ahead; null where none is. */
export const plannedVisitOf = (ctx: CommandContext, { id: caseId }: DunningCase): Promise<DunningStep | null> =>
  ctx.em.findOne(DunningStep, { companyId: ctx.companyId, caseId, state: 'PLANNED' });
