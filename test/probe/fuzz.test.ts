import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { openFuzzWorld, type FuzzWorld } from './fuzz-world.js';
import { coordinatesOf, randomOperation } from './random-operation.js';
import { Tape } from './tape.js';

const ASKED = process.env['PROBE_OPERATIONS'];
const OPERATIONS = Number(ASKED ?? 1_500);
const TIME_LIMIT_MS = 15_000;
/** A long run may begin and end beside other work. */
const HOOK_LIMIT_MS = 120_000;
const SEED = Number(process.env['PROBE_SEED'] ?? Date.now() % 2 ** 31);
/** Operations under way at once. */
const AT_ONCE = 5;
/** After so many operations their commands have changed much: a new story is told. */
const OPERATIONS_PER_WORLD = 4_000;

describe('random operations over the introspected schema', () => {
  let world: FuzzWorld;
  let schema: GraphQLSchema;
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  const touched = new Set<string>();
  let sent = 0;

  beforeAll(async () => {
    process.on('unhandledRejection', note);
    world = await openFuzzWorld();
    const { data } = await world.server.query(getIntrospectionQuery({ inputValueDeprecation: true }));
    schema = buildClientSchema(data as IntrospectionQuery);
  }, HOOK_LIMIT_MS);
  afterAll(async () => {
    process.off('unhandledRejection', note);
    await world.close();
  }, HOOK_LIMIT_MS);

  test(
    'R-ORG-78 · D-30 · nothing of anybody else is told, nothing fails inside, every connection comes back',
    async () => {
      const tape = fc.array(fc.nat(0xffff), { minLength: 20, maxLength: 400, size: 'max' });
      const property = fc.asyncProperty(fc.array(tape, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (tapes) => {
        if (sent > 0 && sent % OPERATIONS_PER_WORLD === 0) {
          await world.close();
          world = await openFuzzWorld(world);
        }
        sent += tapes.length;
        const wrong = await Promise.all(
          tapes.map(async (numbers) => {
            const choices = new Tape(numbers);
            const asker = choices.pick(world.askers);
            const operation = randomOperation(schema, choices, asker.pools);
            for (const coordinate of operation.touched) touched.add(coordinate);
            return world.ask(asker, operation, choices.chance(4));
          }),
        );
        const found = wrong.filter((one) => one !== null);
        if (found.length > 0) throw new Error(found.join('\n\n'));
      });
      await fc.assert(property, {
        seed: SEED,
        numRuns: Math.ceil(OPERATIONS / AT_ONCE),
        ...(ASKED === undefined ? { interruptAfterTimeLimit: TIME_LIMIT_MS } : {}),
      });
      await world.assertIdle();
      expect(unhandled).toEqual([]);
      process.stdout.write(report());
      if (OPERATIONS >= 20_000) expect(untouched()).toEqual([]);
    },
    60_000 + OPERATIONS * 200,
  );

  const untouched = (): string[] => coordinatesOf(schema).filter((coordinate) => !touched.has(coordinate));
  const report = (): string => {
    const all = coordinatesOf(schema).length;
    const codes = [...world.verdicts].sort(([, a], [, b]) => b - a).map(([code, n]) => `${code} ${n}`);
    return `fuzz seed ${SEED}: ${sent} operations, ${all - untouched().length} of ${all} fields and arguments touched; ${codes.join(', ')}\n`;
  };
});
