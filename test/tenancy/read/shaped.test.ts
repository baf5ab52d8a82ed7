import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { shaped } from '../../../src/tenancy/read/shaped.js';
import { sqlFor } from '../../../src/tenancy/read/tables.js';

const COMPANY = '0190a000-0000-7000-8000-000000000001';

interface Wanted {
  readonly companyId: string;
  readonly ids: readonly string[] | null;
  readonly code: string | null;
  readonly measured?: boolean | null;
}

describe('queries that are built once', () => {
  let built = 0;
  const find = shaped(({ companyId, ids, code, measured }: Wanted) => {
    built += 1;
    let query = sqlFor.selectFrom('unit as u').select('u.id').where('u.company_id', '=', companyId);
    if (ids) query = query.where(sql<boolean>`u.id = any(${ids}::uuid[])`);
    if (code !== null) query = query.where('u.code', '=', code);
    if (measured != null) query = query.where('u.charge_area_milli', measured ? 'is not' : 'is', null);
    return query;
  });

  test('text and parameters are those of a query built for its values alone, whatever is null', () => {
    for (const ids of [null, [], ['a', 'b']])
      for (const code of [null, '', '1-101'])
        for (const measured of [undefined, null, true, false]) {
          const asked = find({ companyId: COMPANY, ids, code, measured });
          const { sql: text, parameters } = asked.compile();
          expect(asked.prepared()).toEqual({ sql: text, parameters });
        }
  });

  test('each set of values that are null is built once, and values never stay', () => {
    find({ companyId: COMPANY, ids: ['a'], code: null }).prepared();
    built = 0;
    const first = find({ companyId: 'one', ids: ['a'], code: null }).prepared();
    const second = find({ companyId: 'two', ids: ['b', 'c'], code: null }).prepared();
    expect(built).toBe(0);
    expect(second.sql).toBe(first.sql);
    expect([first.parameters, second.parameters]).toEqual([
      ['one', ['a']],
      ['two', ['b', 'c']],
    ]);
  });

  test('what is added has shapes of its own, by its name and by what is null in it', () => {
    const asked = find({ companyId: COMPANY, ids: null, code: null });
    const limited = (name: string, more: { readonly size: number | null }) =>
      asked.and(name, more, (query, { size }) => (size === null ? query : query.limit(size)));
    expect(limited('limit', { size: 5 }).prepared().parameters).toEqual([COMPANY, 5]);
    expect(limited('limit', { size: 7 }).prepared().parameters).toEqual([COMPANY, 7]);
    expect(limited('limit', { size: null }).prepared()).toEqual(asked.prepared());
    const ordered = asked.and('order', {}, (query) => query.orderBy('u.id'));
    expect(ordered.prepared().sql).toBe(ordered.compile().sql);
    expect(ordered.prepared().sql).not.toBe(asked.prepared().sql);
  });
});
