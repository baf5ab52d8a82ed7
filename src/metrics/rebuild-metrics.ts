import type { Pool } from 'pg';
import type { Clock } from '../domain/clock.js';
import { houseVariables } from '../tenancy/session-variables.js';
import { WriteTransaction, type Execute } from '../tenancy/write/write-transaction.js';
import { foldAll, foldMetrics } from './fold-metrics.js';
import { keepBrought } from './keep-metrics.js';
import { METRIC_SUBJECTS, TABLE_OF, type MetricSubject } from './sources.js';

/** Items that are looked at in one transaction; books have thousands of charges each. */
const AT_ONCE = 500;
const BOOKS_AT_ONCE = 5;
const NEXT = (subject: MetricSubject): string =>
  `select id from ${TABLE_OF[subject]} where company_id = $1 and id > $2::uuid order by id limit ${subject === 'books' ? BOOKS_AT_ONCE : AT_ONCE}`;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Where a rebuild stands: subjects of a kind, behind an id. */
interface Step {
  readonly subject: MetricSubject;
  readonly behind: string;
}

/** What a step has done, and the one after it. */
interface Kept extends RebuildProgress {
  readonly next: Step | null;
}
const FIRST_STEP: Step = { subject: METRIC_SUBJECTS[0], behind: FIRST };

/** How far a rebuild has come. */
export interface RebuildProgress {
  /** Items looked at. */
  readonly looked: number;
  /** Changes that had to be told. */
  readonly told: number;
}

/**
 * Brings all metrics of a company up to what its rows say now, some hundred items a transaction, while the product
 * answers: what stands rightly is left, what is missing is told, what is wrong is taken back. What has never been told
 * counts as known when it happened. Run again after a crash it goes on with nothing lost; run twice it tells nothing.
 */
export async function rebuildMetrics(
  { pool, clock }: { readonly pool: Pool; readonly clock?: Clock | undefined },
  companyId: string,
  progress: (so: RebuildProgress) => void = () => undefined,
): Promise<RebuildProgress> {
  let so: RebuildProgress = { looked: 0, told: 0 };
  for (let step: Step | null = FIRST_STEP; step !== null;) {
    const transaction = await WriteTransaction.open(pool, houseVariables(companyId));
    try {
      const now = clock?.now() ?? (await transaction.startedAt);
      const done: Kept = await keepNext(transaction.execute, companyId, step, now);
      await transaction.commit();
      so = { looked: so.looked + done.looked, told: so.told + done.told };
      step = done.next;
    } finally {
      await transaction.rollback();
    }
    progress(so);
  }
  await foldAll(pool, companyId);
  return so;
}

/** The same inside a transaction of the house that writes all of a company, the sums too. */
export async function keepEverything(execute: Execute, companyId: string, now: Date): Promise<void> {
  for (let step: Step | null = FIRST_STEP; step !== null;)
    ({ next: step } = await keepNext(execute, companyId, step, now));
  for (let more = true; more;) more = await foldMetrics(execute, companyId);
}

async function keepNext(execute: Execute, companyId: string, { subject, behind }: Step, now: Date): Promise<Kept> {
  const ids = (await execute<{ id: string }>(NEXT(subject), [companyId, behind])).map(({ id }) => id);
  const told = await keepBrought(execute, companyId, { subject, ids }, now);
  return { looked: ids.length, told, next: nextStep(subject, ids.at(-1)) };
}

function nextStep(subject: MetricSubject, last: string | undefined): Step | null {
  if (last !== undefined) return { subject, behind: last };
  const then = METRIC_SUBJECTS[METRIC_SUBJECTS.indexOf(subject) + 1];
  return then === undefined ? null : { subject: then, behind: FIRST };
}
