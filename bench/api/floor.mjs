/**
 * The floor as a process of its own: what a hand-written server would do for one operation and nothing else. Bare
 * `node:http` and `pg` replay the statements that the product was seen to send, in the same transactions and waves, on
 * a pool of the same size and pipelined alike; every statement is named and has its values as parameters. No GraphQL, no
 * token, no validation, no masks.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { v7 } from 'uuid';
import { serve } from '../child.mjs';

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
    /** From now on this path answers like the recorded operation: {transactions, freshId, shape}. */
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
    JSON.parse(body.toString());
    const operation = operations.get(path);
    const text = JSON.stringify(SHAPES[operation.shape](await replay(operation)));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  } catch (error) {
    console.error(error);
    response.writeHead(500, { 'content-length': 0 });
    response.end();
  }
}

/** Statements with names and parameters, and values that are told where a fresh id goes. */
async function prepared({ transactions, freshId, shape }) {
  const statement = async (sent) => {
    const { text, values } = sent.values.length > 0 ? sent : await withParameters(sent.text);
    const named = values.length > 0 && `f_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
    return {
      ...(named ? { name: named } : {}),
      text,
      valuesFor: values.map((value) => withFreshId(value, freshId)),
      table: tableOf(text),
    };
  };
  const all = (parts, work) => Promise.all(parts.map(work));
  return { shape, transactions: await all(transactions, (waves) => all(waves, (wave) => all(wave, statement))) };
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

function withFreshId(value, id) {
  if (id !== null && value === id) return (fresh) => fresh;
  if (id !== null && typeof value === 'string' && value.includes(id)) return (fresh) => value.replaceAll(id, fresh);
  if (id !== null && Array.isArray(value) && value.includes(id))
    return (fresh) => value.map((one) => (one === id ? fresh : one));
  return () => value;
}

const tableOf = (text) => /^select[\s\S]*?\sfrom "?(\w+)"?/i.exec(text)?.[1] ?? null;

/** @returns rows of the last read of each table, by table */
async function replay({ transactions }) {
  const rows = {};
  const fresh = v7();
  for (const waves of transactions) {
    const client = await pool.connect();
    for (const wave of waves) {
      const sent = wave.map(({ name, text, valuesFor }) =>
        client.query({ name, text, values: valuesFor.map((valueFor) => valueFor(fresh)) }),
      );
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

const cursorOf = ([head]) => Buffer.from(`${head.epoch}.${head.seq}`).toString('base64url');

/** From rows to the same JSON as the product's. */
const SHAPES = {
  page: ({ ticket, unit, customer, company_head: head }) => {
    const units = new Map(unit.map((row) => [row.id, row]));
    const customers = new Map(customer.map((row) => [row.id, row]));
    const nodes = ticket.slice(0, 20).map((row) => {
      const home = units.get(row.unitId);
      const who = customers.get(row.customerId);
      return {
        id: row.id,
        number: row.number,
        phase: row.phase,
        subject: row.subject,
        reportedAt: row.reportedAt,
        unit: { id: home.id, code: home.code },
        customer: { id: who.id, name: who.name },
      };
    });
    return { data: { tickets: { nodes } }, extensions: { cursor: cursorOf(head) } };
  },
  report: ({ ticket: [{ id, number, stage, version }], company_head: head }) => ({
    data: { reportRepair: { repair: { id, number, stage, version }, cursor: cursorOf(head) } },
    extensions: { cursor: cursorOf(head) },
  }),
};
