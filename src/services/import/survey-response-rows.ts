import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PlacedAnswer } from '../../domain/survey/survey-answer.js';
import { bucketOf, type SurveyBucket } from '../../domain/survey/survey-counts.js';
import { newId } from '../../entities/new-id.js';
import type { CountingResponse, FormToAnswer } from './survey-form-rows.js';

/** A form that came back, as it is to be kept. */
export interface ResponseToWrite {
  readonly id: string;
  readonly form: FormToAnswer;
  readonly number: number;
  readonly counts: boolean;
  readonly valid: boolean;
  readonly answeredAt: Date;
  readonly answers: readonly PlacedAnswer[];
  /** What counted of the household until then. */
  readonly before: CountingResponse | null;
}

/** Whoever answers locks the counts of the estate before its answers: so does the import. */
const LOCK = `
select s.id from survey_estate s
  join jsonb_to_recordset(?::jsonb) as w("roundId" uuid, "estateId" uuid) on s.round_id = w."roundId" and s.estate_id = w."estateId"
 where s.company_id = ?
 order by s.id
   for update of s`;
const ASIDE = `
update survey_response set counts = false
 where company_id = ? and id in (select w::uuid from jsonb_array_elements_text(?::jsonb) as w)`;
const ANSWERS_ASIDE = `
update survey_answer set counts = false
 where company_id = ? and response_id in (select w::uuid from jsonb_array_elements_text(?::jsonb) as w)`;
const RESPONSES = `
insert into survey_response (company_id, id, round_id, estate_id, building_id, form_id, occupancy_id, mode, number, counts, valid,
                             answered_at, recorded_at, entered_by_id)
select ?, w.id, f.round_id, f.estate_id, f.building_id, f.id, f.occupancy_id, 'IMPORT', w.number, w.counts, w.valid,
       w."answeredAt", ?::timestamptz, null
  from jsonb_to_recordset(?::jsonb) as w(id uuid, "formId" uuid, number int, counts boolean, valid boolean, "answeredAt" timestamptz)
  join survey_form f on f.company_id = ? and f.id = w."formId"`;
const ANSWERS = `
insert into survey_answer (company_id, id, response_id, round_id, estate_id, building_id, occupancy_id, mode, question, dimension,
                           level, text, counts)
select ?, w.id, p.id, p.round_id, p.estate_id, p.building_id, p.occupancy_id, p.mode, w.question, w.dimension, w.level, w.text, p.counts
  from jsonb_to_recordset(?::jsonb) as w(id uuid, "responseId" uuid, question text, dimension text, level text, text text)
  join survey_response p on p.company_id = ? and p.id = w."responseId"`;
const REACHED = `
update survey_form set undeliverable = null, version = version + 1
 where company_id = ? and undeliverable is not null and id in (select w::uuid from jsonb_array_elements_text(?::jsonb) as w)`;

/** Keeps forms that came back: of a household the last one counts, what counted before is put aside. @rule R-SAT-02 @rule D-29 */
export async function insertResponses(
  em: SqlEntityManager,
  companyId: string,
  responses: readonly ResponseToWrite[],
  now: Date,
): Promise<void> {
  if (responses.length === 0) return;
  const places = new Map(
    responses.map(({ form: { roundId, estateId } }) => [`${roundId}/${estateId}`, { roundId, estateId }]),
  );
  await em.execute(LOCK, [JSON.stringify([...places.values()]), companyId]);
  const own = new Set(responses.map(({ id }) => id));
  const lastOf = new Map(responses.filter(({ counts }) => counts).map(({ form, id }) => [form.id, id]));
  const aside = responses.flatMap(({ counts, before }) => (counts && before && !own.has(before.id) ? [before.id] : []));
  await em.execute(ASIDE, [companyId, JSON.stringify(aside)]);
  await em.execute(ANSWERS_ASIDE, [companyId, JSON.stringify(aside)]);
  const rows = responses.map(({ id, form, number, valid, answeredAt }) => {
    return { id, formId: form.id, number, valid, answeredAt, counts: lastOf.get(form.id) === id };
  });
  await em.execute(RESPONSES, [companyId, now.toISOString(), JSON.stringify(rows), companyId]);
  const answers = responses.flatMap(({ id: responseId, answers: given }) =>
    given.map(({ question: { key: question, dimension }, level, text }) => {
      return { id: newId(), responseId, question, dimension, level, text };
    }),
  );
  await em.execute(ANSWERS, [companyId, JSON.stringify(answers), companyId]);
  const reached = [...new Set(responses.map(({ form }) => form.id))];
  await em.execute(REACHED, [companyId, JSON.stringify(reached)]);
}

const BUCKETS: Readonly<Record<SurveyBucket, string>> = {
  ...{ byLink: 'by_link', byApp: 'by_app', byPaper: 'by_paper', byTelephone: 'by_telephone' },
  ...{ byImport: 'by_import', blank: 'blank' },
};
const COLUMNS = [...Object.values(BUCKETS), 'replaced', 'undeliverable'];
const COUNT = `
update survey_estate s set version = s.version + 1, ${COLUMNS.map((column) => `${column} = s.${column} + w.${column}`).join(', ')}
  from jsonb_to_recordset(?::jsonb) as w(round_id uuid, estate_id uuid, ${COLUMNS.map((column) => `${column} int`).join(', ')})
 where s.company_id = ? and s.round_id = w.round_id and s.estate_id = w.estate_id
returning s.id, s.round_id as "roundId", s.estate_id as "estateId", s.version, s.issued, s.undeliverable,
          s.by_link + s.by_app + s.by_paper + s.by_import as returned, s.by_telephone as "byTelephone"`;

/** A round on an estate after answers were counted: how many, never who. @rule D-29 */
export interface CountedEstate {
  readonly id: string;
  readonly roundId: string;
  readonly estateId: string;
  readonly version: number;
  readonly issued: number;
  readonly undeliverable: number;
  readonly returned: number;
  readonly byTelephone: number;
}

/** Counts forms that came back on the estates of their rounds. @rule D-29 */
export async function countResponses(
  em: SqlEntityManager,
  companyId: string,
  responses: readonly ResponseToWrite[],
): Promise<CountedEstate[]> {
  const deltas = new Map<string, Record<string, number | string>>();
  const reached = new Set<string>();
  for (const { form, counts, valid, before } of responses) {
    const key = `${form.roundId}/${form.estateId}`;
    const zero = Object.fromEntries(COLUMNS.map((column) => [column, 0]));
    const delta = deltas.get(key) ?? { round_id: form.roundId, estate_id: form.estateId, ...zero };
    const add = (column: string, n: number): void => void (delta[column] = Number(delta[column]) + n);
    if (counts) {
      add(BUCKETS[bucketOf('IMPORT', valid)], 1);
      if (before) add(BUCKETS[bucketOf(before.mode, before.valid)], -1);
    }
    if (before) add('replaced', 1);
    if (form.undeliverable && !reached.has(form.id)) add('undeliverable', -1);
    reached.add(form.id);
    deltas.set(key, delta);
  }
  if (deltas.size === 0) return [];
  return em.execute<CountedEstate[]>(COUNT, [JSON.stringify([...deltas.values()]), companyId]);
}
