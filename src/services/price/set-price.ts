import { LockMode } from '@mikro-orm/core';
import { invalidInput } from '../../domain/errors.js';
import { minorOf, type Money } from '../../domain/money/money.js';
import { assertPlausibleDay } from '../../domain/place/plausible-day.js';
import { assertPriceCode, HIGHEST_PRICE, type PriceKind } from '../../domain/price/price.js';
import { newId } from '../../entities/new-id.js';
import { PriceItem } from '../../entities/price/price-item.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordPriceEvent } from './steps/record-price-event.js';

interface SetPrice extends CommandInput {
  /** Null: for all estates of the company. */
  readonly estateId?: string | null;
  readonly code: string;
  readonly kind: PriceKind;
  readonly name: string;
  readonly unit: string;
  readonly price: Money;
  /** Today where nothing is said. */
  readonly from?: string | null;
}

/**
 * Puts a price on the list from a day on, in place of the one that the code had: what was quoted before keeps its price.
 * Said again for the same day, the later word holds. Needs `price.manage` on the estate, or on all for the company's own.
 * @rule R-DSP-13 @rule R-ORG-60
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT for a day in the past or before the one from which the code has its last price, and for an amount
 * that cannot be
 */
export async function setPrice(ctx: CommandContext, input: SetPrice): Promise<{ priceId: string }> {
  const { companyId, em, clock } = ctx;
  const { code, kind, name, unit, estateId = null } = input;
  const today = await dayAt(ctx, estateId, clock.now());
  authorizeOn(ctx.principal, 'price.manage', estateId);
  assertPriceCode('input.code', code);
  const priceMinor = minorOf('input.price', input.price, HIGHEST_PRICE);
  const fromDay = input.from ?? today;
  assertPlausibleDay('input.from', fromDay, today);
  if (fromDay < today) throw invalidInput('input.from', 'must not lie in the past');
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `price/${companyId}/${estateId ?? ''}/${code}`,
  ]);
  const last = await em.findOne(
    PriceItem,
    { companyId, estateId, code },
    { orderBy: { fromDay: 'desc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (last && last.fromDay > fromDay)
    throw invalidInput('input.from', 'lies before the last price of this code', { earliest: last.fromDay });
  const { currency } = input.price;
  const said = { kind, name, unit, priceMinor, currency, setBy: ctx.principal.subjectId, setAt: clock.now() };
  if (last?.fromDay === fromDay) {
    Object.assign(last, said, { untilDay: null, version: last.version + 1 });
    recordPriceEvent(ctx, last, 'SET');
    return { priceId: last.id };
  }
  if (last && (last.untilDay == null || last.untilDay > fromDay)) {
    last.untilDay = fromDay;
    last.version += 1;
  }
  const price = em.create(PriceItem, {
    ...said,
    companyId,
    id: newId(),
    estateId,
    code,
    fromDay,
    untilDay: null,
    version: 1,
  });
  recordPriceEvent(ctx, price, 'SET');
  return { priceId: price.id };
}
