import { invalidInput } from '../errors.js';

/**
 * The named members of a JSON object and no others.
 * @throws INVALID_INPUT with the path of the object or of the member that is missing or unknown
 */
export function members(
  path: string,
  json: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw invalidInput(path, 'must be an object');
  const given = Object.keys(json);
  const missing = required.find((name) => !Object.hasOwn(json, name));
  if (missing !== undefined) throw invalidInput(`${path}.${missing}`, 'is missing');
  const unknown = given.find((name) => !required.includes(name) && !optional.includes(name));
  if (unknown !== undefined)
    throw invalidInput(path, 'has a member that is unknown', { expected: [...required, ...optional] });
  return json as Record<string, unknown>;
}

/** @throws INVALID_INPUT when it is no list, or one with more or fewer members */
export function listOf(path: string, json: unknown, min: number, max: number): readonly unknown[] {
  if (!Array.isArray(json)) throw invalidInput(path, 'must be a list');
  if (json.length < min || json.length > max) throw invalidInput(path, `must have ${min} to ${max} members`);
  return json;
}
