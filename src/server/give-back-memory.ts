import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The collector as `--expose-gc` gives it. */
type Collector = (options: {
  readonly type: 'major';
  readonly execution: 'async';
  readonly flavor: 'last-resort';
}) => Promise<void>;

/**
 * Gives back what the start has used: building schema, mapping and demo leaves young space grown to its bound, which V8
 * keeps until it is pressed for memory (about 70 of 215 MB, measured on Node 24.21). It grows again with the load.
 */
export async function giveBackMemory(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collector;
  setFlagsFromString('--no-expose-gc');
  await collect({ type: 'major', execution: 'async', flavor: 'last-resort' });
}
