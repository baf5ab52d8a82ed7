import { sql } from 'kysely';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { paymentsInReach } from './payment-by-id.js';

/** What payments are asked for; conditions hold together. */
interface PaymentsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly unitId?: string | null;
  readonly payerId?: string | null;
  readonly methods?: readonly PaymentMethod[] | null;
  readonly reference?: string | null;
  readonly unallocated?: boolean | null;
  readonly reversed?: boolean | null;
  readonly paidFrom?: string | null;
  readonly paidBefore?: string | null;
}

const KEYS: readonly SortKey[] = [{ column: 'p.id', type: 'uuid', descending: true }];

/** A page of the payments that the asker may read, the latest recorded first. */
export function paymentsPage(ctx: RequestContext, wanted: PaymentsWanted, args: PageArgs) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  let payments = paymentsInReach(ctx);
  for (const condition of [
    among('p.estate_id', 'uuid', wanted.estateIds),
    among('p.unit_id', 'uuid', one(wanted.unitId)),
    among('p.payer_id', 'uuid', one(wanted.payerId)),
    among('p.method', 'text', wanted.methods),
    among('p.reference', 'text', one(wanted.reference)),
    wanted.unallocated == null ? null : sql<boolean>`(p.free_minor > 0) = ${wanted.unallocated}::boolean`,
    wanted.reversed == null ? null : sql<boolean>`(p.reversed_at is not null) = ${wanted.reversed}::boolean`,
    wanted.paidFrom == null ? null : sql<boolean>`p.booked_day >= ${wanted.paidFrom}::date`,
    wanted.paidBefore == null ? null : sql<boolean>`p.booked_day < ${wanted.paidBefore}::date`,
  ])
    if (condition) payments = payments.where(condition);
  return page(ctx.moment, payments, KEYS, args);
}
