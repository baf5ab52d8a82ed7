import { parseArgs } from 'node:util';
import pg from 'pg';
import { startChild } from '../child.mjs';
import { openBenchDatabase } from '../database.mjs';
import { buildSurveys } from './world.mjs';

const RESPONSES = 100_000;
const ROUNDS = 3;
/** What the analysis of a round may take, in milliseconds. */
const AIM_MS = 2_000;
/** Rows that a plan may read from the start of a table to its end without harm. */
const FEW_ROWS = 5_000;

/**
 * Analyses rounds of so many responses over the product's API, one after the other, beside as many of other rounds; asks
 * for their figures; and explains what the analysis sends, under the same settings. A round of one estate goes before, so that
 * the node is one that has served before.
 */
export async function runSurveyBench(options) {
  const { values } = parseArgs({ args: options, options: { responses: { type: 'string' } } });
  const started = performance.now();
  const say = (text) => console.log(`${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${text}`);
  const responses = Number(values.responses ?? RESPONSES);
  const database = await openBenchDatabase();
  const product = startChild(new URL('../product.mjs', import.meta.url));
  const client = new pg.Client({ connectionString: database.apiUrl });
  try {
    const world = await buildSurveys(database.superuserUrl, { responses, rounds: ROUNDS });
    say(`${ROUNDS} rounds of ${responses.toLocaleString('en')} responses stand`);
    const { port } = await product.ask('start', { apiUrl: database.apiUrl });
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await product.ask('token', world)}`,
    };
    const ask = async (query, variables) => {
      const since = performance.now();
      const body = JSON.stringify({ query, variables });
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
      const { data, errors } = await response.json();
      if (errors) throw new Error(`${errors[0].message} ${JSON.stringify(errors[0].extensions)}`);
      return { data, ms: performance.now() - since };
    };
    const analyse = `mutation ($id: ID!) { analyseSurvey(input: { roundId: $id, findings: "良好" }) { round { stage } } }`;
    const { ms: first } = await ask(analyse, { id: world.smallId });
    say(`a round of one estate is analysed by a process just started, in ${first.toFixed(0)} ms`);
    const took = [];
    let transactions = [];
    for (const id of world.roundIds) {
      await product.ask('record');
      const { ms } = await ask(analyse, { id });
      transactions = await product.ask('recorded');
      took.push(ms);
      say(`a round is analysed in ${ms.toFixed(0)} ms`);
    }
    const [roundId] = world.roundIds.slice(-1);
    for (const [title, query] of QUESTIONS) {
      const times = [];
      for (let i = 0; i < 5; i += 1) times.push((await ask(query, { id: roundId })).ms);
      say(`${title}: ${times.toSorted((a, b) => a - b)[2].toFixed(0)} ms`);
    }
    await client.connect();
    const findings = await explainAnalysis(client, transactions);
    const worst = Math.max(...took);
    if (worst > AIM_MS) findings.push(`a round took ${worst.toFixed(0)} ms, more than ${AIM_MS}`);
    console.log(findings.length === 0 ? '\nEvery table is read by an index.' : `\nFindings:\n${findings.join('\n')}`);
    if (findings.length > 0) process.exitCode = 1;
  } finally {
    await client.end().catch(() => undefined);
    await product.stop();
    await database.close();
  }
}

const QUESTIONS = [
  [
    'figures of all estates, with the round before',
    `query ($id: ID!) { satisfaction(filter: { roundId: $id, sources: [SURVEY] }, by: ESTATE) { question rate { percent } change } }`,
  ],
  [
    'one dimension of all buildings',
    `query ($id: ID!) { satisfaction(filter: { roundId: $id, sources: [SURVEY], dimensions: [CLEANING] }, by: BUILDING) { rate { percent } } }`,
  ],
  [
    'a page of comments with a word, counted',
    `query ($id: ID!) { surveyComments(filter: { roundId: $id, text: "电梯" }, first: 50) { nodes { text } totalCount } }`,
  ],
];

/** Explains what the transaction of an analysis asked and wrote of survey tables, under its own settings, and takes it back. */
async function explainAnalysis(client, transactions) {
  const findings = [];
  const sent = transactions
    .find((waves) => waves.flat().some(({ text }) => text.includes('from survey_tally')))
    ?.flat();
  await client.query('begin');
  await client.query("set local statement_timeout = '60s'; set local transaction_timeout = 0");
  const written = new Set();
  for (const { text, values } of sent ?? []) {
    if (text.includes('set_config')) await client.query(text, values);
    const [, table] = /^\s*insert into (survey_result)/.exec(text) ?? [];
    if (table && !written.has(table))
      await client.query(`delete from ${table} where company_id = $1 and round_id = $2`, values.slice(0, 2));
    written.add(table);
    if (
      !/^\s*(select|insert into survey_result|update survey_comment)/i.test(text) ||
      !/survey_(tally|comment|result)|steward_building/.test(text)
    )
      continue;
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, values);
    const [{ Plan: plan, 'Execution Time': ms }] = rows[0]['QUERY PLAN'];
    console.log(`\n${text.trim().split('\n').slice(0, 2).join(' ').slice(0, 120)} …: ${ms.toFixed(0)} ms`);
    print(plan, 1, findings);
  }
  await client.query('rollback');
  if (!sent) findings.push('no analysis was recorded');
  return findings;
}

/** Prints a plan without the look-ups of the fence's settings, and says what reads a whole table. */
function print(node, depth, findings) {
  if (node['Parent Relationship'] === 'InitPlan' && node['Node Type'] === 'Result') return;
  const where = node['Index Name'] ?? node['Relation Name'] ?? '';
  const blocks = node['Shared Hit Blocks'] + node['Shared Read Blocks'];
  console.log(
    `${'  '.repeat(depth)}${node['Node Type']} ${where} · ${node['Actual Rows']} rows × ${node['Actual Loops']} · ${blocks} blocks`,
  );
  const read = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  if (node['Node Type'] === 'Seq Scan' && read > FEW_ROWS) findings.push(`${where} is read as a whole: ${read} rows`);
  for (const child of node.Plans ?? []) print(child, depth + 1, findings);
}
