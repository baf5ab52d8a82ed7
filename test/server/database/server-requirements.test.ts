import { expect, test } from '@jest/globals';
import { serverProblem } from '../../../src/server/database/server-requirements.js';

const GOOD = { version: 180_004, shown: '18.4', encoding: 'UTF8', name: 'guanjia' };

test.each([
  [GOOD, null],
  [{ ...GOOD, version: 190_000, shown: '19.0' }, null],
  [
    { ...GOOD, version: 170_006, shown: '17.6' },
    'The server is PostgreSQL 17.6; Guanjia needs PostgreSQL 18 or newer.',
  ],
  [
    { ...GOOD, encoding: 'SQL_ASCII' },
    "The database guanjia is encoded as SQL_ASCII; Guanjia needs UTF8: create database guanjia encoding 'UTF8' template template0.",
  ],
])('a server that will not do is told why: %j', (server, problem) => {
  expect(serverProblem(server)).toBe(problem);
});
