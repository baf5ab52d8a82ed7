import type { NewEvent } from '../events/new-event.js';
import { SETTING } from '../entities/fence.js';
import { houseVariables, type SessionVariables } from '../tenancy/session-variables.js';
import type { Execute } from '../tenancy/write/write-transaction.js';
import { keepStatement } from './keep-statement.js';
import { METRIC_SUBJECTS, type MetricSubject } from './sources.js';

const bySubject = (text: (subject: MetricSubject) => string) =>
  Object.fromEntries(METRIC_SUBJECTS.map((subject) => [subject, text(subject)])) as Readonly<
    Record<MetricSubject, string>
  >;

const STATEMENTS = bySubject(keepStatement);
const COUNTED = bySubject(
  (subject) => `with kept as (${STATEMENTS[subject]} returning 1) select count(*)::int as told from kept`,
);

/** Subjects of one kind whose metrics may have changed, in the order of their ids. */
export interface Touched {
  readonly subject: MetricSubject;
  readonly ids: readonly string[];
}

/** What events may have changed in the metrics, and what was written by the thousand without an event of its own. */
export function touchedBy(events: readonly NewEvent[], written: readonly Touched[] = []): Touched[] {
  const idsOf = (subject: MetricSubject): string[] => [
    ...events.filter((event) => event.subjectKind === subject).map((event) => event.subjectId),
    ...written.filter((each) => each.subject === subject).flatMap(({ ids }) => ids),
  ];
  return METRIC_SUBJECTS.map((subject) => ({ subject, ids: [...new Set(idsOf(subject))].sort() })).filter(
    ({ ids }) => ids.length > 0,
  );
}

/**
 * Keeps the metrics of what a transaction has changed, in that transaction: after its rows are written, before the head of
 * the log is taken. Sends its statements without waiting in between. Who changes the same subject waits here until the
 * other has committed, and then sees what it has told; whoever has come so far waits for nothing else but the head.
 * @param asker the settings of whoever writes: sums are kept with those of the house in that name, and so is what follows, the events
 * @param now when it becomes known
 */
export async function keepMetrics(
  execute: Execute,
  companyId: string,
  touched: readonly Touched[],
  asker: SessionVariables,
  now: Date,
): Promise<void> {
  if (touched.length === 0) return;
  const turns = touched.flatMap(({ ids }) => ids);
  const { [SETTING.principal]: principal = '', [SETTING.subject]: subject = '' } = asker;
  const ours = {
    ...houseVariables(companyId),
    [SETTING.principal]: principal,
    [SETTING.subject]: subject,
    ...PLANNED_ONCE,
  };
  const [text, values] = settings(ours);
  await Promise.all([
    execute(`${text}, (${turnOf(values.length + 1)}) as turns`, [...values, companyId, turns]),
    ...touched.map(({ subject, ids }) => execute(STATEMENTS[subject], [companyId, ids, now, false])),
  ]);
}

/**
 * Keeps the metrics of subjects that were brought along, inside a transaction of the house: what is told of one for the
 * first time counts as known when it happened.
 * @returns how many changes had to be told
 */
export async function keepBrought(
  execute: Execute,
  companyId: string,
  { subject, ids }: Touched,
  now: Date,
): Promise<number> {
  if (ids.length === 0) return 0;
  await execute(TURN, [companyId, ids]);
  await execute(...settings(MANY_AT_ONCE));
  const [kept] = await execute<{ told: number }>(COUNTED[subject], [companyId, ids, now, true]);
  await execute(...settings(AS_FEW));
  return kept?.told ?? 0;
}

/** The statement is long and always alike: it is planned once a connection, and not for each company anew. */
const PLANNED_ONCE = { plan_cache_mode: 'force_generic_plan' };
/** Rows of many subjects are joined by hash: the planner takes them for one. */
const MANY_AT_ONCE = { enable_nestloop: 'off' };
const AS_FEW = { enable_nestloop: 'on' };

/** One lock a subject, always in the order of the ids: of the company `$at`, the subjects behind it. */
const turnOf = (at: number): string =>
  `select count(pg_advisory_xact_lock(hashtextextended('guanjia metrics ' || $${at}::text || s.id, 0)))
  from (select unnest($${at + 1}::uuid[])::text as id order by 1) s`;
const TURN = turnOf(1);

function settings(variables: SessionVariables): [string, string[]] {
  const entries = Object.entries(variables);
  const calls = entries.map((_, i) => `set_config($${i * 2 + 1}, $${i * 2 + 2}, true)`).join(', ');
  return [`select ${calls}`, entries.flat()];
}
