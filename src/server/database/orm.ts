import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { ENTITIES } from '../../entities/registry.js';
import { TendedClient } from './tended-client.js';
import { gatherWrites } from './gather-writes.js';

/** How long the database may keep the program waiting, in milliseconds. */
export interface Patience {
  /** For a connection: a free one of the pool, or a new one. */
  readonly connectionMs: number;
  /**
   * For the answer to a statement, from when it is sent; then the connection is given up. Above the server's own
   * `statement_timeout`, so that it ends only what the server no longer answers.
   */
  readonly answerMs: number;
}

interface OrmSettings {
  readonly poolSize?: number;
  /** Absent: 10 s for a connection, and answers are waited for without end. */
  readonly patience?: Patience;
}

const CONNECTION_MS = 10_000;
/** When the network first asks whether a silent other side still lives. */
const KEEP_ALIVE_MS = 10_000;

/** The mapping of the house. */
function ormOptions(clientUrl: string, { poolSize = 10, patience }: OrmSettings): Options {
  return {
    clientUrl,
    entities: [...ENTITIES],
    pool: { min: 0, max: poolSize },
    driverOptions: {
      Client: TendedClient,
      pipeline: true,
      application_name: 'guanjia',
      connectionTimeoutMillis: patience?.connectionMs ?? CONNECTION_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      ...(patience === undefined ? {} : { query_timeout: patience.answerMs }),
      onPoolCreated: gatherWrites,
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

/** Opens the mapping; the caller closes it. */
export const openOrm = (clientUrl: string, settings: OrmSettings = {}) =>
  MikroORM.init(ormOptions(clientUrl, settings));
