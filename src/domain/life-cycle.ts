import { ruleRefused } from './errors.js';

/** One allowed step of a life cycle. */
export interface LifeStep<V extends string, S extends string> {
  readonly verb: V;
  /** The stages that take the verb; null for what does not exist yet. */
  readonly from: readonly (S | null)[];
  readonly to: S;
  /** The rule that the step carries out, and that refuses the verb elsewhere. */
  readonly rule: string;
}

/**
 * The stage that a verb leads to: what is not a row of the life cycle is refused.
 * @param what names the thing in the refusal: `A complaint`
 * @throws RULE_REFUSED with the verb's rule, `stage`, `verb` and the verbs that are `allowed` there, when no step fits
 */
export function stageAfter<V extends string, S extends string>(
  life: readonly LifeStep<V, S>[],
  what: string,
  verb: string,
  stage: S | null,
): S {
  const steps = life.filter((step) => step.verb === verb);
  const step = steps.find((candidate) => candidate.from.includes(stage));
  if (step) return step.to;
  const allowed = life.filter((candidate) => candidate.from.includes(stage)).map((candidate) => candidate.verb);
  throw ruleRefused(
    steps[0]?.rule ?? life[0]?.rule ?? '',
    `${what} in stage ${stage ?? 'none'} does not take ${verb}.`,
    { stage, verb, allowed: [...new Set(allowed)] },
  );
}
