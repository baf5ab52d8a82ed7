import pg from 'pg';

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
      recorder.#note(this, config, values);
      return query.call(this, config, values, callback);
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

  #note(client, config, values) {
    if (!this.#answered.has(client))
      client.connection.on('commandComplete', () => void this.#answered.set(client, true));
    const newWave = this.#answered.get(client) ?? false;
    this.#answered.set(client, false);
    if (this.#sent === null) return;
    const text = typeof config === 'string' ? config : config.text;
    const given = typeof config === 'string' ? (Array.isArray(values) ? values : []) : (config.values ?? []);
    const statements = this.#sent.get(client) ?? [];
    this.#sent.set(client, statements);
    statements.push({ at: performance.now(), text, values: [...given], newWave });
  }
}

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
