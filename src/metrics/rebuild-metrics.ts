import type { Pool } from 'pg';
import type { Clock } from '../domain/clock.js';
import type { Execute } from '../tenancy/write/write-transaction.js';
import { foldAll, foldMetrics } from './fold-metrics.js';
import { inTransaction } from './in-transaction.js';
import { keepBrought, keepUnseen } from './keep-metrics.js';
import { rightSums } from './right-sums.js';
import { METRIC_SUBJECTS, TABLE_OF, type MetricSubject } from './sources.js';

/** Items that are looked at in one transaction: what they tell is moved into the sums at once. */
const AT_ONCE = 400;
const ESTATES = 'select id from estate where company_id = $1 order by id';
/** The next items of an estate; its books are one, itself. */
const NEXT = (subject: MetricSubject): string =>
  `select id from ${TABLE_OF[subject]} where company_id = $1 and ${subject === 'books' ? 'id' : 'estate_id'} = $2::uuid and id > $3::uuid order by id limit ${AT_ONCE}`;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Where a rebuild stands: subjects of a kind on an estate, behind an id. */
interface Step {
  readonly estateId: string;
  readonly subject: MetricSubject;
  readonly behind: string;
}

/** What a step has done, and the last id that it has seen. */
interface Kept extends RebuildProgress {
  readonly last: string | undefined;
}

/** How far a rebuild has come. */
export interface RebuildProgress {
  /** Items looked at. */
  readonly looked: number;
  /** Changes that had to be told. */
  readonly told: number;
}

/** What a rebuild has done. */
export interface Rebuilt extends RebuildProgress {
  /** Sums that said something else than all that was told. */
  readonly righted: number;
}

/**
 * Brings all metrics of a company up to what its rows say now, estate by estate, some hundred items a transaction, while the
 * product answers: what stands rightly is left, what is missing is told, what is wrong is taken back. What has never been told
 * counts as known when it happened. Items of an estate come in the order of time, so that each sum is written about once; each step is
 * moved into the sums before the next, so that answers never add up more than one. In the end sums that do not come to what was told
 * are set to it. Run again after a crash it goes on with nothing lost; run twice it tells nothing.
 * @param progress told between transactions how far it is; what it throws ends the rebuild
 */
export async function rebuildMetrics(
  { pool, clock }: { readonly pool: Pool; readonly clock?: Clock | undefined },
  companyId: string,
  progress: (so: RebuildProgress) => void = () => undefined,
): Promise<Rebuilt> {
  let so: RebuildProgress = { looked: 0, told: 0 };
  const estateIds = await inTransaction(pool, companyId, ({ execute }) => estatesOf(execute, companyId));
  await foldAll(pool, companyId);
  await walk(estateIds, async (step) => {
    const done = await inTransaction(pool, companyId, async ({ execute, startedAt }) =>
      keepNext(keepBrought, execute, companyId, step, clock?.now() ?? (await startedAt)),
    );
    if (done.told > 0) await foldAll(pool, companyId);
    so = { looked: so.looked + done.looked, told: so.told + done.told };
    progress(so);
    return done;
  });
  return { ...so, righted: await rightSums(pool, companyId, () => progress(so)) };
}

/** The same inside a transaction of the house that writes all of a company, which nobody else sees yet, the sums too. */
export async function keepEverything(execute: Execute, companyId: string, now: Date): Promise<void> {
  await walk(await estatesOf(execute, companyId), (step) => keepNext(keepUnseen, execute, companyId, step, now));
  for (let more = true; more;) more = await foldMetrics(execute, companyId);
}

/** All items of estates, kind by kind. */
async function walk(estateIds: readonly string[], keep: (step: Step) => Promise<Kept>): Promise<void> {
  for (const estateId of estateIds)
    for (const subject of METRIC_SUBJECTS)
      for (let behind: string | undefined = FIRST; behind !== undefined;)
        behind = (await keep({ estateId, subject, behind })).last;
}

async function keepNext(
  keep: typeof keepBrought,
  execute: Execute,
  companyId: string,
  { estateId, subject, behind }: Step,
  now: Date,
): Promise<Kept> {
  const ids = (await execute<{ id: string }>(NEXT(subject), [companyId, estateId, behind])).map(({ id }) => id);
  const told = await keep(execute, companyId, { subject, ids }, now);
  return { looked: ids.length, told, last: ids.length < AT_ONCE ? undefined : ids.at(-1) };
}

const estatesOf = async (execute: Execute, companyId: string): Promise<string[]> =>
  (await execute<{ id: string }>(ESTATES, [companyId])).map(({ id }) => id);
