import { timingSafeEqual } from 'node:crypto';
import { notFound } from '../../domain/errors.js';
import type { House } from '../house.js';
import { SURVEY_LINK } from '../identity/opaque-credential.js';
import type { Principal } from '../principal.js';
import { ReadMoment } from '../read/read-moment.js';
import { sqlFor } from '../read/tables.js';
import { houseVariables } from '../session-variables.js';

/** A form that somebody holds the link of. */
export interface ProvenForm {
  readonly companyId: string;
  readonly formId: string;
  readonly estateId: string;
}

/**
 * The token of a household's form: always the same, signed by the deployment's secret, and good as long as its round takes
 * answers.
 */
export const writeSurveyToken = (house: House, companyId: string, formId: string): string =>
  SURVEY_LINK.write({ companyId, id: formId, secret: house.links.seal('survey', [companyId, formId]) });

/**
 * Proves the token of a form.
 * @throws NOT_FOUND surveyForm when it is not ours or was altered; always the same
 */
export async function proveSurveyToken(house: House, token: string): Promise<ProvenForm> {
  const parts = SURVEY_LINK.read(token);
  if (!parts) throw notFound('surveyForm');
  const { companyId, id: formId, secret } = parts;
  const [given, expected] = [Buffer.from(secret), Buffer.from(house.links.seal('survey', [companyId, formId]))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw notFound('surveyForm');
  const moment = new ReadMoment(house.pool, houseVariables(companyId), null);
  try {
    const [row] = await moment.read(
      sqlFor
        .selectFrom('survey_form as f')
        .select('f.estate_id as estateId')
        .where('f.company_id', '=', companyId)
        .where('f.id', '=', formId),
    );
    if (!row) throw notFound('surveyForm');
    return { companyId, formId, estateId: row.estateId };
  } finally {
    await moment.finish();
  }
}

/** Whoever holds the link of a form: nobody of the company, and allowed to answer for that household only. */
export const respondent = ({ companyId, formId, estateId }: ProvenForm): Principal => ({
  accountId: formId,
  companyId,
  kind: 'RESIDENT',
  subjectId: formId,
  displayName: 'Survey link',
  roles: [],
  actions: new Map([['survey.answer', new Set([estateId])]]),
  estates: new Set([estateId]),
  occupancyIds: [],
  unitIds: [],
});
