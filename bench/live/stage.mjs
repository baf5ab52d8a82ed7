import pg from 'pg';
import { encodeCursor } from '../../dist/src/events/cursor.js';
import { startChild } from '../child.mjs';
import { openBenchDatabase } from '../database.mjs';
import { fillLog } from '../feed/fill-log.mjs';
import { hireMore } from '../people.mjs';
import { buildCompany } from '../world.mjs';
import { keepOn, OTHERS, SIDE } from './cores.mjs';
import { Storyteller } from './storyteller.mjs';

const ESTATES = 100;
const TICKETS = 4_000;
const MOST_SOCKETS = 10_000;
/** An account may hold 20 sockets of a node. */
const SOCKETS_AN_ACCOUNT = 20;
/** Who looks at dashboards, and is not told of each ticket by a message of its own. */
const DASHBOARDS = ['QUALITY_OFFICER'];
const WITH_GC = ['--expose-gc'];

const FEED = `subscription ($after: Cursor, $estateIds: [ID!]) {
  ticketEvents(after: $after, estateIds: $estateIds) { cursor type recordedAt ticket { id number phase subject } }
}`;
/** The same with messages of seven kilobytes. */
const WIDE = Array.from({ length: 49 }, (_, n) => `${'wide'.repeat(30)}${n}: subject`);
export const WIDE_FEED = FEED.replace(' subject ', ` subject ${WIDE.join(' ')} `);

/** A company with a hundred estates, whose dashboards are served by the product, by a bare broadcast, or by the usual set-up. */
export class Stage {
  /** How many boards there are. */
  boards = ESTATES;
  listeners = startChild(new URL('./listeners.mjs', import.meta.url));
  #database;
  #storyteller;
  #world;
  #children = [this.listeners];
  #told = 0;
  #ownCore = false;

  /** @param ownCore whether the side that is measured has one core for itself, and all others share another */
  static async open({ ownCore = false } = {}) {
    const stage = new Stage();
    if (ownCore) {
      stage.#ownCore = true;
      for (const pid of [process.pid, stage.listeners.pid]) keepOn(OTHERS, pid);
    }
    stage.#database = await openBenchDatabase();
    try {
      await stage.#build();
    } catch (error) {
      await stage.close();
      throw error;
    }
    return stage;
  }

  /** The product, in a process of its own, whose events are committed beside it. */
  async product() {
    const child = this.#child(new URL('../product.mjs', import.meta.url));
    const { port } = await child.ask('start', { apiUrl: this.#database.apiUrl });
    const { companyId, accountIds } = this.#world;
    const tokens = await Promise.all(accountIds.map((accountId) => child.ask('token', { companyId, accountId })));
    const tell = async (board) => void (await this.#storyteller.tellMany(this.#ticketsOf(board, 1)));
    return { name: 'product', child, port, tokens, tell };
  }

  /** What the others are compared with: they are handed the event as an object, and know nobody. */
  async other(name) {
    const child = this.#child(new URL(`./${name}.mjs`, import.meta.url));
    const { port } = await child.ask('start');
    const tell = async (board) => {
      const [{ id, number, phase, subject }] = this.#ticketsOf(board, 1);
      const recordedAt = new Date().toISOString();
      const cursor = Buffer.from(`a place ${this.#told}`).toString('base64url');
      await child.ask('tell', {
        cursor,
        type: 'ticket.REPAIR_FORWARDED',
        recordedAt,
        ticket: { id, number, phase, subject },
      });
    };
    return { name, child, port, tokens: ['none'], tell };
  }

  /** Opens subscribers of a side, all on one board, on that of the quiet estate, or spread over all. */
  async subscribe(side, count, board, { after = null, query = FEED } = {}) {
    const { port, tokens } = side;
    const { estateIds } = this.#world;
    const boards = { one: estateIds.slice(0, 1), quiet: estateIds.slice(-1), spread: estateIds };
    const topics = boards[board].map((id) => ({ estateIds: [id], after }));
    await this.listeners.ask('open', { port, tokens, count, query, topics });
  }

  /** Tells each board something until every one of so many subscribers has heard it. */
  async settle(side, count, board) {
    for (let round = 0; (await this.listeners.ask('heard', 1)) < count; round += 1) {
      if (round === 60) throw new Error(`${side.name} does not tell all of ${count} subscribers.`);
      for (let i = 0; i < (board === 'one' ? 1 : ESTATES); i += 1) await side.tell(board);
      await pause(500);
    }
    await pause(1_000);
  }

  /** So many events of one board in transactions of a thousand. @returns the cursor before them is the head's of then */
  async tellMany(count) {
    for (let left = count; left > 0; left -= 1_000)
      await this.#storyteller.tellMany(this.#ticketsOf('one', Math.min(left, 1_000)));
  }

  /** Commits one event of the last estate, on which hardly anything happens in a long log. */
  async tellQuietly() {
    const estateId = this.#world.estateIds.at(-1);
    await this.#storyteller.tellMany([this.#world.tickets.find((ticket) => ticket.estateId === estateId)]);
  }

  /** Makes the log so long, as `fillLog` does, for nodes that start later. @returns where its head stands */
  async fill(events) {
    const { companyId, estateIds, tickets } = this.#world;
    return fillLog(this.#database.superuserUrl, { companyId, estateIds, tickets, events });
  }

  /** The cursor of a place in the log. */
  cursorAt(seq) {
    return encodeCursor(this.#world.companyId, { epoch: 1, seq });
  }

  /** Where the log stands, as a node says it. */
  async cursor(side) {
    const { extensions } = await this.ask(side, '{ estates { nodes { id } } }');
    return extensions.cursor;
  }

  /** What a node answers to a request over HTTP. */
  async ask({ port, tokens: [token] }, query) {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    const answer = await response.json();
    if (answer.errors) throw new Error(`The company does not answer: ${JSON.stringify(answer.errors)}`);
    return answer;
  }

  /** A ticket that much has happened to. */
  get ticketId() {
    return this.#world.tickets[0].id;
  }

  async end(side) {
    await this.listeners.ask('close');
    await side.child.stop();
  }

  async close() {
    for (const child of this.#children) await child.stop();
    await this.#storyteller?.close();
    await this.#database.close();
  }

  #child(url) {
    const child = startChild(url, WITH_GC);
    if (this.#ownCore) keepOn(SIDE, child.pid);
    this.#children.push(child);
    return child;
  }

  #ticketsOf(board, count) {
    const { tickets } = this.#world;
    const pool = board === 'one' ? tickets.filter(({ estateId }) => estateId === this.#world.estateIds[0]) : tickets;
    return Array.from({ length: count }, () => pool[(this.#told += 1) % pool.length]);
  }

  async #build() {
    const client = new pg.Client({ connectionString: this.#database.superuserUrl });
    await client.connect();
    try {
      const { companyId } = await buildCompany(client, 'live', ESTATES, TICKETS);
      const accountIds = await hireMore(client, companyId, MOST_SOCKETS / SOCKETS_AN_ACCOUNT, DASHBOARDS);
      // Long since reacted to.
      await client.query('update event set silent = true where company_id = $1', [companyId]);
      const estates = await client.query('select id from estate where company_id = $1 order by code', [companyId]);
      // Neighbours in the list belong to different estates.
      const tickets = await client.query(
        `select id, number, phase, subject, estate_id as "estateId" from ticket where company_id = $1
          order by row_number() over (partition by estate_id order by id), estate_id`,
        [companyId],
      );
      await client.query('vacuum analyze');
      this.#world = { companyId, accountIds, estateIds: estates.rows.map(({ id }) => id), tickets: tickets.rows };
      this.#storyteller = await Storyteller.open(this.#database.superuserUrl, companyId);
    } finally {
      await client.end();
    }
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
