import pg from 'pg';
import { questionsOf } from '../../dist/src/domain/survey/questionnaire.js';
import { dropIndexes, buildCompany } from '../world.mjs';
import { hireMore } from '../people.mjs';

const HOMES_AN_ESTATE = 500;
const TICKETS = 2_000;
const LEVELS = ['very_satisfied', 'satisfied', 'neutral', 'dissatisfied', 'very_dissatisfied'];
const TABLES = ['survey_form', 'survey_response', 'survey_answer', 'survey_comment'];

/**
 * Builds a company whose every household has answered every one of some rounds: closed, and not yet analysed. Answers are
 * by link, on paper and on the telephone; one in five says something in words. One more round is of a single estate.
 * @returns {companyId, accountId, smallId, roundIds}
 */
export async function buildSurveys(superuserUrl, { responses, rounds }) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    const { companyId } = await buildCompany(client, 'bench', Math.ceil(responses / HOMES_AN_ESTATE), TICKETS);
    const [accountId] = await hireMore(client, companyId, 1, ['QUALITY_OFFICER']);
    const indexes = [];
    for (const table of TABLES) indexes.push(...(await dropIndexes(client, table)));
    await client.query('set session_replication_role = replica');
    const { rows } = await client.query(
      `insert into questionnaire (company_id, id, code, number, title, questions, created_at, created_by_id)
       select $1, uuidv7(), 'STANDARD', 1, '业户意见调查表', $2, now(), uuidv7() returning id`,
      [companyId, JSON.stringify(questionsOf([]))],
    );
    const answered = (n, estateId) => answerRound(client, { companyId, questionnaireId: rows[0].id, n, estateId });
    const { rows: estates } = await client.query('select id from estate where company_id = $1 limit 1', [companyId]);
    const smallId = await answered(0, estates[0].id);
    const roundIds = [];
    for (let n = 1; n <= rounds; n += 1) roundIds.push(await answered(n, null));
    await client.query('reset session_replication_role');
    await client.query(`set maintenance_work_mem = '512MB'`);
    for (const index of indexes) await client.query(index);
    await client.query('vacuum analyze');
    await client.query('checkpoint');
    return { companyId, accountId, smallId, roundIds };
  } finally {
    await client.end();
  }
}

/** One round over an estate, or over all, that every household, or a share of them, has answered. @returns its id */
export async function answerRound(client, { companyId, questionnaireId, n, estateId, percent = 100 }) {
  const { rows } = await client.query(
    `insert into survey_round (company_id, id, name, questionnaire_id, stage, period_from, period_until, sample_percent, satisfied_steps, seed,
                               issue_by, issued_at, closes_at, collected_at, planned_by_id, version)
     select $1, uuidv7(), 'Round ' || $3::int, $2, 'COLLECTED', date '2024-01-01' + $3::int * interval '6 months',
            date '2024-07-01' + $3::int * interval '6 months', $4::int, 2, 'bench', current_date, now() - interval '20 days',
            now() - interval '1 day', now() - interval '1 day', uuidv7(), 3
     returning id`,
    [companyId, questionnaireId, n, percent],
  );
  const roundId = rows[0].id;
  await client.query(
    `insert into survey_form (company_id, id, round_id, estate_id, building_id, unit_id, occupancy_id, issued_at, version)
     select $1, uuidv7(), $2, u.estate_id, u.building_id, u.id, o.id, now() - interval '20 days', 1
       from unit u join occupancy o on o.company_id = u.company_id and o.unit_id = u.id
      where u.company_id = $1 and ($3::uuid is null or u.estate_id = $3) and abs(hashtext(o.id::text || $2::uuid::text)) % 100 < $4::int`,
    [companyId, roundId, estateId, percent],
  );
  for (const text of [
    `insert into survey_response (company_id, id, round_id, estate_id, building_id, form_id, occupancy_id, mode, number, counts, valid,
                                  answered_at, recorded_at)
     select f.company_id, uuidv7(), f.round_id, f.estate_id, f.building_id, f.id, f.occupancy_id,
            (array['LINK', 'LINK', 'LINK', 'LINK', 'LINK', 'LINK', 'PAPER', 'PAPER', 'PAPER', 'TELEPHONE'])[1 + abs(hashtext(f.id::text)) % 10],
            1, true, true, now() - interval '10 days', now() - interval '10 days'
       from survey_form f where f.company_id = $1 and f.round_id = $2`,
    `insert into survey_answer (company_id, id, response_id, round_id, estate_id, building_id, occupancy_id, mode, question, dimension, level, text, counts)
     select p.company_id, uuidv7(), p.id, p.round_id, p.estate_id, p.building_id, p.occupancy_id, p.mode, q.key, q.dimension,
            case when q.kind = 'SCALE' then (array['VERY_SATISFIED', 'VERY_SATISFIED', 'SATISFIED', 'SATISFIED', 'SATISFIED', 'SATISFIED',
                                                   'NEUTRAL', 'NEUTRAL', 'DISSATISFIED', 'VERY_DISSATISFIED'])[1 + abs(hashtext(p.id::text || q.key)) % 10] end,
            case when q.kind = 'TEXT' then (array['电梯等候时间长', '保洁及时', '希望增加儿童设施，电话13800001234', '停车位紧张'])[1 + abs(hashtext(p.id::text)) % 4] end, true
       from survey_response p
       join questionnaire s on s.company_id = p.company_id
      cross join lateral jsonb_to_recordset(s.questions) as q(key text, kind text, dimension text)
      where p.company_id = $1 and p.round_id = $2
        and (q.kind = 'SCALE' or q.key = 'OTHER' and abs(hashtext(p.id::text || 'word')) % 5 = 0)`,
    `insert into survey_tally (company_id, round_id, estate_id, building_id, mode, question, ${LEVELS.join(', ')})
     select company_id, round_id, estate_id, building_id, mode, question,
            ${LEVELS.map((level) => `count(*) filter (where level = '${level.toUpperCase()}')`).join(', ')}
       from survey_answer where company_id = $1 and round_id = $2 and level is not null group by 1, 2, 3, 4, 5, 6`,
    `insert into survey_comment (company_id, id, round_id, estate_id, answer_id, question, text, is_open)
     select a.company_id, gen_random_uuid(), a.round_id, a.estate_id, a.id, a.question, regexp_replace(a.text, '\\d{6,}', '***'), false
       from survey_answer a where a.company_id = $1 and a.round_id = $2 and a.text is not null`,
    `insert into survey_estate (company_id, id, round_id, estate_id, households, issued, undeliverable, by_link, by_app, by_paper, by_telephone,
                                by_import, blank, replaced, version)
     select p.company_id, uuidv7(), p.round_id, p.estate_id, count(*), count(*), 0, count(*) filter (where mode = 'LINK'), 0,
            count(*) filter (where mode = 'PAPER'), count(*) filter (where mode = 'TELEPHONE'), 0, 0, 0, 1
       from survey_response p where p.company_id = $1 and p.round_id = $2 group by 1, 3, 4`,
  ])
    await client.query(text, [companyId, roundId]);
  return roundId;
}
