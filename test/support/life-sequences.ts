import { DomainError } from '../../src/domain/errors.js';
import { stageAfter, type LifeStep } from '../../src/domain/life-cycle.js';

/** Where verbs lead by a table of the house; null where one is refused. */
export type LifeTable = (verb: string, stage: string | null) => string | null;

/** A life of the house as a table in which each verb is looked up once. */
export function tableOf(life: readonly LifeStep<string, string>[]): LifeTable {
  const known = new Map<string, string | null>();
  return (verb, stage) => {
    const key = `${verb} ${String(stage)}`;
    const found = known.get(key) ?? (known.has(key) ? null : lookUp(life, verb, stage));
    known.set(key, found);
    return found;
  };
}

function lookUp(life: readonly LifeStep<string, string>[], verb: string, stage: string | null): string | null {
  try {
    return stageAfter(life, 'It', verb, stage);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'RULE_REFUSED') return null;
    throw error;
  }
}

/** Ends without the work. */
const EARLY = ['CANCELLED', 'DECLINED', 'EXPLAINED'];

/**
 * The verb that a step of a sequence draws.
 * @param mode 0: any verb; 1: one that the table takes; else, so that sequences come far, one that leads on
 */
export function drawVerb(
  table: LifeTable,
  verbs: readonly string[],
  stage: string | null,
  { pick, mode }: { readonly pick: number; readonly mode: number },
): string {
  const choice = choiceOf(table, verbs, stage, mode);
  return choice[pick % choice.length] ?? '';
}

function choiceOf(table: LifeTable, verbs: readonly string[], stage: string | null, mode: number): readonly string[] {
  if (mode === 0) return verbs;
  const taken = verbs.filter((verb) => table(verb, stage) !== null);
  const onward = taken.filter((verb) => {
    const next = table(verb, stage) ?? '';
    return next !== stage && !EARLY.includes(next);
  });
  if (taken.length === 0) return verbs;
  return mode === 1 || onward.length === 0 ? taken : onward;
}
