import { parseArgs } from 'node:util';

/** Parts of a run beside the operations. */
export const FENCE = 'fence';

/**
 * What a run measures, from its command line: `--only page,fence`, `--connections 1,32`, `--rounds 5`, `--ms 1000`,
 * `--without postgraphile,floor`, `--profile DIR` (a CPU profile of the product's process).
 * @throws Error for an option or a name that is not known
 */
export function optionsOf(args, operations) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      connections: { type: 'string', default: '1,32,256' },
      rounds: { type: 'string', default: '5' },
      ms: { type: 'string', default: '1000' },
      without: { type: 'string', default: '' },
      profile: { type: 'string' },
    },
  });
  const known = [...operations, FENCE];
  const only = values.only === undefined ? known : values.only.split(',');
  for (const name of only)
    if (!known.includes(name)) throw new Error(`--only knows ${known.join(', ')}, but not ${name}.`);
  const number = (text) => {
    if (!/^[1-9]\d*$/.test(text)) throw new Error(`${text} is not a whole number above 0.`);
    return Number(text);
  };
  return {
    operations: operations.filter((name) => only.includes(name)),
    fence: only.includes(FENCE),
    connections: values.connections.split(',').map(number),
    rounds: number(values.rounds),
    roundMs: number(values.ms),
    without: values.without.split(','),
    profile: values.profile ?? null,
  };
}
