import { notFound } from '../../domain/errors.js';
import type { House } from '../../tenancy/house.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { houseVariables } from '../../tenancy/session-variables.js';
import { proveSurveyToken } from '../../tenancy/survey/survey-link.js';

/**
 * What the holder of a form's link sees: the questionnaire, and no household, no name, no answer.
 * @throws NOT_FOUND surveyForm when the link is none of ours, or its round takes no answers; always the same
 */
export async function surveySheet(house: House, token: string) {
  const { companyId, formId } = await proveSurveyToken(house, token);
  const moment = new ReadMoment(house.pool, houseVariables(companyId), companyId);
  try {
    const [row] = await moment.read(
      sqlFor
        .selectFrom('survey_form as f')
        .innerJoin('survey_round as r', (join) =>
          join.onRef('r.company_id', '=', 'f.company_id').onRef('r.id', '=', 'f.round_id'),
        )
        .innerJoin('questionnaire as q', (join) =>
          join.onRef('q.company_id', '=', 'r.company_id').onRef('q.id', '=', 'r.questionnaire_id'),
        )
        .innerJoin('company as c', 'c.id', 'f.company_id')
        .innerJoin('estate as e', (join) =>
          join.onRef('e.company_id', '=', 'f.company_id').onRef('e.id', '=', 'f.estate_id'),
        )
        .select(columns('q', 'title', 'questions'))
        .select(columns('r', 'stage', 'closes_at'))
        .select(['c.name as companyName', 'e.name as estateName', 'r.name as roundName'])
        .where('f.company_id', '=', companyId)
        .where('f.id', '=', formId),
    );
    const now = house.clock?.now() ?? new Date();
    if (row?.stage !== 'ISSUED' || row.closesAt <= now) throw notFound('surveyForm');
    return row;
  } finally {
    await moment.finish();
  }
}
