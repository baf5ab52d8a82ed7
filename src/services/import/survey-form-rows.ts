import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { SurveyQuestion } from '../../domain/survey/questionnaire.js';
import type { SurveyMode } from '../../domain/survey/survey-mode.js';
import type { SurveyStage } from '../../domain/survey/survey-stage.js';

/** A form with what says whether it takes an answer, and with the answer that counts so far. */
export interface FormToAnswer {
  readonly id: string;
  readonly roundId: string;
  readonly roundName: string;
  readonly estateId: string;
  readonly buildingId: string;
  readonly unitId: string;
  readonly occupancyId: string | null;
  readonly undeliverable: boolean;
  /** Whoever lived there was erased: nothing is written about them again. @rule R-ARC-08 */
  readonly erased: boolean;
  readonly stage: SurveyStage;
  readonly issuedAt: Date | null;
  readonly closesAt: Date;
  readonly questions: readonly SurveyQuestion[];
  /** How many answers of the household are kept. */
  readonly answers: number;
  readonly last: CountingResponse | null;
}

/** The answer of a household that counts. */
export interface CountingResponse {
  readonly id: string;
  readonly mode: SurveyMode;
  readonly valid: boolean;
  readonly answeredAt: Date;
}

/** A household in a round by its name. */
export interface WantedForm {
  readonly estateId: string;
  readonly unitId: string;
  readonly round: string;
}

const ROUNDS = `
select s.estate_id as "estateId", r.id as "roundId", r.name
  from jsonb_to_recordset(?::jsonb) as w("estateId" uuid, round text)
  join survey_estate s on s.company_id = ? and s.estate_id = w."estateId"
  join survey_round r on r.company_id = s.company_id and r.id = s.round_id and r.name = w.round
 order by r.id
   for share of r`;

/** The rounds of these names on their estates, which do not move on meanwhile: `estate/name` to ids. */
export async function roundsNamed(
  em: SqlEntityManager,
  companyId: string,
  wanted: readonly WantedForm[],
): Promise<Map<string, string[]>> {
  const pairs = new Map(wanted.map(({ estateId, round }) => [`${estateId}/${round}`, { estateId, round }]));
  type Row = { readonly estateId: string; readonly roundId: string; readonly name: string };
  const rows = await em.execute<Row[]>(ROUNDS, [JSON.stringify([...pairs.values()]), companyId]);
  const found = new Map<string, string[]>();
  for (const { estateId, roundId, name } of rows) {
    const key = `${estateId}/${name}`;
    found.set(key, [...(found.get(key) ?? []), roundId]);
  }
  return found;
}

const LOCK = `
select f.id from survey_form f
  join jsonb_to_recordset(?::jsonb) as w("roundId" uuid, "unitId" uuid) on f.round_id = w."roundId" and f.unit_id = w."unitId"
 where f.company_id = ?
 order by f.id
   for update of f`;
const FORMS = `
select f.id, f.round_id as "roundId", r.name as "roundName", f.estate_id as "estateId", f.building_id as "buildingId",
       f.unit_id as "unitId", f.occupancy_id as "occupancyId", f.undeliverable is not null as undeliverable,
       c.erased_at is not null as erased, r.stage, r.issued_at as "issuedAt", r.closes_at as "closesAt", q.questions,
       (select count(*)::int from survey_response p where p.company_id = f.company_id and p.form_id = f.id) as answers,
       (select json_build_object('id', p.id, 'mode', p.mode, 'valid', p.valid, 'answeredAt', p.answered_at)
          from survey_response p where p.company_id = f.company_id and p.form_id = f.id and p.counts) as last
  from survey_form f
  join survey_round r on r.company_id = f.company_id and r.id = f.round_id
  join questionnaire q on q.company_id = r.company_id and q.id = r.questionnaire_id
  left join occupancy o on o.company_id = f.company_id and o.id = f.occupancy_id
  left join customer c on c.company_id = o.company_id and c.id = o.customer_id
 where f.company_id = ? and f.id in (select w::uuid from jsonb_array_elements_text(?::jsonb) as w)`;

/** The forms of households in rounds, locked; by round and unit. */
export async function formsOf(
  em: SqlEntityManager,
  companyId: string,
  wanted: readonly { readonly roundId: string; readonly unitId: string }[],
): Promise<Map<string, FormToAnswer>> {
  if (wanted.length === 0) return new Map();
  const locked = await em.execute<{ id: string }[]>(LOCK, [JSON.stringify(wanted), companyId]);
  type Row = Omit<FormToAnswer, 'issuedAt' | 'closesAt' | 'last'> & {
    readonly issuedAt: string | Date | null;
    readonly closesAt: string | Date;
    readonly last: (Omit<CountingResponse, 'answeredAt'> & { readonly answeredAt: string }) | null;
  };
  const rows = await em.execute<Row[]>(FORMS, [companyId, JSON.stringify(locked.map(({ id }) => id))]);
  return new Map(
    rows.map((row) => [
      `${row.roundId}/${row.unitId}`,
      {
        ...row,
        issuedAt: row.issuedAt === null ? null : new Date(row.issuedAt),
        closesAt: new Date(row.closesAt),
        last: row.last && { ...row.last, answeredAt: new Date(row.last.answeredAt) },
      },
    ]),
  );
}
