import pg from 'pg';
import { hireMore } from '../people.mjs';
import { buildCompany } from '../world.mjs';
import { audit } from './audit.mjs';
import { Follower, seqOf } from './follower.mjs';
import { Node } from './node.mjs';
import { oneOf, randomOf } from './random.mjs';
import { Writer } from './writer.mjs';

const ESTATES = 4;
const TICKETS = 50;
const WRITERS = 4;
/** An account may hold 20 sockets, and a broken one counts until the node has noticed. */
const ACCOUNTS = 10;
const FOLLOWERS = 20;
/** What followers may take to catch up when all is well again, in milliseconds. */
const CATCH_UP_MS = 30_000;

/**
 * Two nodes on one database with a company, and clients of both: writers send commands, each until it is acknowledged, and
 * followers receive every event, while something goes wrong; afterwards what each client saw is compared with the log.
 */
export class Stage {
  nodes = [];
  followers = [];
  /** As superuser: looks behind the product. */
  database;
  world;
  random;
  #writers = [];
  #tokens = [];
  #acknowledged = 0;
  #onAcknowledged = () => undefined;

  /** Builds the company and starts the nodes; everything drawn by lot follows from the seed. */
  static async open({ apiUrl, superuserUrl, seed }) {
    const stage = new Stage();
    stage.random = randomOf(seed);
    stage.database = new pg.Pool({ connectionString: superuserUrl, max: 3 });
    stage.database.on('error', () => undefined);
    stage.world = await stage.#build();
    stage.nodes = await Promise.all([Node.start(apiUrl), Node.start(apiUrl)]);
    const { companyId, accountIds } = stage.world;
    stage.#tokens = await Promise.all(accountIds.map((accountId) => stage.nodes[0].token({ companyId, accountId })));
    return stage;
  }

  /** Where clients find the nodes. */
  ports = () => this.nodes.map(({ clients }) => clients.port);

  anyNode = () => oneOf(this.random, this.nodes);

  anyFollower = () => oneOf(this.random, this.followers);

  /** Resolves when so many more commands have been acknowledged. */
  async acknowledged(more) {
    const enough = this.#acknowledged + more;
    while (this.#acknowledged < enough) await new Promise((heard) => (this.#onAcknowledged = heard));
  }

  /** A writer for a scenario's own commands, which are compared like the others. */
  writer() {
    const writer = new Writer({
      ports: this.ports,
      token: this.#token(this.#writers.length),
      estateIds: this.world.estateIds,
      random: this.random,
      acknowledged: () => {
        this.#acknowledged += 1;
        this.#onAcknowledged();
      },
    });
    this.#writers.push(writer);
    return writer;
  }

  /** Plays a scenario so many times under commands and subscriptions. @returns a row of the fault table */
  async play({ name, disturb }, times) {
    const started = performance.now();
    const cursor = await this.#cursor();
    this.followers = Array.from({ length: FOLLOWERS }, (_, i) => this.#follow(i, cursor));
    this.#writers = [];
    let over = false;
    const writing = Array.from({ length: WRITERS }, () => this.writer().write(() => over));
    await Promise.all([disturb(this, times).finally(() => (over = true)), ...writing]);
    const { companyId } = this.world;
    const found = await audit(this.database, companyId, seqOf(cursor), this.#writers, this.followers, CATCH_UP_MS);
    await Promise.all(this.followers.map((follower) => follower.stop()));
    return { name, times, seconds: (performance.now() - started) / 1_000, ...found };
  }

  async close() {
    await Promise.all(this.followers.map((follower) => follower.stop()));
    await Promise.all(this.nodes.map((node) => node.stop()));
    await this.database.end();
  }

  async #build() {
    const client = await this.database.connect();
    try {
      const world = await buildCompany(client, 'faults', ESTATES, TICKETS);
      const accountIds = await hireMore(client, world.companyId, ACCOUNTS);
      const { rows } = await client.query('select id from estate where company_id = $1', [world.companyId]);
      return { ...world, accountIds, estateIds: rows.map(({ id }) => id) };
    } finally {
      client.release();
    }
  }

  /** Every fourth follows one estate only. */
  #follow(i, after) {
    const { estateIds } = this.world;
    const wanted = i % 4 === 0 ? [estateIds[(i / 4) % estateIds.length]] : null;
    return new Follower({ ports: this.ports, token: this.#token(i), after, estateIds: wanted, random: this.random });
  }

  #token(i) {
    return this.#tokens[i % this.#tokens.length];
  }

  /** Where the log stands, as a node says it. */
  async #cursor() {
    const response = await fetch(`http://127.0.0.1:${this.ports()[0]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token(0)}` },
      body: JSON.stringify({ query: '{ estates { nodes { id } } }' }),
    });
    const { errors, extensions } = await response.json();
    if (extensions?.cursor === undefined) throw new Error(`The company does not answer: ${JSON.stringify(errors)}`);
    return extensions.cursor;
  }
}
