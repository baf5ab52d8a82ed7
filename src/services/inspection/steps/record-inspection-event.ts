import type { Inspection } from '../../../entities/inspection/inspection.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What planning answers. */
export interface RoundOfInspections {
  readonly roundId: string;
}

/** What every other command on inspections answers. */
export interface InspectionResult {
  readonly inspectionId: string;
}

/**
 * Tells that inspections are planned, or go on: numbers of the company, and nothing of which estate, so that nobody who is
 * inspected learns of it.
 */
export function recordRoundEvent(
  ctx: CommandContext,
  roundId: string,
  type: 'PLANNED' | 'CHECKED' | 'FOUND' | 'CALLED_OFF',
  facts: Readonly<Record<string, number>> = {},
): RoundOfInspections {
  ctx.record({
    type: `inspectionRound.${type}`,
    estateId: null,
    subjectKind: 'inspectionRound',
    subjectId: roundId,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts,
  });
  return { roundId };
}

/** Tells the estate of the day on which somebody comes and looks. */
export function announce(
  ctx: CommandContext,
  { id, estateId, onDay }: { readonly id: string; readonly estateId: string; readonly onDay: string },
): void {
  ctx.record({
    type: 'inspection.ANNOUNCED',
    ...{ estateId, subjectKind: 'inspection', subjectId: id, subjectVersion: 1, visibility: 'INTERNAL' },
    facts: { onDay },
  });
}

/** Tells the estate that an inspection is open to it, with its figures. */
export function recordPublished(ctx: CommandContext, inspection: Inspection, findings: number): InspectionResult {
  const { id, estateId, kind, version, roundId } = inspection;
  const { checked, judged, passed, callbacksAsked, falseCallbacks, closuresAsked, falseClosures } = inspection;
  ctx.record({
    type: 'inspection.PUBLISHED',
    ...{ estateId, subjectKind: 'inspection', subjectId: id, subjectVersion: version, visibility: 'INTERNAL' },
    facts: {
      ...{ kind, roundId, findings, checked: checked ?? 0, judged: judged ?? 0, passed: passed ?? 0 },
      ...{ callbacksAsked: callbacksAsked ?? 0, falseCallbacks: falseCallbacks ?? 0 },
      ...{ closuresAsked: closuresAsked ?? 0, falseClosures: falseClosures ?? 0 },
    },
  });
  return { inspectionId: id };
}
