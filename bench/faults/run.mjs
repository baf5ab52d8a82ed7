import { parseArgs } from 'node:util';
import { openBenchDatabase } from '../database.mjs';
import { amissIn } from './audit.mjs';
import { SCENARIOS } from './scenarios.mjs';
import { Stage } from './stage.mjs';

/**
 * Faults at full size: `--small` plays them as often as the suite does, `--only WORD` those with this word in their name,
 * `--seed N` draws the same lots again. Prints the fault table and fails when anything in it is not 0.
 */
export async function runFaultsBench(args) {
  const { values } = parseArgs({
    args,
    options: { small: { type: 'boolean', default: false }, only: { type: 'string' }, seed: { type: 'string' } },
  });
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  console.log(`seed ${seed}`);
  const database = await openBenchDatabase({ settings: ROOM });
  const stage = await Stage.open({ ...database, seed });
  const lost = database.lost.then((error) => {
    throw error;
  });
  try {
    const wanted = [...SCENARIOS, POSTGRES].filter(({ name }) => name.includes(values.only ?? ''));
    for (const scenario of wanted) {
      const row = await Promise.race([stage.play(scenario, values.small ? scenario.small : scenario.full), lost]);
      const amiss = amissIn(row);
      const { name, times, seconds, commands, events, sockets } = row;
      const good = Object.keys(amiss).length === 0;
      if (!good) process.exitCode = 1;
      console.log(
        `${name} × ${times}: ${commands} commands, ${events} events, ${sockets} sockets in ${seconds.toFixed(0)} s: ` +
          (good ? '0 lost, 0 missed, 0 doubled, order kept' : JSON.stringify(amiss)),
      );
    }
  } finally {
    await stage.close();
    await database.close();
  }
}

/** Lines that are pulled stay with the server, which only a network would tell that nobody is there any more. */
const ROOM = { max_connections: '500' };

/**
 * The bench's own server, which is started again by who keeps it, five times in ten minutes and not oftener: the suite's serves
 * other tests at the same time.
 */
const POSTGRES = {
  name: 'kill -9 of PostgreSQL',
  small: 1,
  full: 5,
  disturb: async (stage, times) => {
    for (let i = 0; i < times; i += 1) {
      await stage.acknowledged(8);
      const { rows } = await stage.database.query(`select pg_read_file('postmaster.pid') as pid`);
      process.kill(Number.parseInt(rows[0].pid, 10), 'SIGKILL');
      await stage.acknowledged(8);
    }
  },
};
