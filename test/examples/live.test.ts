import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { follow as followByApollo } from '../../examples/live/apollo.mjs';
import { Board } from '../../examples/live/board.mjs';
import { Company } from '../../examples/live/company.mjs';
import { follow as followByGraphqlWs } from '../../examples/live/graphql-ws.mjs';
import { decodeCursor } from '../../src/events/cursor.js';
import { tellStory, type Story, type StoryPerson } from '../support/story.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id version } } }`;
const CANCEL = `mutation ($input: CancelTicketInput!) { cancelTicket(input: $input) { ticket { id } } }`;
const OPEN = `{ tickets(first: 100, filter: { phases: [OPEN, IN_PROGRESS] }) { nodes { id } } }`;

let server: TestServer;
let story: Story;
let desk: StoryPerson;
let line: Server;
const connections = new Set<Socket>();

beforeAll(async () => {
  server = await startTestServer({ compareEngines: false });
  story = await tellStory(server.house.database);
  desk = story.harbour.e01.staff['FRONT_DESK']!;
  const { port } = new URL(server.url);
  line = createServer((client) => {
    const node = connect(Number(port), '127.0.0.1');
    for (const socket of [client, node]) {
      connections.add(socket);
      socket.on('error', () => undefined).once('close', () => connections.delete(socket));
    }
    client.pipe(node).pipe(client);
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
});
afterAll(async () => {
  line.close();
  cut();
  await server.close();
});

const cut = (): void => {
  for (const socket of connections) socket.resetAndDestroy();
};
/** Signs in without a password. */
class KnownCompany extends Company {
  override signIn(): Promise<string> {
    return server.tokenOf(desk);
  }
}

const report = async (subject: string): Promise<{ readonly id: string; readonly version: number }> => {
  const input = {
    ...{ commandId: randomUUID(), estateId: story.harbour.e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject },
  };
  return (await server.query(REPORT, { input }, desk)).data.reportRepair.repair;
};
const callOff = async ({ id, version }: { readonly id: string; readonly version: number }): Promise<void> => {
  const input = { commandId: randomUUID(), ticketId: id, expectedVersion: version, reason: 'no longer wanted' };
  expect((await server.query(CANCEL, { input }, desk)).errors).toBeUndefined();
};

describe.each([
  ['graphql-ws', followByGraphqlWs],
  ['Apollo Client', followByApollo],
])('the example client of %s', (name, follow) => {
  it('shows what a fresh query shows, and is told each event once, in order, whatever the line does', async () => {
    const { port } = line.address() as AddressInfo;
    const company = new KnownCompany(`http://127.0.0.1:${port}/graphql`);
    const board = new Board();
    const ending = new AbortController();
    const told: number[] = [];
    let heard = (): void => undefined;
    const onEvent = ({ cursor }: { readonly cursor: string }): void => {
      told.push(decodeCursor(desk.companyId, cursor, 'cursor').seq);
      heard();
    };
    const seqOf = async (): Promise<number[]> => {
      const { rows } = await server.house.database.superuser.query<{ seq: string }>(
        `select seq from event where company_id = $1 and estate_id = $2 and subject_kind = 'ticket' order by seq`,
        [desk.companyId, story.harbour.e01.id],
      );
      return rows.map(({ seq }) => Number(seq));
    };
    const before = (await seqOf()).length;
    const following = follow(company, board, { onEvent, signal: ending.signal });
    const all = async (): Promise<number[]> => {
      const expected = (await seqOf()).slice(before);
      while (told.length < expected.length) await new Promise<void>((resolve) => (heard = resolve));
      return expected;
    };
    while (board.cursor === null) await new Promise((resolve) => setTimeout(resolve, 20));
    for (let round = 0; round < 4; round += 1) {
      const first = await report(`${name} ${round}`);
      if (round % 2 === 0) cut();
      await report(`${name} ${round} again`);
      if (round > 1) await callOff(first);
      if (round === 3) cut();
      await all();
    }
    expect(told).toEqual(await all());
    const { data } = await server.query(OPEN, {}, desk);
    const open = (data.tickets.nodes as { id: string }[]).map(({ id }) => id);
    expect([...board.tickets.keys()].toSorted()).toEqual(open.toSorted());
    ending.abort();
    await following;
  }, 30_000);
});
