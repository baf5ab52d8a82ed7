/**
 * PostGraphile 5 as a process of its own: grafserv on `node:http`, made for production (nothing watched, explained or
 * shown), on a pool of the product's size. It signs in as the product's own role, so the same policies hold it back, and
 * tells the database the same settings with every request, those of one fixed principal.
 */
import { createServer } from 'node:http';
import { serve } from '../child.mjs';

const POOL_SIZE = 12;
/** Relations that the tables do not declare, for what the questions need. */
const TAGS = {
  version: 1,
  config: {
    class: {
      event: { tags: { foreignKey: '(company_id, subject_id) references ticket (company_id, id)' } },
      staff: { tags: { foreignKey: '(company_id) references company (id)' } },
    },
    // Relations of a table with itself whose two directions would have one name.
    constraint: {
      'ledger_entry.ledger_entry_reversed_fkey': { tags: { foreignSingleFieldName: 'reversal' } },
      'payment_notice.payment_notice_replaces_fkey': { tags: { foreignSingleFieldName: 'replacement' } },
    },
  },
};

let server;
let instance;

/** The aggregates plug-in, and the one that filters by more than equality. */
async function aggregatePresets() {
  const { PgAggregatesPreset } = await import('@graphile/pg-aggregates');
  const { PostGraphileConnectionFilterPreset } = await import('postgraphile-plugin-connection-filter');
  return [PgAggregatesPreset, PostGraphileConnectionFilterPreset, { schema: { connectionFilterRelations: true } }];
}

serve(
  {
    /** `settings` are those of the principal, by name; with `aggregates` sums and filters are added to every list. */
    start: async ({ apiUrl, settings, aggregates = false }) => {
      const { postgraphile } = await import('postgraphile');
      const { PostGraphileAmberPreset } = await import('postgraphile/presets/amber');
      const { makePgService } = await import('postgraphile/adaptors/pg');
      const { grafserv } = await import('postgraphile/grafserv/node');
      const { makeJSONPgSmartTagsPlugin } = await import('postgraphile/utils');
      instance = postgraphile({
        extends: [PostGraphileAmberPreset, ...(aggregates ? await aggregatePresets() : [])],
        plugins: [makeJSONPgSmartTagsPlugin(TAGS)],
        // Lists are ordered by columns that the indexes have behind the company.
        disablePlugins: ['PgIndexBehaviorsPlugin'],
        pgServices: [makePgService({ connectionString: apiUrl, schemas: ['public'], poolConfig: { max: POOL_SIZE } })],
        grafast: { explain: false, context: () => ({ pgSettings: settings }) },
        grafserv: { watch: false, graphiql: false, graphqlPath: '/graphql' },
      });
      server = createServer();
      const doors = instance.createServ(grafserv);
      await doors.addTo(server);
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      return { port: server.address().port };
    },
    cpu: () => process.cpuUsage(),
  },
  async () => {
    server?.close();
    server?.closeAllConnections();
    await instance?.release();
  },
);
