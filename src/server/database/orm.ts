import { fileURLToPath } from 'node:url';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { ENTITIES } from '../../entities/registry.js';

/** Where the migrations lie: TypeScript in tests, JavaScript in the built program. */
export const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** The mapping of the house, for any role: the program connects as `guanjia_api`, migrations as `guanjia_owner`. */
function ormOptions(clientUrl: string, poolSize: number, role?: string): Options {
  return {
    clientUrl,
    entities: [...ENTITIES],
    extensions: [Migrator],
    pool: { min: 0, max: poolSize },
    driverOptions: {
      pipeline: true,
      application_name: 'guanjia',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      ...(role === undefined ? {} : { options: `-c role=${role}` }),
    },
    migrations: {
      path: MIGRATIONS,
      glob: 'Migration*.{js,ts}',
      snapshot: false,
      transactional: true,
      allOrNothing: false,
    },
    schemaGenerator: { createForeignKeyConstraints: false },
    discovery: { warnWhenNoEntities: true },
    debug: false,
    // What the mapping has to say reaches the log through errors; its own lines are for people at a terminal.
    logger: () => undefined,
    colors: false,
    implicitTransactions: true,
    allowGlobalContext: false,
  };
}

/**
 * Opens the mapping; the caller closes it.
 * @param role the role that every connection acts as, where it is not the one that signs in
 */
export const openOrm = (clientUrl: string, poolSize = 10, role?: string) =>
  MikroORM.init(ormOptions(clientUrl, poolSize, role));
