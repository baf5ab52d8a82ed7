import { POLICY_KEYS, policyOf, type PolicyKey } from '../../domain/policy/policies.js';
import type { PolicyBook } from '../../domain/policy/policy-book.js';
import { assertDay } from '../../domain/place/plausible-day.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { askedPlace } from '../place/asked-place.js';
import { policyBookOf } from './policy-book-of.js';

/** For whom and when policies are asked. */
interface Asked {
  /** Null: for the company as such. */
  readonly estateId?: string | null;
  /** Today at that place where nothing is said. */
  readonly on?: string | null;
}

/**
 * Policies in force on a day for an estate or for the company, in the order of their keys; all where no keys are named.
 * @rule R-MET-09
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT for a day before 1900 or after 2199
 */
export async function policiesOn(ctx: RequestContext, asked: Asked, keys: readonly PolicyKey[] = POLICY_KEYS) {
  const place = await askedPlace(ctx, 'policy.read', asked.estateId);
  const on = asked.on ?? place.today;
  assertDay('on', on);
  const book = await policyBookOf(ctx, place.estateId);
  return keys.map((key) => policyRow(book, key, { estateId: place.estateId, on }));
}

function policyRow(book: PolicyBook, key: PolicyKey, at: { readonly estateId: string | null; readonly on: string }) {
  const { title, titleZh, rules, shape, default: defaultValue } = policyOf(key);
  const inForce = book.at(key, { day: at.on, estateId: at.estateId });
  return {
    key,
    title,
    titleZh,
    rules,
    shape: shape.form as unknown,
    defaultValue: defaultValue as unknown,
    estatesMayDiffer: book.mayDiffer(key, at.on),
    lastVersion: book.lastVersion(key, at.estateId),
    ...at,
    ...inForce,
    value: inForce.value as unknown,
  };
}

export type PolicyRow = ReturnType<typeof policyRow>;
