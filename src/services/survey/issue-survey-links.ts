import { ruleRefused } from '../../domain/errors.js';
import { SurveyEstate } from '../../entities/survey/survey-estate.entity.js';
import { SurveyForm } from '../../entities/survey/survey-form.entity.js';
import { SurveyRound } from '../../entities/survey/survey-round.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findAll } from '../place/steps/find-all.js';
import { findRow } from '../place/steps/find-row.js';
import { recordEstateEvent } from './steps/record-survey-event.js';

interface IssueSurveyLinks extends CommandInput {
  readonly roundId: string;
  readonly formIds: readonly string[];
}

/** The forms whose links are handed out. */
interface LinksIssued {
  readonly roundId: string;
  readonly formIds: readonly string[];
}

/**
 * Hands out the links of forms, to print or to send: one a household and round, always the same. Who had which is told by
 * an event. Needs `survey.enter` on the estates.
 * @rule R-SAT-02
 * @throws NOT_FOUND round, surveyForm
 * @throws RULE_REFUSED R-SAT-02 when the round does not take answers
 */
export async function issueSurveyLinks(ctx: CommandContext, input: IssueSurveyLinks): Promise<LinksIssued> {
  const round = await findRow(ctx, SurveyRound, 'survey round', input.roundId);
  const forms = await findAll(ctx, SurveyForm, 'surveyForm', [...new Set(input.formIds)]);
  for (const { estateId } of forms) authorizeOn(ctx.principal, 'survey.enter', estateId);
  const { stage } = round;
  if (stage !== 'ISSUED' || forms.some(({ roundId }) => roundId !== round.id))
    throw ruleRefused('R-SAT-02', 'The forms are of no round that takes answers.', { stage });
  const { companyId } = ctx;
  const estateIds = [...new Set(forms.map(({ estateId }) => estateId))];
  for (const of of await ctx.em.find(SurveyEstate, { companyId, roundId: round.id, estateId: { $in: estateIds } })) {
    const own = forms.filter(({ estateId }) => estateId === of.estateId);
    recordEstateEvent(ctx, of, 'LINKS_ISSUED', { facts: { forms: own.length } });
  }
  return { roundId: round.id, formIds: forms.map(({ id }) => id) };
}
