import { describe, expect, it } from '@jest/globals';
import { MaxLength, ValidateNested } from 'class-validator';
import type { ResolverData } from 'type-graphql';
import { validateArgument } from '../../../src/server/execution/validate-argument.js';

class Part {
  @MaxLength(3, { message: 'is too long' })
  name?: string;
  @ValidateNested()
  parts?: Part[];
}
interface Given {
  readonly name?: string;
  readonly parts?: readonly Given[];
}
function made({ name, parts }: Given): Part {
  const part = Object.assign(new Part(), name === undefined ? {} : { name });
  return Object.assign(part, parts === undefined ? {} : { parts: parts.map(made) });
}
async function pathOf(args: Record<string, unknown>, value: unknown): Promise<unknown> {
  return validateArgument(value, Part, { args } as unknown as ResolverData).then(
    () => null,
    (error: unknown) => (error as { facts: { path: string } }).facts.path,
  );
}
const LONG = { name: 'long' };

describe('the path of a refused argument', () => {
  it.each<[string, Record<string, unknown>, unknown, string | null]>([
    ['begins with its own name', { filter: LONG, input: { name: 'ok' } }, made(LONG), 'filter.name'],
    ['goes down to the field', { input: { parts: [{}, LONG] } }, made({ parts: [{}, LONG] }), 'input.parts[1].name'],
    [
      'names the item of a list',
      { items: [{ name: 'ok' }, LONG] },
      [made({ name: 'ok' }), made(LONG)],
      'items[1].name',
    ],
    ['is the argument itself where arguments stand together', { name: 'long', filter: {} }, made(LONG), 'name'],
    ['is not there when all is well', { input: { name: 'ok' } }, made({ name: 'ok' }), null],
  ])('%s', async (_law, args, value, path) => {
    expect(await pathOf(args, value)).toBe(path);
  });
});
