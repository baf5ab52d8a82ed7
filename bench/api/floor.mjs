/**
 * The floor as a process of its own: what a hand-written server would do for one operation and nothing else. Bare
 * `node:http` and `pg` replay the statements that the product was seen to send, in the same transactions and waves, on
 * a pool of the same size, pipelined and gathered into one write a wave alike; every statement is named and has its values
 * as parameters. No GraphQL, no token, no validation, no masks.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { v7 } from 'uuid';
import { serve } from '../child.mjs';
import { FRESH } from './operations.mjs';
import { SHAPES } from './shapes.mjs';

const POOL_SIZE = 12;
let pool;
let server;
const operations = new Map();

serve(
  {
    start: async ({ apiUrl }) => {
      pool = new pg.Pool({ connectionString: apiUrl, max: POOL_SIZE, pipeline: true, keepAlive: true });
      server = createServer((request, response) => {
        const body = [];
        request.on('data', (chunk) => body.push(chunk));
        request.on('end', () => void answer(request.url, Buffer.concat(body), response));
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      return { port: server.address().port };
    },
    /** From now on this path answers like the recorded operation: {transactions, freshIds, shape, answer}. */
    learn: async ({ path, recorded }) => void operations.set(path, await prepared(recorded)),
    cpu: () => process.cpuUsage(),
  },
  async () => {
    server?.close();
    server?.closeAllConnections();
    await pool?.end();
  },
);

async function answer(path, body, response) {
  try {
    const { variables } = JSON.parse(body.toString());
    const operation = operations.get(path);
    const fresh = new Map(operation.freshIds.map((id) => [id, v7()])).set(FRESH, variables?.input?.commandId);
    const text = JSON.stringify(SHAPES[operation.shape](await replay(operation, fresh), operation.answer));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  } catch (error) {
    console.error(error);
    response.writeHead(500, { 'content-length': 0 });
    response.end();
  }
}

/** Statements with names and parameters, and values that are told where fresh ids go. */
async function prepared({ transactions, freshIds, shape, answer }) {
  const statement = async (sent) => {
    const { text, values } = sent.values.length > 0 ? sent : await withParameters(sent.text);
    const named = values.length > 0 && `f_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
    return {
      ...(named ? { name: named } : {}),
      text,
      valuesFor: values.map((value) => withFreshIds(value, [...freshIds, FRESH])),
      table: tableOf(text),
    };
  };
  const all = (parts, work) => Promise.all(parts.map(work));
  return {
    shape,
    answer,
    freshIds,
    transactions: await all(transactions, (waves) => all(waves, (wave) => all(wave, statement))),
  };
}

const UNTYPED = /could not determine data type of parameter \$(\d+)/;

/**
 * A statement that was sent with its values written into the text, as somebody would prepare it by hand: values become
 * parameters, but for those whose type the server can only tell from the text.
 */
async function withParameters(sql) {
  const written = new Set();
  for (;;) {
    const values = [];
    const places = [];
    let place = 0;
    const text = sql.replace(/"[^"]*"|'(?:[^']|'')*'/g, (token) => {
      if (token.startsWith('"')) return token;
      place += 1;
      if (written.has(place)) return token;
      places.push(place);
      values.push(token.slice(1, -1).replaceAll("''", "'"));
      return `$${values.length}`;
    });
    const refusal = values.length > 0 ? await refusalOf(text) : null;
    if (refusal === null) return { text, values };
    const untyped = UNTYPED.exec(refusal.message);
    if (untyped === null) throw refusal;
    written.add(places[Number(untyped[1]) - 1]);
  }
}

async function refusalOf(text) {
  const client = await pool.connect();
  try {
    await client.query(`prepare tried as ${text}`);
    await client.query('deallocate tried');
    return null;
  } catch (error) {
    return error;
  } finally {
    client.release();
  }
}

/** A value for each request: what the recorded request made for itself is another thing in the next one. */
function withFreshIds(value, ids) {
  if (Array.isArray(value)) {
    const parts = value.map((one) => withFreshIds(one, ids));
    return (fresh) => parts.map((part) => part(fresh));
  }
  if (typeof value !== 'string') return () => value;
  const found = ids.filter((id) => value.includes(id));
  return (fresh) => found.reduce((text, id) => text.replaceAll(id, fresh.get(id)), value);
}

const tableOf = (text) => /^\s*select[\s\S]*?\sfrom "?(\w+)"?/i.exec(text)?.[1] ?? null;

/** @returns rows of the last read of each table, by table */
async function replay({ transactions }, fresh) {
  const rows = {};
  for (const waves of transactions) {
    const client = await pool.connect();
    const { stream } = client.connection;
    for (const wave of waves) {
      stream.cork();
      const sent = wave.map(({ name, text, valuesFor }) =>
        client.query({ name, text, values: valuesFor.map((valueFor) => valueFor(fresh)) }),
      );
      stream.uncork();
      if (wave === waves.at(-1) && isReading(waves)) {
        void Promise.all(sent).then(() => client.release());
        continue;
      }
      const results = await Promise.all(sent);
      wave.forEach(({ table }, i) => {
        if (table !== null) rows[table] = results[i].rows;
      });
    }
    if (!isReading(waves)) client.release();
  }
  return rows;
}

/** A read moment does not await its commit. */
const isReading = (waves) => /read only/i.test(waves[0][0].text);
