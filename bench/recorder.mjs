import pg from 'pg';
import { Wave } from '../dist/src/tenancy/read/wave.js';

/**
 * Records what this process sends to PostgreSQL, by connection: each statement with its text, values and wave. A new
 * wave begins when an answer has come since the last statement, so the waves show what flew together.
 */
export class Recorder {
  /** Whether an answer has come since the connection's last statement. */
  #answered = new WeakMap();
  #sent = null;

  constructor() {
    const recorder = this;
    const { query } = pg.Client.prototype;
    pg.Client.prototype.query = function (config, values, callback) {
      for (const { text, values: given } of asked.get(config) ?? [statementOf(config, values)])
        recorder.#note(this, text, given);
      return query.call(this, config, values, callback);
    };
    /** What each wave of reads asks, in order. */
    const asked = new WeakMap();
    const { ask } = Wave.prototype;
    Wave.prototype.ask = function (text, values) {
      asked.set(this, [...(asked.get(this) ?? []), { text, values }]);
      return ask.call(this, text, values);
    };
  }

  start() {
    this.#sent = new Map();
  }

  /** @returns transactions in the order of their beginning: lists of waves of {text, values} */
  stop() {
    const transactions = [...this.#sent.values()].flatMap(transactionsOf);
    this.#sent = null;
    return transactions.sort((a, b) => a.at - b.at).map(({ waves }) => waves);
  }

  #note(client, text, values) {
    if (!this.#answered.has(client))
      client.connection.on('commandComplete', () => void this.#answered.set(client, true));
    const newWave = this.#answered.get(client) ?? false;
    this.#answered.set(client, false);
    if (this.#sent === null) return;
    const statements = this.#sent.get(client) ?? [];
    this.#sent.set(client, statements);
    statements.push({ at: performance.now(), text, values: [...values], newWave });
  }
}

const statementOf = (config, values) =>
  typeof config === 'string'
    ? { text: config, values: Array.isArray(values) ? values : [] }
    : { text: config.text, values: config.values ?? [] };

function transactionsOf(statements) {
  const found = [];
  for (const { at, text, values, newWave } of statements) {
    if (/^(begin|start transaction)\b/i.test(text)) found.push({ at, waves: [[]], open: true });
    const current = found.at(-1);
    if (!current?.open) continue;
    if (newWave && current.waves.at(-1).length > 0) current.waves.push([]);
    current.waves.at(-1).push({ text, values });
    if (/^(commit|rollback)$/i.test(text)) current.open = false;
  }
  return found;
}
