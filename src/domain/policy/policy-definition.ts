import type { SettingShape } from './setting-shape.js';

/** A rule of the house that a company sets for itself, with the value that holds while it has said nothing. */
export interface PolicyDefinition<T> {
  readonly title: string;
  readonly titleZh: string;
  readonly shape: SettingShape<T>;
  readonly default: T;
  /** Whether an estate may differ at all; a company can still forbid it with its own version. */
  readonly estateMayOverride: boolean;
  /** Rules of the domain that read this setting. */
  readonly rules: readonly string[];
  /** Chapter of the domain that the default comes from: 5 repairs, 6 complaints, 45 differing manuals, 49 open questions, 50 rulings. */
  readonly section: 5 | 6 | 45 | 49 | 50;
}

/** A definition whose default has been checked against its own shape; both are frozen. */
export function policy<T>(
  definition: Omit<PolicyDefinition<T>, 'default'> & { readonly default: NoInfer<T> },
): PolicyDefinition<T> {
  const value = deepFreeze(definition.shape.parse('default', definition.default));
  return Object.freeze({ ...definition, default: value });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
