import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { clientAddress, isProxy } from '../../src/server/client-address.js';
import { ConfigurationError, readEnvironment } from '../../src/server/env.js';
import { openRawSocket, type RawSocket } from '../support/raw-socket.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('the client behind a proxy', () => {
  const ours = clientAddress(['10.0.0.0/8', '192.0.2.7', 'fd12:3456::/32']);

  test.each([
    ['nothing is told', '10.1.1.1', undefined, '10.1.1.1'],
    ['the proxy tells it', '10.1.1.1', '198.51.100.4', '198.51.100.4'],
    ['two proxies tell it', '10.1.1.1', '198.51.100.4, 192.0.2.7', '198.51.100.4'],
    ['the client has lied before', '10.1.1.1', '203.0.113.9, 198.51.100.4', '198.51.100.4'],
    ['the client has named a proxy before', '10.1.1.1', '10.2.2.2,198.51.100.4', '198.51.100.4'],
    ['who connects is no proxy', '198.51.100.4', '203.0.113.9', '198.51.100.4'],
    ['all are proxies', '10.1.1.1', '10.3.3.3, 10.2.2.2', '10.3.3.3'],
    ['what is told is no address', '10.1.1.1', 'unknown', '10.1.1.1'],
    ['what is told behind a proxy is no address', '10.1.1.1', '198.51.100.4, x, 10.2.2.2', '10.2.2.2'],
    ['a port is told with it', '10.1.1.1', '198.51.100.4:4711', '198.51.100.4'],
    ['it has an IPv6 address', 'fd12:3456::1', '2001:db8::4', '2001:db8::4'],
    ['it has an IPv6 address and a port', 'fd12:3456::1', '[2001:db8::4]:443', '2001:db8::4'],
    ['the socket serves both families', '::ffff:10.1.1.1', '::ffff:198.51.100.4', '198.51.100.4'],
    ['the socket names the interface', 'fe80::1%eth0', '198.51.100.4', 'fe80::1'],
    ['the socket has gone', '', '198.51.100.4', ''],
  ])('%s · %s told %s is %s', (_, remote, forwarded, client) => {
    expect(ours(from(remote, forwarded))).toBe(client);
  });

  it('is nobody’s word where no proxy is named', () => {
    expect(clientAddress([])(from('127.0.0.1', '198.51.100.4'))).toBe('127.0.0.1');
  });

  test.each([
    ['192.0.2.7', true],
    ['10.0.0.0/8', true],
    ['fd12:3456::/32', true],
    ['0.0.0.0/0', false],
    ['::/0', false],
    ['10.0.0.0/33', false],
    ['fd12::/129', false],
    ['10.0.0.0/8/8', false],
    ['10.0.0.0/', false],
    ['proxy.example', false],
    ['true', false],
    ['*', false],
  ])('%s in TRUSTED_PROXIES: %s', (text, good) => {
    expect(isProxy(text)).toBe(good);
    const read = (): readonly string[] => readEnvironment({ TRUSTED_PROXIES: ` ${text} , 192.0.2.9` }).trustedProxies;
    if (good) expect(read()).toEqual([text, '192.0.2.9']);
    else expect(read).toThrow(ConfigurationError);
  });
});

describe('doors behind a proxy', () => {
  let server: TestServer;
  const sockets: RawSocket[] = [];
  beforeAll(async () => {
    server = await startTestServer({
      trustedProxies: ['127.0.0.1', '::1'],
      quota: { principalCost: 30, companyCost: 1e6, principalOperations: 10, companyOperations: 10 },
      sockets: { lobby: { ofNetwork: 2, all: 100 } },
      compareEngines: false,
    });
  });
  afterAll(async () => {
    for (const { ws } of sockets) ws.terminate();
    await server.close();
  });

  const ask = async (forwarded: string): Promise<string | undefined> => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
      body: JSON.stringify({ query: '{ __type(name: "Query") { name } }' }),
    });
    const { errors } = (await response.json()) as { errors?: { extensions: { of?: string } }[] };
    return errors?.[0]?.extensions.of;
  };

  it('the anonymous quota is each client’s own, whatever a client writes into the header', async () => {
    while ((await ask('198.51.100.1')) === undefined) continue;
    expect(await ask('198.51.100.1')).toBe('network');
    expect(await ask('203.0.113.77, 198.51.100.1')).toBe('network');
    expect(await ask('198.51.100.2')).toBeUndefined();
  });

  it('so is the cap on sockets that wait to be introduced', async () => {
    const open = async (forwarded: string): Promise<boolean> => {
      const headers = { 'x-forwarded-for': forwarded };
      const socket = await openRawSocket(server.wsUrl, 'graphql-transport-ws', { headers });
      sockets.push(socket);
      return socket.ws.readyState === socket.ws.OPEN;
    };
    expect([await open('198.51.100.1'), await open('198.51.100.1')]).toEqual([true, true]);
    expect(await open('198.51.100.1')).toBe(false);
    expect(await open('198.51.100.2')).toBe(true);
  });
});
