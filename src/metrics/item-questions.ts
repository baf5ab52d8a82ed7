import type { MetricItems, MetricSource } from '../domain/metric/metric-definition.js';
import { SOURCES } from './sources.js';

/** Items with the metric that they are of. */
export interface KeyedItems {
  readonly key: string;
  readonly items: MetricItems;
}

/** What is known of the subjects when the statement is put together. */
export interface Kept {
  /** The one kind of ticket, or of what is owed, that all of them are of: nothing else is asked. */
  readonly kind?: string | undefined;
  /**
   * Whether they were brought along: what is told for the first time counts as known when it happened, and each part of it when it
   * became known; otherwise all is known now.
   */
  readonly brought: boolean;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const factsOf = (source: MetricSource): string => `fact_${source.toLowerCase()}`;

/** Why an item is left out; null where it is not. */
function reasonOf({ excluded = [] }: MetricItems): string {
  const reasons = excluded.map(({ reason, when }) => `when ${when} then ${literal(reason)}`);
  return reasons.length > 0 ? `case ${reasons.join(' ')} end` : 'null::text';
}

/** Reasons of metrics, each once: metrics of a source that leave out for the same reasons share the column. */
class SharedReasons {
  readonly #bySource = new Map<MetricSource, Map<string, string>>();

  /** The column of a source that says why such items are left out. */
  columnOf(items: MetricItems): string {
    const reason = reasonOf(items);
    if (!items.excluded?.length) return reason;
    const shared = this.#bySource.get(items.source) ?? new Map<string, string>();
    this.#bySource.set(items.source, shared);
    const column = shared.get(reason) ?? `reason_${shared.size}`;
    shared.set(reason, column);
    return column;
  }

  /** What selects the facts of a source that items speak of, with their columns of reasons. */
  selectFor(source: MetricSource, all: readonly MetricItems[]): string {
    const { columns, from } = SOURCES[source];
    const spoken = new Set(all.flatMap(wordsOf));
    const shown = columns
      ? Object.entries(columns).flatMap(([name, of]) => (spoken.has(name) ? [`${of} as ${name}`] : []))
      : ['*'];
    const facts = `select ${shown.join(', ')} from ${from}`;
    const reasons = [...(this.#bySource.get(source) ?? [])].map(([reason, column]) => `, ${reason} as ${column}`);
    return reasons.length > 0 ? `select f.*${reasons.join('')} from (${facts}) f` : facts;
  }
}

/** The words of what items say, columns among them. */
const wordsOf = (items: MetricItems): string[] =>
  `estate_id subject_id kind ${JSON.stringify(items)}`.match(/[a-z_]+/g) ?? [];

const ITEM = [
  ...['metric', 'estate_id', 'subject_id', 'at', 'reason', 'in_confidence', 'pending', 'segment', 'ripe'],
  ...['numerator', 'denominator', 'weight'],
];

/**
 * What the items of metrics contribute, as tables of a `with`: the facts of each source, and `item`, a question a metric over the facts
 * of its source, so that only what concerns the metric is looked at any further. A change runs all of it for one subject or two, and
 * what it takes is in proportion to its expressions and its text: names stand once, reasons once a source, and what follows from the
 * kind of all subjects is not asked. Columns stand in the order in which they are read: in another one the database would put
 * a step of its own behind each question.
 */
export function itemQuestions(all: readonly KeyedItems[], { kind, brought }: Kept): string {
  const reasons = new SharedReasons();
  const questions = all.map(({ key, items }) => {
    const columns = [
      ...[`${literal(key)}::text`, 'estate_id', 'subject_id', items.at, reasons.columnOf(items)],
      ...[items.inConfidence ?? 'false', items.pending ?? 'false', `(${items.segment?.of ?? "''"})::text`],
      ...[`(${items.ripe ?? 'null'})::date`, `(${items.numerator})::int8`],
      ...[`(${items.denominator ?? '0'})::int8`, `(${items.weight ?? '1'})::int8`],
      ...(brought ? [items.known ?? items.at, items.apart ?? 'null::date'] : []),
    ];
    const ofKinds = items.kinds && kind === undefined ? `kind in (${items.kinds.map(literal).join(',')}) and ` : '';
    return `select ${columns.join(',')} from ${factsOf(items.source)} where ${ofKinds}${items.counts}`;
  });
  const of = (source: MetricSource): MetricItems[] =>
    all.flatMap(({ items }) => (items.source === source ? [items] : []));
  const sources = [...new Set(all.map(({ items: { source } }) => source))];
  return `
${sources.map((source) => `${factsOf(source)} as materialized (${reasons.selectFor(source, of(source))})`).join(',\n')},
item (${[...ITEM, ...(brought ? ['known', 'apart'] : [])].join(', ')}) as (
${questions.join('\nunion all\n')})`;
}
