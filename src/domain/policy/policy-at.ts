import { invalidInput } from '../errors.js';
import { dayNumber, type LocalDate } from '../calendar/calendar-day.js';
import { assertPlausibleDay } from '../place/plausible-day.js';
import { policyOf, type PolicyKey, type PolicyValue } from './policies.js';

/** What a company, or one of its estates, has set from a day on. Versions are never changed, only followed. */
export interface PolicyVersion<K extends PolicyKey> {
  /** Counts the versions of a key on one level; of two from the same day the higher one holds. */
  readonly version: number;
  /** Null for the company's own. */
  readonly estateId: string | null;
  readonly effectiveFrom: LocalDate;
  /** Null gives up what was set: an estate follows its company again, a company the default. */
  readonly value: PolicyValue<K> | null;
  /** Of the company's versions: false forbids estates to differ while it holds. */
  readonly estatesMayOverride?: boolean;
}

/** The value in force and where it comes from; `version` is null for the default. */
export interface PolicyInForce<K extends PolicyKey> {
  readonly value: PolicyValue<K>;
  readonly source: 'DEFAULT' | 'COMPANY' | 'ESTATE';
  readonly version: number | null;
  readonly effectiveFrom: LocalDate | null;
}

/**
 * The value of a setting on a local day for an estate, or for the company as such when `estateId` is null. On each
 * level the version with the latest effective day up to that day holds; an estate's goes before its company's where the
 * setting and the company allow it; where nobody has set anything, the default holds. What a later version says never
 * changes the answer for an earlier day.
 * @rule R-MET-09
 * @param versions of this key and one company, in any order; those of other estates are passed over
 */
export function policyAt<K extends PolicyKey>(
  key: K,
  versions: readonly PolicyVersion<K>[],
  at: { readonly day: LocalDate; readonly estateId: string | null },
): PolicyInForce<K> {
  const company = latest(versions, at.day, null);
  const mayDiffer = at.estateId !== null && estatesMayDiffer(key, versions, at.day);
  const estate = mayDiffer ? latest(versions, at.day, at.estateId) : undefined;
  for (const [source, set] of [['ESTATE', estate] as const, ['COMPANY', company] as const])
    if (set && set.value !== null)
      return { value: set.value, source, version: set.version, effectiveFrom: set.effectiveFrom };
  return { value: policyOf(key).default, source: 'DEFAULT', version: null, effectiveFrom: null };
}

/** Whether estates may differ from their company on a day: the setting allows it, and the company has not forbidden it. */
export const estatesMayDiffer = <K extends PolicyKey>(
  key: K,
  versions: readonly PolicyVersion<K>[],
  day: LocalDate,
): boolean => policyOf(key).estateMayOverride && (latest(versions, day, null)?.estatesMayOverride ?? true);

/**
 * A version may begin today or later, never in the past: what has been measured stays measured by what held then.
 * @rule R-MET-09
 * @throws INVALID_INPUT when it begins before today, lies implausibly far ahead, or is no day
 */
export function assertEffective(from: LocalDate, today: LocalDate, path = 'input.effectiveFrom'): void {
  dayNumber(from, path);
  if (from < today) throw invalidInput(path, 'must not lie in the past', { earliest: today });
  assertPlausibleDay(path, from, today);
}

function latest<K extends PolicyKey>(
  versions: readonly PolicyVersion<K>[],
  day: LocalDate,
  estateId: string | null,
): PolicyVersion<K> | undefined {
  return versions
    .filter((each) => each.estateId === estateId && each.effectiveFrom <= day)
    .reduce<PolicyVersion<K> | undefined>((best, each) => (best && !isLater(each, best) ? best : each), undefined);
}

const isLater = <K extends PolicyKey>(a: PolicyVersion<K>, b: PolicyVersion<K>): boolean =>
  a.effectiveFrom === b.effectiveFrom ? a.version > b.version : a.effectiveFrom > b.effectiveFrom;
