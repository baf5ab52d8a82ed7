import type { SurveyEstate } from '../../../entities/survey/survey-estate.entity.js';
import type { SurveyRound } from '../../../entities/survey/survey-round.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What every command on rounds answers. */
export interface RoundResult {
  readonly roundId: string;
  readonly version: number;
}

/** Tells what became of a round, under the version that it now has. */
export function recordRoundEvent(ctx: CommandContext, round: SurveyRound, type: string, facts: object = {}): void {
  const { id, estateId = null, stage, version } = round;
  ctx.record({
    type: `survey.${type}`,
    estateId,
    subjectKind: 'surveyRound',
    subjectId: id,
    subjectVersion: version,
    visibility: 'INTERNAL',
    facts: { roundId: id, stage, closesAt: round.closesAt.toISOString(), ...facts },
  });
}

/** Tells what became of a round on one of its estates: counts, never who, and not by whom where `unnamed`. @rule D-29 */
export function recordEstateEvent(
  ctx: CommandContext,
  of: SurveyEstate,
  type: string,
  { unnamed = false, facts = {} }: { readonly unnamed?: boolean; readonly facts?: object } = {},
): void {
  const { id, roundId, estateId, issued, undeliverable, byLink, byApp, byPaper, byTelephone, byImport } = of;
  const event = {
    type: `survey.${type}`,
    estateId,
    subjectKind: 'surveyEstate',
    subjectId: id,
    subjectVersion: of.version,
    visibility: 'INTERNAL' as const,
    facts: { roundId, issued, undeliverable, returned: byLink + byApp + byPaper + byImport, byTelephone, ...facts },
  };
  if (unnamed) ctx.recordUnnamed(event);
  else ctx.record(event);
}
