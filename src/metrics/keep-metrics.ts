import type { NewEvent } from '../events/new-event.js';
import { SETTING } from '../entities/fence.js';
import { houseVariables, settingOf, type SessionVariables } from '../tenancy/session-variables.js';
import type { Execute } from '../tenancy/write/write-transaction.js';
import { keepStatement } from './keep-statement.js';
import { METRIC_SUBJECTS, OF_KINDS, type MetricSubject } from './sources.js';

/** Subjects of one kind whose metrics may have changed, in the order of their ids. */
export interface Touched {
  readonly subject: MetricSubject;
  /** What they all are, of the kinds of tickets or of what is owed; absent where that is not known, or there are none. */
  readonly kind?: string;
  readonly ids: readonly string[];
}

type What = Omit<Touched, 'ids'>;

const nameOf = ({ subject, kind = '' }: What): string => `${subject} ${kind}`;

/** Made when they are first needed, by what subjects are. */
const statements = new Map<string, string | null>();

/** The statement that keeps the metrics of such subjects; null where no metric is of them. */
function statementOf(what: What): string | null {
  const name = nameOf(what);
  let text = statements.get(name);
  if (text === undefined) {
    text = keepStatement(what.subject, { kind: what.kind, brought: false });
    statements.set(name, text);
  }
  return text;
}

/** The same of subjects that were brought along; answers how many changes were told. */
const BROUGHT = Object.fromEntries(
  METRIC_SUBJECTS.map((subject) => [
    subject,
    `with kept as (${keepStatement(subject, { brought: true })} returning 1) select count(*)::int as told from kept`,
  ]),
) as Readonly<Record<MetricSubject, string>>;

/** What events may have changed in the metrics, and what was written by the thousand without an event of its own. */
export function touchedBy(events: readonly NewEvent[], written: readonly Touched[] = []): Touched[] {
  const told = events.flatMap(({ subjectKind, subjectId, facts }): Touched[] => {
    const subject = METRIC_SUBJECTS.find((each) => each === subjectKind);
    if (subject === undefined) return [];
    const kind = OF_KINDS.includes(subject) && typeof facts['kind'] === 'string' ? { kind: facts['kind'] } : {};
    return [{ subject, ...kind, ids: [subjectId] }];
  });
  const alike = Object.values(Object.groupBy([...told, ...written], nameOf)) as [Touched, ...Touched[]][];
  return alike
    .map((all) => ({ ...all[0], ids: [...new Set(all.flatMap(({ ids }) => ids))].sort() }))
    .filter(({ ids }) => ids.length > 0);
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
  const kept = touched.flatMap(({ ids, ...what }) => {
    const text = statementOf(what);
    return text === null ? [] : [{ text, ids }];
  });
  if (kept.length === 0) return;
  const turns = kept.flatMap(({ ids }) => ids);
  const { [SETTING.principal]: principal = '', [SETTING.subject]: subject = '' } = asker;
  const ours = {
    ...houseVariables(companyId),
    [SETTING.principal]: principal,
    [SETTING.subject]: subject,
    ...PLANNED_ONCE,
  };
  const { expression, values } = settingOf(ours);
  await Promise.all([
    execute(`select ${expression}, (${turnOf(values.length + 1)}) as turns`, [...values, companyId, turns]),
    ...kept.map((each) => execute(each.text, [companyId, each.ids, now])),
  ]);
}

/**
 * Keeps the metrics of subjects that were brought along, inside a transaction of the house: what is told of one for the
 * first time counts as known when it happened.
 * @returns how many changes had to be told
 */
export async function keepBrought(execute: Execute, companyId: string, touched: Touched, now: Date): Promise<number> {
  if (touched.ids.length === 0) return 0;
  await execute(TURN, [companyId, touched.ids]);
  return keepUnseen(execute, companyId, touched, now);
}

/** The same of subjects that nobody else can see yet, so that nobody takes turns: a transaction may have any number of them. */
export async function keepUnseen(
  execute: Execute,
  companyId: string,
  { subject, ids }: Touched,
  now: Date,
): Promise<number> {
  if (ids.length === 0) return 0;
  await set(execute, MANY_AT_ONCE);
  const [kept] = await execute<{ told: number }>(BROUGHT[subject], [companyId, ids, now], MANY_MS + 3_000);
  await set(execute, AS_FEW);
  return kept?.told ?? 0;
}

/**
 * The statement is long and always alike: it is planned once a connection, and not for each company anew. Tables may be small then that
 * are not later, and what waits to be moved into the sums lies between many rows that were: all are read by an index.
 */
const PLANNED_ONCE = { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off' };
/**
 * How long many subjects may take, in milliseconds: the books of an estate are one, of any number of lines. Half a million charges
 * with as many payments take six seconds, which is more than a command may.
 */
const MANY_MS = 120_000;
/** Rows of many subjects are joined by hash: the planner takes them for one. */
const MANY_AT_ONCE = { enable_nestloop: 'off', statement_timeout: String(MANY_MS), transaction_timeout: '0' };
const AS_FEW = { enable_nestloop: 'on' };

/** One lock a subject, always in the order of the ids: of the company `$at`, the subjects behind it. */
const turnOf = (at: number): string =>
  `select count(pg_advisory_xact_lock(hashtextextended('guanjia metrics ' || $${at}::text || s.id, 0)))
  from (select unnest($${at + 1}::uuid[])::text as id order by 1) s`;
const TURN = turnOf(1);

async function set(execute: Execute, variables: SessionVariables): Promise<void> {
  const { expression, values } = settingOf(variables);
  await execute(`select ${expression}`, values);
}
