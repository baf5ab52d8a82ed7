import { fileURLToPath } from 'node:url';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { OWNER_ROLE } from '../../entities/fence.js';
import { TendedClient } from './tended-client.js';

/** Where the migrations lie: TypeScript in tests, JavaScript in the built program. */
export const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

/**
 * Opens the migrations as the owner role, without the mapping of the house: they speak SQL. They wait for answers without
 * end. The caller closes it.
 */
export const openMigrations = (ownerUrl: string) =>
  MikroORM.init({
    clientUrl: ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    pool: { min: 0, max: 2 },
    driverOptions: { Client: TendedClient, application_name: 'guanjia', options: `-c role=${OWNER_ROLE}` },
    migrations: {
      path: MIGRATIONS,
      glob: 'Migration*.{js,ts}',
      snapshot: false,
      transactional: true,
      allOrNothing: false,
    },
    logger: () => undefined,
  });
