import type { Random } from '../../domain/demo/random.js';
import type { SurveyQuestion } from '../../domain/survey/questionnaire.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';

/** The form of a demo household. */
export interface DemoForm {
  readonly id: string;
  readonly unitId: string;
  readonly buildingId: string;
  readonly occupancyId: string;
}

interface RoundToAnswer {
  readonly roundId: string;
  readonly forms: readonly DemoForm[];
  readonly questions: readonly SurveyQuestion[];
  readonly random: Random;
  readonly desk: string;
  readonly liking: number;
  readonly issuedMs: number;
  readonly untilMs: number;
}

type DemoMode = 'LINK' | 'PAPER' | 'TELEPHONE';
const WORDS = ['保安态度好', '电梯等候时间长', '希望增加儿童设施', '保洁及时', '停车位紧张', '维修师傅很专业'] as const;

/** What about half of the households answered, by link, on paper and a few on the telephone. @returns how many, by mode */
export function addAnswers(
  company: DemoCompany,
  estate: DemoEstate,
  round: RoundToAnswer,
): Readonly<Record<DemoMode, number>> {
  const { roundId, forms, questions, random, desk, liking, issuedMs, untilMs } = round;
  const given = { LINK: 0, PAPER: 0, TELEPHONE: 0 };
  for (const { id: formId, buildingId, occupancyId } of forms) {
    if (!random.chance(0.52)) continue;
    const mode = random.weighted<DemoMode>({ LINK: 68, PAPER: 26, TELEPHONE: 6 });
    const answeredMs = random.int(issuedMs + 3_600_000, untilMs - 60_000);
    const at = new Date(answeredMs).toISOString();
    const responseId = random.id(answeredMs);
    const placed = {
      ...{ company_id: company.id, round_id: roundId, estate_id: estate.id, building_id: buildingId },
      ...{ occupancy_id: occupancyId, mode, counts: true },
    };
    given[mode] += 1;
    company.rows.add('survey_response', {
      ...{ ...placed, id: responseId, form_id: formId, number: 1, valid: true, answered_at: at, recorded_at: at },
      entered_by_id: mode === 'LINK' ? null : desk,
    });
    for (const { key, kind, dimension } of questions) {
      const isSaid =
        kind === 'SCALE' ? dimension === 'SECURITY' || random.chance(0.93) : key === 'OTHER' && random.chance(0.2);
      if (!isSaid) continue;
      company.rows.add('survey_answer', {
        ...{ ...placed, id: random.id(answeredMs), response_id: responseId, question: key, dimension },
        level: kind === 'SCALE' ? levelOf(random, liking) : null,
        text: kind === 'TEXT' ? random.pick(WORDS) : null,
      });
    }
  }
  return given;
}

const levelOf = (random: Random, liking: number): string =>
  random.weighted({
    ...{ VERY_SATISFIED: Math.round(liking * 0.45), SATISFIED: Math.round(liking * 0.55), NEUTRAL: 18 },
    ...{ DISSATISFIED: 6, VERY_DISSATISFIED: 2 },
  });
