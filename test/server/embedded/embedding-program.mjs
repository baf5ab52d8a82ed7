/**
 * A program that embeds PostgreSQL: `node --experimental-transform-types embedding-program.mjs <source root> <data directory>`.
 * Prints one JSON line a happening: ready, interrupted (with what the database then answered), refused.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && specifier.endsWith('.js')) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return { url: source.href, shortCircuit: true };
    }
    return next(specifier, context);
  },
});

const [, , sourceRoot, dataDir] = process.argv;
const report = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const { startEmbeddedPostgres } = await import(
  pathToFileURL(`${sourceRoot}/server/embedded/embedded-postgres.ts`).href
);
const { default: pg } = await import('pg');

async function answerOf(url) {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query('select 1 as one')).rows[0].one;
  } catch (error) {
    return error.message;
  } finally {
    await client.end();
  }
}

try {
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, settings: { fsync: 'off' } });
  process.once('SIGINT', async () => {
    report({ interrupted: await answerOf(server.superuserUrl) });
    await server.stop();
    process.exit(0);
  });
  setTimeout(() => undefined, 600_000);
  report({ ready: server.superuserUrl });
} catch (error) {
  report({ refused: error.message });
  process.exitCode = 1;
}
