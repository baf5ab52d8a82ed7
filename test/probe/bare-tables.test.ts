import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { trespasses } from './bare-tables.js';
import { intruders, type Intruder } from './intruders.js';
import { plantRows } from './planted-rows.js';
import { tenantTables, type TenantTable } from './tenant-tables.js';
import { openProbeWorld, type ProbeWorld } from './world.js';

describe('the bare tables: asked as the program itself, without any query of the product', () => {
  let world: ProbeWorld;
  let tables: TenantTable[];
  let everybody: Intruder[];

  beforeAll(async () => {
    world = await openProbeWorld({ compareEngines: false });
    await plantRows(world.server.house.database, world.story);
    tables = await tenantTables(world.server.house.database);
    everybody = await intruders(world);
  });
  afterAll(() => world.server.close());

  test('every tenant table holds a row that somebody could steal', async () => {
    expect(tables.length).toBeGreaterThan(15);
    for (const { name, company } of tables) {
      const { rowCount } = await world.server.house.database.superuser.query(
        `select 1 from ${name} where ${company} = $1 limit 1`,
        [world.story.harbour.id],
      );
      expect({ name, rowCount }).toEqual({ name, rowCount: 1 });
    }
  });

  test('R-ORG-78 · D-30 · nobody reads, adds, changes or removes a row that is not theirs', async () => {
    const found: string[] = [];
    for (const intruder of everybody) found.push(...(await trespasses(world.server.house.database, intruder, tables)));
    expect(found).toEqual([]);
  });
});
