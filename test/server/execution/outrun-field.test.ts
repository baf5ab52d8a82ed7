import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { tellStory, type StoryPerson } from '../../support/story.js';

const POOL_SIZE = 4;
const FAILING = `{ estates(first: 3) { nodes { households(on: "0001-01-01")
  units(first: 3) { nodes { building { stewards { displayName } } occupancies { customer { occupancies { unit { code } } } } } } } } }`;

let server: TestServer;
let person: StoryPerson;

beforeAll(async () => {
  server = await startTestServer({ poolSize: POOL_SIZE });
  const story = await tellStory(server.house.database);
  person = story.harbour.e01.staff['ESTATE_MANAGER'] ?? story.harbour.e01.next;
});
afterAll(() => server.close());

test('a field that a failed sibling has outrun takes no connection with it, interpreted or compiled', async () => {
  for (let i = 0; i < POOL_SIZE * 3; i += 1) {
    const answer = await server.query(FAILING, {}, person);
    expect(answer.errors?.map((error) => error.extensions['code'])).toEqual(['INVALID_INPUT']);
  }
  const answers = await Promise.all(
    Array.from({ length: POOL_SIZE * 2 }, () => server.query('{ estates { nodes { code } } }', {}, person)),
  );
  expect(answers.map((answer) => answer.errors)).toEqual(answers.map(() => undefined));
});
