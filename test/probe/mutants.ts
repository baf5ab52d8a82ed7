import { API_ROLE } from '../../src/entities/fence.js';
import type { TestDatabase } from '../support/test-database.js';

/** One hole in the fence of one table, and the way to close it again. */
export interface Mutant {
  readonly title: string;
  readonly table: string;
  readonly open: string;
  readonly close: string;
  /** Whether it lets somebody read. */
  readonly reading: boolean;
}

interface PolicyRow {
  readonly table: string;
  readonly name: string;
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}

/**
 * Every hole that one edit could make: each policy of the program's role opened, what it checks of written rows opened,
 * and row-level security switched off for each table. Taken from the live catalogue.
 */
export async function mutantsOf({ superuser }: TestDatabase): Promise<Mutant[]> {
  const { rows: policies } = await superuser.query<PolicyRow>(
    `select tablename as table, policyname as name, cmd as command, qual as using, with_check as check
       from pg_policies where schemaname = 'public' and $1 = any (roles) order by 1, 2`,
    [API_ROLE],
  );
  const tables = [...new Set(policies.map((policy) => policy.table))];
  return [
    ...policies.flatMap(mutantsOfPolicy),
    ...tables.map((table) => ({
      title: `${table}: row-level security disabled`,
      table,
      open: `alter table ${table} disable row level security`,
      close: `alter table ${table} enable row level security`,
      reading: true,
    })),
  ];
}

function mutantsOfPolicy({ table, name, command, using, check }: PolicyRow): Mutant[] {
  const alter = (terms: string): string => `alter policy ${name} on ${table} ${terms}`;
  const kept = {
    using: using === null ? '' : `using (${using})`,
    check: check === null ? '' : `with check (${check})`,
  };
  const close = alter(`${kept.using} ${kept.check}`);
  const reads = command !== 'INSERT';
  const writes = command !== 'SELECT' && command !== 'DELETE';
  const opened = alter(`${reads ? 'using (true)' : ''} ${writes ? 'with check (true)' : ''}`);
  return [
    { title: `${name}: opened`, table, open: opened, close, reading: reads },
    ...(reads && writes
      ? [{ title: `${name}: written rows unchecked`, table, open: alter('with check (true)'), close, reading: false }]
      : []),
  ];
}

/** A few of them, others every day: all within a rotation. */
export function sampleOf<T>(all: readonly T[], size: number, day: number): T[] {
  const step = Math.ceil(all.length / size);
  return all.filter((_, i) => i % step === day % step);
}
