import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('Plain fields have no resolver, also once requests were answered: compiled execution reads them in place', async () => {
  const answer = await server.query('{ __typename }');
  expect(answer.data).toEqual({ __typename: 'Query' });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  for (const [typeName, fieldName] of [
    ['Unit', 'code'],
    ['RepairOrder', 'number'],
    ['TicketConnection', 'nodes'],
    ['PageInfo', 'endCursor'],
  ] as const) {
    const type = server.api.executor.schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    expect(field).toBeDefined();
    expect(field?.resolve).toBeUndefined();
  }
});
