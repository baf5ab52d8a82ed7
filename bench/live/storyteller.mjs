import pg from 'pg';
import { appendEvents } from '../../dist/src/events/append-events.js';
import { HINT_CHANNEL } from '../../dist/src/events/relay.js';

/**
 * Commits events of tickets as commands do, with the product's own last statement and its hint, but without the command,
 * and silently, so that nothing reacts to them: what a node's process does meanwhile is the telling alone.
 */
export class Storyteller {
  #client;
  #companyId;

  static async open(superuserUrl, companyId) {
    const one = new Storyteller();
    one.#client = new pg.Client({ connectionString: superuserUrl });
    one.#companyId = companyId;
    await one.#client.connect();
    return one;
  }

  /** Commits an event of each of these tickets, {id, estateId}, in one transaction. */
  async tellMany(tickets) {
    await this.#client.query('begin');
    const execute = async (text, values) => (await this.#client.query(text, values)).rows;
    await appendEvents(execute, this.#companyId, tickets.map(eventOf), null);
    await this.#client.query('commit');
    await this.#client.query('select pg_notify($1, $2)', [HINT_CHANNEL, this.#companyId]);
  }

  async close() {
    await this.#client.end();
  }
}

const eventOf = ({ id, estateId }) => ({
  estateId,
  type: 'ticket.REPAIR_FORWARDED',
  subjectKind: 'ticket',
  subjectId: id,
  subjectVersion: 4,
  visibility: 'CUSTOMER',
  actorKind: 'SYSTEM',
  actorId: null,
  occurredAt: new Date(),
  facts: { kind: 'REPAIR', stage: 'FORWARDED' },
  silent: true,
});
