import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import pg from 'pg';
import { HOUSEHOLD_STATES, HOUSEHOLD_USES, OCCUPIED_STATES } from '../../dist/src/domain/place/household.js';
import { FRESH } from './operations.mjs';

/** The product, signed in as the world's member of staff. */
export async function productSide(child, database, world) {
  const { port } = await child.ask('start', { apiUrl: database.apiUrl });
  const token = await child.ask('token', world);
  const headers = { authorization: `Bearer ${token}` };
  return { name: 'product', child, port, headers, pathOf: () => '/graphql', bodyOf: ({ body }) => body };
}

/** The floor; it answers an operation once it has been taught. */
export async function floorSide(child, database) {
  const { port } = await child.ask('start', { apiUrl: database.apiUrl });
  return { name: 'floor', child, port, headers: {}, pathOf: (name) => `/${name}`, bodyOf: ({ body }) => body };
}

/** Whether the peers are installed. */
export const hasPeers = () => existsSync(new URL('../peers/node_modules/postgraphile', import.meta.url));

/** PostGraphile on the same database as the same role, with the settings that the product was seen to tell it. */
export async function postgraphileSide(child, database, settings) {
  await addHouseholdCounts(database);
  const { port } = await child.ask('start', { apiUrl: database.apiUrl, settings });
  return { name: 'postgraphile', child, port, headers: {}, pathOf: () => '/graphql', bodyOf: ({ peer }) => peer };
}

/** Households by estate as a computed column: what a schema made from tables needs to answer with them. */
async function addHouseholdCounts({ ownerUrl }) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const list = (values) => `'{${values.join(',')}}'::text[]`;
  await owner.query(`
    create type household_counts as (households int, occupied int);
    create function estate_household_counts(estate estate) returns household_counts language sql stable as $$
      select count(*)::int, (count(*) filter (where state = any(${list(OCCUPIED_STATES)})))::int
        from (select (select s.state from unit_state s
                       where s.company_id = u.company_id and s.unit_id = u.id
                         and s.from_day <= (now() at time zone estate.time_zone)::date
                       order by s.from_day desc limit 1) as state
                from unit u
               where u.company_id = estate.company_id and u.estate_id = estate.id
                 and u.use = any(${list(HOUSEHOLD_USES)})
              offset 0) as dated
       where state = any(${list(HOUSEHOLD_STATES)})
    $$;
    grant execute on function estate_household_counts(estate) to guanjia_api`);
  await owner.end();
}

/** One request; its answer must be a good one. */
export async function ask(side, name, operation) {
  const response = await fetch(`http://127.0.0.1:${side.port}${side.pathOf(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...side.headers },
    body: side.bodyOf(operation).replace(FRESH, side.keepsFresh ? FRESH : randomUUID()),
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(`${side.name}: ${JSON.stringify(answer.errors)}`);
  return answer;
}

/** What the product sends for one request: its transactions, and the answer that they made. */
export async function recordingOf(product, name, operation) {
  for (let i = 0; i < 4; i += 1) await ask(product, name, operation);
  const began = Date.now();
  await product.child.ask('record');
  const answer = await ask({ ...product, keepsFresh: true }, name, operation);
  const transactions = (await product.child.ask('recorded')).filter(operation.isOf);
  if (transactions.length === 0) throw new Error(`Nothing was recorded of ${name}.`);
  return { answer, transactions, freshIds: idsMadeSince(began, transactions) };
}

const UUID_V7 = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Ids that the request itself made: those whose time, which a UUID version 7 begins with, lies in it. */
function idsMadeSince(began, transactions) {
  const ids = JSON.stringify(transactions).match(UUID_V7) ?? [];
  return [...new Set(ids)].filter((id) => Number.parseInt(id.replace('-', '').slice(0, 12), 16) >= began);
}

/** Has the floor replay what the product was seen to send. */
export async function teach(floor, name, operation, { answer, transactions, freshIds }) {
  const recorded = { transactions, freshIds, shape: operation.shape, answer };
  await floor.child.ask('learn', { path: floor.pathOf(name), recorded });
  sameShape(name, answer, await ask(floor, name, operation));
}

/** Both must answer with as many fields in the same places, or the comparison says nothing. */
function sameShape(name, ours, theirs) {
  const shape = (value) =>
    JSON.stringify(value, (_, inner) => (inner === null || typeof inner === 'object' ? inner : typeof inner));
  if (shape(ours.data) !== shape(theirs.data))
    throw new Error(`${name}: product ${JSON.stringify(ours)}\nfloor ${JSON.stringify(theirs)}`);
}

/** A peer's answer must have the same ids, and as many values. */
export function sameContent(name, ours, theirs) {
  const contentOf = ({ data }) => {
    const leaves = [];
    JSON.stringify(data, (_, inner) => {
      if (inner === null || typeof inner !== 'object') leaves.push(inner);
      return inner;
    });
    const ids = leaves.filter((leaf) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(leaf));
    return JSON.stringify([leaves.length, ids.sort()]);
  };
  if (contentOf(ours) !== contentOf(theirs))
    throw new Error(`${name}: product ${JSON.stringify(ours)}\npeer ${JSON.stringify(theirs)}`);
}

/** The fence's settings among the statements of a transaction, by name. */
export function settingsOf(transactions) {
  const { values } = transactions.flat(2).find(({ text }) => text.includes('set_config'));
  return Object.fromEntries(values.flatMap((name, i) => (i % 2 === 0 ? [[name, values[i + 1]]] : [])));
}

/** Statements beyond begin, settings, head and commit. */
export const ownStatements = (transactions) =>
  transactions
    .flat(2)
    .filter(({ text }) => !/^(begin|commit)\b|set_config\(|last_recorded_at as "recordedAt"/.test(text));
