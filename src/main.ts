import type { Logger } from 'pino';
import { buildDemoInWorker } from './server/demo/demo-in-worker.js';
import { assertDemoStaysHere, hasDemo, wantsDemo } from './server/demo/demo-portfolio.js';
import { welcome } from './server/demo/welcome.js';
import { ConfigurationError, readEnvironment, type Environment } from './server/env.js';
import { giveBackMemory } from './server/give-back-memory.js';
import { openLog } from './server/log.js';
import { startProgram, type Program } from './server/program.js';

/** Starts the product and stops it in order on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const environment = environmentOrExit();
  const log = openLog(environment.logLevel);
  const starting = startProgram(environment, log, async (house, database) => {
    await assertDemoStaysHere(house, environment);
    if (await wantsDemo(house, database, environment))
      log.info(
        await buildDemoInWorker({
          apiUrl: database.apiUrl,
          ownerUrl: database.ownerUrl,
          secret: database.secret,
          dataDir: environment.dataDir,
          filesS3: environment.filesS3,
        }),
        'Built the demo portfolio',
      );
  });
  stopOnSignals(starting, log);
  const program = await starting;
  endWithDatabase(program, log);
  const { address, house } = program;
  log.info(`Guanjia listens on ${address}`);
  const demo = !environment.production && (await hasDemo(house).catch(() => false));
  process.stdout.write(welcome({ address, graphiql: environment.graphiql, demo }));
  await giveBackMemory();
}

/** An embedded database that cannot be started again ends the program with 1: whoever watches over it may start it anew. */
function endWithDatabase(program: Program, log: Logger): void {
  void program.database.lost.then(async (error) => {
    log.fatal(error.message);
    await program.stop().catch(() => undefined);
    process.exit(1);
  });
}

/** A signal during the start stops the program as soon as it has started; a second one changes nothing. */
function stopOnSignals(starting: Promise<Program>, log: Logger): void {
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'Stopping');
    starting
      .then((program) => program.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'The stop was not orderly');
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
}

function environmentOrExit(): Environment {
  try {
    return readEnvironment();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
