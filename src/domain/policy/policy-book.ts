import type { LocalDate } from '../calendar/calendar-day.js';
import { parsePolicyValue, POLICIES, type PolicyKey } from './policies.js';
import { estatesMayDiffer, policyAt, type PolicyInForce, type PolicyVersion } from './policy-at.js';

/** A version as it is stored. */
export interface StoredPolicyVersion {
  /** Of the stored row, which never changes. */
  readonly id: string;
  readonly key: string;
  readonly estateId: string | null;
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  /** JSON; null gives up what was set. */
  readonly value: unknown;
  readonly estatesMayOverride: boolean;
}

/** Values kept ready by the stored row, so that one version's value is one object. */
const MAX_REMEMBERED = 20_000;
const remembered = new Map<string, unknown>();

/** What a company, and of its estates some, have set: every version of every policy, in the past and ahead. */
export class PolicyBook {
  readonly #versions = new Map<string, PolicyVersion<PolicyKey>[]>();

  /** @param rows of one company; a key that the product no longer knows is passed over */
  constructor(rows: readonly StoredPolicyVersion[]) {
    for (const row of rows) {
      if (!isKey(row.key)) continue;
      const versions = this.#versions.get(row.key);
      const version = { ...row, value: valueOf(row.key, row) };
      if (versions) versions.push(version);
      else this.#versions.set(row.key, [version]);
    }
  }

  /**
   * The value in force on a local day for an estate, or for the company as such.
   * @rule R-MET-09
   */
  at<K extends PolicyKey>(key: K, at: { readonly day: LocalDate; readonly estateId: string | null }): PolicyInForce<K> {
    return policyAt(key, this.#of(key), at);
  }

  /** Whether estates may differ from their company on that day. */
  mayDiffer(key: PolicyKey, day: LocalDate): boolean {
    return estatesMayDiffer(key, this.#of(key), day);
  }

  /** The number of the last version on one level, whenever it takes effect; 0 when nothing was set there. */
  lastVersion(key: PolicyKey, estateId: string | null): number {
    return Math.max(0, ...this.#of(key).flatMap((each) => (each.estateId === estateId ? [each.version] : [])));
  }

  #of<K extends PolicyKey>(key: K): readonly PolicyVersion<K>[] {
    return this.#versions.get(key) ?? [];
  }
}

const isKey = (key: string): key is PolicyKey => Object.hasOwn(POLICIES, key);

function valueOf(key: PolicyKey, { id, value }: StoredPolicyVersion): PolicyVersion<PolicyKey>['value'] {
  if (value === null) return null;
  if (!remembered.has(id)) {
    if (remembered.size >= MAX_REMEMBERED) remembered.delete(String(remembered.keys().next().value));
    remembered.set(id, parsePolicyValue(key, value, 'value'));
  }
  return remembered.get(id) as PolicyVersion<PolicyKey>['value'];
}
