import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD_HASH } from '../../../src/services/demo/accounts.js';
import { startProgramProcess, type RunningProgram } from '../../support/running-program.js';
import { tellStory } from '../../support/story.js';
import { openTestHouse, TEST_SECRET, type TestHouse } from '../../support/test-house.js';

let withDemo: TestHouse;
let without: TestHouse;
const started: RunningProgram[] = [];
beforeAll(async () => {
  withDemo = await openTestHouse();
  without = await openTestHouse();
  await tellStory(without.database);
  await tellStory(withDemo.database);
  const { rowCount } = await withDemo.database.superuser.query(
    "update account set password_hash = $1 where login = 'front_desk'",
    [DEMO_PASSWORD_HASH],
  );
  expect(rowCount).toBeGreaterThan(0);
});
afterEach(async () => {
  for (const program of started.splice(0)) {
    program.child.kill('SIGKILL');
    await program.ended;
  }
});
afterAll(async () => {
  await withDemo.close();
  await without.close();
});

function start(house: TestHouse, environment: Readonly<Record<string, string>>): RunningProgram {
  const program = startProgramProcess({
    DATABASE_URL: house.database.apiUrl,
    GUANJIA_SECRET: TEST_SECRET,
    ...environment,
  });
  started.push(program);
  return program;
}

describe('a database that holds the demo', () => {
  it.each(['0.0.0.0', '::'])(
    'is not opened to other machines (HOST=%s), and the program says what to do',
    async (host) => {
      const program = start(withDemo, { HOST: host });
      expect(await program.ended).toBe(1);
      expect(program.output()).toContain(`holds the demo, whose password is public, and HOST=${host} would open it`);
      expect(program.output()).toContain('GUANJIA_ALLOW_DEMO=public');
      expect(program.output()).not.toContain('listens on');
    },
  );

  it.each<Record<string, string>>([
    { HOST: '127.0.0.1' },
    { HOST: 'localhost' },
    { HOST: '0.0.0.0', GUANJIA_ALLOW_DEMO: 'public' },
  ])('is served with %j', async (environment) => {
    await start(withDemo, environment).says(/listens on/);
  });
});

it('a database without the demo is served on any address', async () => {
  await start(without, { HOST: '0.0.0.0' }).says(/listens on/);
});
