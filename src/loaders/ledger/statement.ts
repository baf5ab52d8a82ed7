import { sql, type RawBuilder } from 'kysely';
import { invalidInput, notFound } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import { assertDay } from '../../domain/place/plausible-day.js';
import type { Currency } from '../../domain/money/money.js';
import { may } from '../../tenancy/authorize.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { knownBefore } from './as-of.js';
import { currencyOf } from './currency-of.js';
import type { StatementLineKind } from '../../domain/ledger/statement-line-kind.js';

/** Whose statement, and over which days. */
interface StatementWanted {
  readonly payerId?: string | null;
  readonly unitId?: string | null;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly asKnownOn?: string | null;
  readonly currency?: Currency | null;
}

/** A statement before its sums and lines are read. */
export interface StatementRow extends Required<StatementWanted> {
  readonly estateId: string;
  readonly currency: Currency;
}

interface StatementSums {
  readonly openingMinor: number;
  readonly chargedMinor: number;
  readonly paidMinor: number;
  readonly otherMinor: number;
  readonly closingMinor: number;
}

/** A line of a statement, with the balance behind it; above zero it is owed. */
interface StatementLineRow {
  readonly id: string;
  readonly kind: StatementLineKind;
  readonly bookedDay: string;
  readonly recordedAt: Date;
  readonly amountMinor: number;
  readonly balanceMinor: number;
  readonly chargeId: string | null;
  readonly paymentId: string | null;
  readonly isReversal: boolean;
}

/**
 * The statement of a payer over all units, of one unit over all payers, or of both: what was charged, paid and changed
 * otherwise over some days.
 * @rule R-FEE-11 @rule R-ORG-70 @rule D-30
 * @throws NOT_FOUND unless payer and unit are seen and `fee.amount` reaches them
 * @throws INVALID_INPUT unless one of them is named, and for days that cannot be
 */
export async function statementOf(ctx: RequestContext, wanted: StatementWanted): Promise<StatementRow> {
  const { payerId = null, unitId = null, fromDay, untilDay, asKnownOn = null } = wanted;
  if (payerId === null && unitId === null) throw invalidInput('payerId', 'name the payer, the unit, or both');
  for (const [path, day] of Object.entries({ fromDay, untilDay, asKnownOn })) if (day !== null) assertDay(path, day);
  if (untilDay <= fromDay) throw invalidInput('untilDay', 'must lie after fromDay');
  const [payer, unit] = await Promise.all([
    payerId === null ? null : estateOf(ctx, 'customer', payerId),
    unitId === null ? null : estateOf(ctx, 'unit', unitId),
  ]);
  const estateId = payer ?? unit ?? '';
  const currency = wanted.currency ?? (await currencyOf(ctx, estateId));
  return { payerId, unitId, fromDay, untilDay, asKnownOn, currency, estateId };
}

async function estateOf(ctx: RequestContext, what: 'customer' | 'unit', id: string): Promise<string> {
  const { companyId } = ctx.asker;
  const place = sql<{ readonly estateId: string }>`
    select s.estate_id as "estateId" from ${sql.table(what)} s where s.company_id = ${companyId} and s.id = ${id}::uuid`;
  const [row] = isId(id) ? await ctx.moment.read(place.compile(sqlFor)) : [];
  const other = ctx.asker.kind === 'RESIDENT' && what === 'customer' && id !== ctx.asker.subjectId;
  if (!row || other || !may(ctx.principal, 'fee.amount', row.estateId)) throw notFound(what);
  return row.estateId;
}

/**
 * Every line that moves the balance, with the balance behind it, up to the end of the statement. Of a payer these are
 * charges, payments and what changes either; of a unit, charges and what settles or changes them: what was paid ahead is
 * the payer's, not the unit's.
 */
function linesOf(ctx: RequestContext, statement: StatementRow) {
  const { payerId, unitId, untilDay, currency } = statement;
  const { companyId, kind, subjectId } = ctx.asker;
  const known = knownBefore(statement);
  const of = (alias: string) => sql`
    ${sql.ref(`${alias}.company_id`)} = ${companyId} and ${sql.ref(`${alias}.estate_id`)} = ${statement.estateId}::uuid
     and ${sql.ref(`${alias}.currency`)} = ${currency} and ${sql.ref(`${alias}.booked_day`)} < ${untilDay}::date
     and ${sql.ref(`${alias}.recorded_at`)} < (select ${known} from estate z where z.company_id = ${companyId} and z.id = ${statement.estateId}::uuid)
     ${payerId === null ? sql`` : sql`and ${sql.ref(`${alias}.payer_id`)} = ${payerId}::uuid`}
     ${unitId === null ? sql`` : sql`and ${sql.ref(`${alias}.unit_id`)} = ${unitId}::uuid`}
     ${kind === 'RESIDENT' ? sql`and ${sql.ref(`${alias}.payer_id`)} = ${subjectId}::uuid` : sql``}`;
  const payments = sql`
      union all
      select p.id, 'PAYMENT', p.booked_day, p.recorded_at, -p.amount_minor, null, p.id, false from payment p where ${of('p')}`;
  const moves = unitId === null ? sql`e.charge_effect_minor - e.payment_effect_minor` : sql`e.charge_effect_minor`;
  const counts = unitId === null ? sql`e.kind not in ('ALLOCATION', 'CHANNEL_FEE')` : sql`e.charge_id is not null`;
  return sql<StatementLineRow>`(
    select l.*, (sum(l."amountMinor") over (order by l."bookedDay", l."recordedAt", l.id))::bigint as "balanceMinor" from (
      select c.id, 'CHARGE' as kind, c.booked_day as "bookedDay", c.recorded_at as "recordedAt", c.amount_minor as "amountMinor",
             c.id as "chargeId", null::uuid as "paymentId", false as "isReversal" from charge c where ${of('c')}
      ${unitId === null ? payments : sql``}
      union all
      select e.id, e.kind, e.booked_day, e.recorded_at, ${moves}, e.charge_id, e.payment_id, e.reverses_id is not null
        from ledger_entry e where ${counts} and ${of('e')}) as l)`.as('s');
}

/** The sums of a statement, in minor units; read once. */
export const sumsOfStatement = (ctx: RequestContext, statement: StatementRow): Promise<StatementSums> =>
  ctx.moment.once(statement, () => readSums(ctx, statement));

async function readSums(ctx: RequestContext, statement: StatementRow): Promise<StatementSums> {
  const within = sql`s."bookedDay" >= ${statement.fromDay}::date`;
  const sum = (condition: RawBuilder<unknown>) =>
    sql<number>`coalesce(sum(s."amountMinor") filter (where ${condition}), 0)::bigint`;
  const [sums] = await ctx.moment.read(
    sqlFor
      .selectFrom(linesOf(ctx, statement))
      .select([
        sum(sql`not ${within}`).as('openingMinor'),
        sum(sql`${within} and s.kind = 'CHARGE'`).as('chargedMinor'),
        sum(sql`${within} and s.kind in ('PAYMENT', 'ALLOCATION')`).as('paidMinor'),
        sum(sql`${within} and s.kind not in ('CHARGE', 'PAYMENT', 'ALLOCATION')`).as('otherMinor'),
        sum(sql`true`).as('closingMinor'),
      ]),
  );
  if (!sums) throw new Error('Sums are always one row.');
  return sums;
}

const KEYS: readonly SortKey[] = [
  { column: 's."bookedDay"', type: 'date' },
  { column: 's."recordedAt"', type: 'timestamptz' },
  { column: 's.id', type: 'uuid' },
];

/** A line with the currency of its statement. */
export type ShownLine = StatementLineRow & { readonly currency: Currency };

/** A page of the lines of a statement, by day of the books, then as they were recorded. */
export async function linesOfStatement(ctx: RequestContext, statement: StatementRow, args: PageArgs) {
  const lines = sqlFor
    .selectFrom(linesOf(ctx, statement))
    .selectAll()
    .where(sql<boolean>`s."bookedDay" >= ${statement.fromDay}::date`);
  const found = await page(ctx.moment, lines, KEYS, args);
  return found.map((line): ShownLine => ({ ...line, currency: statement.currency }));
}
