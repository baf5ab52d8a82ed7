import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startChild } from '../child.mjs';
import { openBenchDatabase } from '../database.mjs';
import { fillBooks } from '../books.mjs';
import { buildWorld, SIZE } from '../world.mjs';
import { deepPage, questionsOf } from './questions.mjs';

/** Rows that a plan may read from the start of a table to its end without harm: small tables stay small. */
const FEW_ROWS = 1_000;
/** Executions after which the server has chosen between a plan for the values and a plan once for all. */
const SETTLED_AFTER = 7;
/** Statements that a list may send beyond begin, settings, head and commit. */
const MOST_STATEMENTS = 6;
/** A list that takes longer than this, in milliseconds, is named. */
const SLOW_MS = 500;

/**
 * Asks the product for its lists, catches the statements, and explains each as the program's own role under the same
 * settings: at its first execution, and once the server has settled on a plan of the named statement. Prints every plan;
 * what reads a whole table, or far more than it keeps, is named again at the end.
 */
export async function runPlans(options) {
  const { values } = parseArgs({
    args: options,
    options: {
      estates: { type: 'string' },
      tickets: { type: 'string' },
      keep: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const size = { estates: Number(values.estates ?? SIZE.estates), tickets: Number(values.tickets ?? SIZE.tickets) };
  const database = await openBenchDatabase({ keptIn: values.keep });
  const product = startChild(new URL('../product.mjs', import.meta.url));
  const client = new pg.Client({ connectionString: database.apiUrl });
  try {
    const world = await worldOf(database, size, values.keep);
    const { port } = await product.ask('start', { apiUrl: database.apiUrl });
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await product.ask('token', world)}`,
    };
    const ask = async (query) => {
      const body = JSON.stringify({ query });
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
      return response.json();
    };
    const page = await ask('{ tickets(first: 100) { pageInfo { endCursor } } }');
    if (page.errors) throw new Error(page.errors[0].message);
    await client.connect();
    const findings = [];
    for (const [title, query] of [...questionsOf(world), deepPage(page.data.tickets.pageInfo.endCursor)]) {
      if (values.only && !title.includes(values.only)) continue;
      await product.ask('record');
      const since = performance.now();
      const answer = await ask(query);
      const took = performance.now() - since;
      const transactions = (await product.ask('recorded')).filter((waves) => isAskedBy(world, waves));
      const sent = statementsOf(transactions);
      console.log(`\n# ${title}: ${sent} statements, ${took.toFixed(0)} ms\n  ${query}`);
      if (sent > MOST_STATEMENTS) findings.push(`${title}: sends ${sent} statements`);
      if (answer.errors) findings.push(`${title}: ${answer.errors[0].message}`);
      else findings.push(...(await explainAll(client, title, transactions)));
    }
    console.log(findings.length === 0 ? '\nNo list reads a whole table.' : `\nFindings:\n${findings.join('\n')}`);
  } finally {
    await client.end().catch(() => undefined);
    await product.stop();
    await database.close();
  }
}

/** The world: a kept one as it was built, with its ids beside it. */
async function worldOf(database, size, keep) {
  if (keep === undefined) return buildWithBooks(database.superuserUrl, size);
  const ids = join(keep, 'bench-world.json');
  if (!database.found) await writeFile(ids, JSON.stringify(await buildWithBooks(database.superuserUrl, size)));
  return JSON.parse(await readFile(ids, 'utf8'));
}

async function buildWithBooks(superuserUrl, size) {
  const world = await buildWorld(superuserUrl, size);
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await fillBooks(client, world.companyId);
  await client.end();
  return world;
}

async function explainAll(client, title, transactions) {
  const findings = [];
  for (const waves of transactions) {
    const statements = waves.flat();
    const settings = statements.find(({ text }) => text.includes('set_config'));
    if (settings === undefined) continue;
    await client.query('begin isolation level repeatable read read only');
    await client.query("set local statement_timeout = '60s'; set local transaction_timeout = 0");
    await client.query(settings.text, settings.values);
    for (const statement of statements.filter(isList)) findings.push(...(await explain(client, title, statement)));
    await client.query('rollback');
  }
  return findings;
}

/** Reads of tables, other than the head that every moment reads. */
const isList = ({ text }) => /^\s*(select|with)\b/i.test(text) && !/set_config|from company_head/.test(text);

/** What the client's own request reads: workers look after their own affairs meanwhile. */
const isAskedBy = ({ accountId }, waves) =>
  /repeatable read/i.test(waves[0][0].text) &&
  waves.flat().some(({ text, values }) => text.includes('set_config') && JSON.stringify(values).includes(accountId));

const statementsOf = (transactions) => transactions.flat(2).filter(isList).length;

async function explain(client, title, { text, values }) {
  const findings = [];
  const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
  await client.query(`prepare looked_at as ${text}`);
  for (let execution = 1; execution <= SETTLED_AFTER; execution += 1) {
    const { rows } = await client.query(`explain (analyze, buffers, format json) execute looked_at${given}`);
    if (execution > 1 && execution < SETTLED_AFTER) continue;
    const plan = rows[0]['QUERY PLAN'][0];
    const when = execution === 1 ? 'first execution' : 'settled';
    console.log(
      `  ${when}: ${plan['Execution Time'].toFixed(2)} ms, planned in ${plan['Planning Time'].toFixed(2)} ms`,
    );
    if (plan['Execution Time'] > SLOW_MS) findings.push(`${title}, ${when}: ${plan['Execution Time'].toFixed(0)} ms`);
    print(plan.Plan, 2, (node) => findings.push(...complaintsAbout(node).map((text) => `${title}, ${when}: ${text}`)));
  }
  await client.query('deallocate looked_at');
  return findings;
}

function complaintsAbout(node) {
  if (!node['Relation Name']) return [];
  const kept = node['Actual Rows'] * node['Actual Loops'];
  const removed = (node['Rows Removed by Filter'] ?? 0) * node['Actual Loops'];
  if (node['Node Type'] === 'Seq Scan' && kept + removed > FEW_ROWS)
    return [`reads the whole of ${node['Relation Name']}, ${kept + removed} rows`];
  if (removed > FEW_ROWS)
    return [`${node['Index Name'] ?? node['Relation Name']} reads ${kept + removed} rows to keep ${kept}`];
  return [];
}

const literal = (value) => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(String(one))).join(',')}}`);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  return typeof value === 'number' ? String(value) : pg.escapeLiteral(String(value));
};

/** Prints a plan without the look-ups of the fence's settings, which are made once a statement. */
function print(node, depth, visit) {
  if (node['Parent Relationship'] === 'InitPlan' && node['Node Type'] === 'Result') return;
  const where = node['Index Name'] ?? node['Relation Name'] ?? '';
  const blocks = node['Shared Hit Blocks'] + node['Shared Read Blocks'];
  const removed = node['Rows Removed by Filter'] ? `, ${node['Rows Removed by Filter']} removed` : '';
  console.log(
    `${'  '.repeat(depth)}${node['Node Type']} ${where} · ${node['Actual Rows']} rows × ${node['Actual Loops']}${removed} · ${blocks} blocks`,
  );
  visit(node);
  for (const child of node.Plans ?? []) print(child, depth + 1, visit);
}
