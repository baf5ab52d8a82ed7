import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { AGEING_BUCKETS, ageingBucketOf, type AgeingBucket } from '../../domain/collection/ageing.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { ArrearsRow } from './arrears-page.js';
import { openCharges } from './open-charges.js';

/** What a debtor owes of one age. */
export interface DebtShare {
  readonly bucket: AgeingBucket;
  readonly charges: number;
  readonly openMinor: number;
}

interface Open {
  readonly payerId: string;
  readonly unitId: string | null;
  readonly currency: string;
  readonly dueDay: string;
  readonly on: string;
  readonly openMinor: number;
}

const keyOf = ({ payerId, unitId, currency }: Pick<Open, 'payerId' | 'unitId' | 'currency'>): string =>
  `${payerId}/${unitId ?? ''}/${currency}`;

/** What debtors owe by age, all four ages of each, by the same question that found them. @rule M-FEE-05 */
export function debtShares(
  ctx: RequestContext,
  { asked }: ArrearsRow,
): DataLoader<ArrearsRow, readonly DebtShare[], string> {
  const question = `debtShares/${asked.on ?? ''}/${asked.asKnownOn ?? ''}/${asked.kinds?.join() ?? ''}`;
  return ctx.moment.once(question, () => {
    return new DataLoader<ArrearsRow, readonly DebtShare[], string>(
      async (debts) => {
        const scope = { kinds: asked.kinds ?? null, estateIds: [...new Set(debts.map(({ estateId }) => estateId))] };
        const payers = [...new Set(debts.map(({ payerId }) => payerId))];
        const open = await ctx.moment.read(
          sql<Open>`select o.payer_id as "payerId", o.unit_id as "unitId", o.currency, o.due_day as "dueDay", o.day as on, o.open_minor as "openMinor"
            from ${openCharges(ctx, scope, asked)} o where o.payer_id = any(${payers}::uuid[])`.compile(sqlFor),
        );
        const byDebt = new Map<string, Open[]>();
        for (const one of open) byDebt.set(keyOf(one), [...(byDebt.get(keyOf(one)) ?? []), one]);
        return debts.map((debt) => sharesOf(byDebt.get(keyOf(debt)) ?? []));
      },
      { cacheKeyFn: keyOf },
    );
  });
}

const sharesOf = (open: readonly Open[]): DebtShare[] =>
  AGEING_BUCKETS.map((bucket) => {
    const ofAge = open.filter(({ dueDay, on }) => ageingBucketOf(dueDay, on) === bucket);
    return { bucket, charges: ofAge.length, openMinor: ofAge.reduce((sum, { openMinor }) => sum + openMinor, 0) };
  });
