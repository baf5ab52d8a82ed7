import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { OperationRecord } from '../execution/operation-record.js';

/** What gauges are read from when somebody asks. */
interface MetricsSources {
  readonly pool: { readonly totalCount: number; readonly idleCount: number; readonly waitingCount: number };
  readonly openSockets: () => number;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STATEMENTS = [0, 1, 2, 5, 10, 20, 50, 100];

/** Figures of one node for Prometheus. Labels are types and codes of closed sets: no company, no name, no person. */
export class Metrics {
  /** Where other parts of the program put figures of their own. */
  readonly registry = new Registry();
  readonly #operations: Counter<'type' | 'transport' | 'code'>;
  readonly #seconds: Histogram<'type' | 'transport'>;
  readonly #statements: Histogram<'type'>;

  constructor(sources: MetricsSources) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.#operations = new Counter({
      name: 'guanjia_operations_total',
      help: 'Operations by type, transport and the code of their first error, or OK.',
      labelNames: ['type', 'transport', 'code'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'guanjia_operation_seconds',
      help: 'Duration of operations.',
      labelNames: ['type', 'transport'],
      buckets: SECONDS,
      registers,
    });
    this.#statements = new Histogram({
      name: 'guanjia_operation_statements',
      help: 'Statements read by an operation.',
      labelNames: ['type'],
      buckets: STATEMENTS,
      registers,
    });
    gauge('guanjia_sockets_open', 'Open WebSockets.', registers, sources.openSockets);
    const { pool } = sources;
    gauge('guanjia_pool_connections', 'Database connections of the pool.', registers, () => pool.totalCount);
    gauge('guanjia_pool_idle', 'Database connections that nobody uses.', registers, () => pool.idleCount);
    gauge('guanjia_pool_waiting', 'Requests that wait for a connection.', registers, () => pool.waitingCount);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  observe(record: OperationRecord): void {
    const { type, transport } = record;
    this.#operations.inc({ type, transport, code: record.codes[0] ?? 'OK' });
    this.#seconds.observe({ type, transport }, record.milliseconds / 1_000);
    this.#statements.observe({ type }, record.statements);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** Frees what the figures of the process hold. */
  close(): void {
    this.registry.clear();
  }
}

function gauge(name: string, help: string, registers: Registry[], read: () => number): void {
  const made: Gauge = new Gauge({ name, help, registers, collect: () => made.set(read()) });
}
