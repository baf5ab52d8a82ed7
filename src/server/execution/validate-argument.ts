import { validate, type ValidationError } from 'class-validator';
import type { ResolverData } from 'type-graphql';
import { invalidInput } from '../../domain/errors.js';
import { spelled } from './input-path.js';

const OPTIONS = { skipMissingProperties: true, forbidUnknownValues: false } as const;

/** Checks an argument against the rules of its class. @throws INVALID_INPUT with the path from the argument's name down */
export async function validateArgument(value: unknown, _type: unknown, { args }: ResolverData): Promise<void> {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const [i, item] of items.entries()) {
    if (typeof item !== 'object' || item === null) continue;
    const [error] = await validate(item, OPTIONS);
    if (!error) continue;
    const name = nameOf(args, value as object);
    const start = name === null ? [] : Array.isArray(value) ? [name, i] : [name];
    throw refusal(error, start);
  }
}

/** The argument whose value this is; null where it stands for all arguments of the field together. */
function nameOf(args: Readonly<Record<string, unknown>>, value: object): string | null {
  return Object.keys(args).find((name) => isSame(args[name], value)) ?? null;
}

/** Whether a value was made of what was given: what a class adds is undefined, and an object in it is made anew. */
function isSame(given: unknown, made: unknown): boolean {
  if (typeof given !== 'object' || given === null || typeof made !== 'object' || made === null) return given === made;
  const names = new Set([...Object.keys(given), ...Object.keys(made)]);
  return [...names].every((name) => isSame(given[name as never], made[name as never]));
}

function refusal(error: ValidationError, above: readonly (string | number)[]): Error {
  const path = [...above, /^\d+$/.test(error.property) ? Number(error.property) : error.property];
  const child = error.children?.[0];
  if (child) return refusal(child, path);
  const [start = '', ...rest] = path;
  return invalidInput(spelled(String(start), rest), Object.values(error.constraints ?? {})[0] ?? 'is not valid');
}
