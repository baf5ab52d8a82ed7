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

try {
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, settings: { fsync: 'off' } });
  process.once('SIGINT', async () => {
    const client = new pg.Client({ connectionString: server.superuserUrl });
    await client.connect();
    const { rows } = await client.query('select 1 as one');
    await client.end();
    await server.stop();
    report({ interrupted: rows[0].one });
    process.exit(0);
  });
  setTimeout(() => undefined, 600_000);
  report({ ready: server.superuserUrl });
} catch (error) {
  report({ refused: error.message });
  process.exitCode = 1;
}
