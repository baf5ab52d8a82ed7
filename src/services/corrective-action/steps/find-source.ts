import type { ActionSource } from '../../../domain/corrective-action/action-source.js';
import { invalidInput, notFound, ruleRefused } from '../../../domain/errors.js';
import { InspectionFinding } from '../../../entities/inspection/inspection-finding.entity.js';
import { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import { VisitMonth } from '../../../entities/owner-visit/visit-month.entity.js';
import { VisitSummary } from '../../../entities/owner-visit/visit-summary.entity.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import { SurveyEstate } from '../../../entities/survey/survey-estate.entity.js';
import { SurveyRound } from '../../../entities/survey/survey-round.entity.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/** What an action came of, as an input names it. */
export interface NamedSource {
  readonly sourceKind: ActionSource;
  /** Absent for the company. */
  readonly sourceId?: string | null;
}

/** What an action came of, and the estate that it lies on; the company itself has none. */
interface FoundSource {
  readonly sourceId: string;
  readonly estateId: string | null;
}

/** Finds one kind of source by its id. */
type Find = (ctx: CommandContext, id: string) => Promise<FoundSource>;

const ofEstate = ({ id, estateId }: { readonly id: string; readonly estateId: string }): FoundSource => ({
  sourceId: id,
  estateId,
});

/** How each kind of source is found, but the company itself. */
const FIND: Readonly<Record<Exclude<ActionSource, 'COMPANY'>, Find>> = {
  ESTATE: async (ctx, id) => ofEstate({ id, estateId: (await findRow(ctx, Estate, 'estate', id)).id }),
  COMPLAINT: async (ctx, id) => {
    const ticket = await findRow(ctx, Ticket, 'complaint', id);
    if (ticket.kind !== 'COMPLAINT') throw notFound('complaint');
    return ofEstate(ticket);
  },
  OWNER_VISIT: async (ctx, id) => ofEstate(await findRow(ctx, OwnerVisit, 'visit', id)),
  VISIT_MONTH: async (ctx, id) => ofEstate(await findRow(ctx, VisitMonth, 'visit month', id)),
  VISIT_SUMMARY: async (ctx, id) => ofEstate(await findRow(ctx, VisitSummary, 'visit summary', id)),
  INSPECTION_FINDING: async (ctx, id) => {
    const finding = await findRow(ctx, InspectionFinding, 'finding', id);
    if (!finding.isOpen) throw notFound('finding');
    return ofEstate(finding);
  },
  SURVEY_ROUND: async (ctx, id) => {
    const round = await findRow(ctx, SurveyRound, 'survey round', id);
    assertAnalysed(round);
    return { sourceId: round.id, estateId: round.estateId ?? null };
  },
  SURVEY_ESTATE: async (ctx, id) => {
    const estate = await findRow(ctx, SurveyEstate, 'surveyEstate', id);
    assertAnalysed(await findRow(ctx, SurveyRound, 'surveyEstate', estate.roundId));
    return ofEstate(estate);
  },
};

/** Nobody knows what a round shows before it has been analysed. @throws RULE_REFUSED R-SAT-04 with the stage */
function assertAnalysed({ stage }: SurveyRound): void {
  if (stage !== 'ANALYSED') throw ruleRefused('R-SAT-04', 'The round has not been analysed.', { stage });
}

/**
 * What an action is said to have come of: its estate is the estate of the action.
 * @throws NOT_FOUND when it is unknown, malformed, of another kind or behind the fence
 * @throws INVALID_INPUT when an id is given for the company itself
 * @throws RULE_REFUSED R-SAT-04 for a round that has not been analysed
 * @rule R-SAT-04
 */
export async function findSource(ctx: CommandContext, { sourceKind, sourceId }: NamedSource): Promise<FoundSource> {
  if (sourceKind !== 'COMPANY') return FIND[sourceKind](ctx, sourceId ?? '');
  if (sourceId != null && sourceId !== ctx.companyId)
    throw invalidInput('input.sourceId', 'is left out for the company itself');
  return { sourceId: ctx.companyId, estateId: null };
}
