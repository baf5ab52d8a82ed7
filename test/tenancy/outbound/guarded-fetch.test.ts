import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GuardedFetch, type ResolveName } from '../../../src/tenancy/outbound/guarded-fetch.js';
import { isPublicAddress } from '../../../src/tenancy/outbound/public-address.js';

const MIB = 1_048_576;

describe('the way out to addresses that customers enter', () => {
  let server: Server;
  let origin: string;
  const seen: string[] = [];
  const answers: Record<string, RequestListener> = {
    '/good': (_, response) => response.end('{"keys":[]}'),
    '/redirect': (_, response) => response.writeHead(302, { location: '/good' }).end(),
    '/missing': (_, response) => response.writeHead(404).end('no'),
    '/packed': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
    '/largest': (_, response) => response.end('x'.repeat(MIB)),
    '/too-large': (_, response) => response.end('x'.repeat(MIB + 1)),
    '/slow': (_, response) => response.write('x'),
    '/cut': (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('x', () => response.destroy());
    },
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(String(request.url));
      answers[String(request.url)]?.(request, response);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const here = new GuardedFetch({ loopback: true });
  /** Waits for hardly anything: for what never comes. */
  const hurried = new GuardedFetch({ loopback: true, timeoutMs: 300 });
  const fault = (fetching: Promise<unknown>): Promise<unknown> =>
    fetching.then(
      () => 'fetched',
      (error: unknown) => (error as { fault?: string }).fault,
    );
  const resolvesTo =
    (...addresses: string[]): ResolveName =>
    (_name, _options, done) => {
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };

  test('reads an answer of up to 1 MiB, outside production also from this machine', async () => {
    expect(await here.text(`${origin}/good`)).toBe('{"keys":[]}');
    expect(await here.text(`${origin}/largest`)).toHaveLength(MIB);
  });

  test('follows no redirect, and takes no error page, no packed, larger, slower or cut answer', async () => {
    seen.length = 0;
    expect(await fault(here.text(`${origin}/redirect`))).toBe('REDIRECT');
    expect(seen).toEqual(['/redirect']);
    expect(await fault(here.text(`${origin}/missing`))).toBe('STATUS');
    expect(await fault(here.text(`${origin}/packed`))).toBe('ENCODING');
    expect(await fault(here.text(`${origin}/too-large`))).toBe('SIZE');
    expect(await fault(hurried.text(`${origin}/slow`))).toBe('TIMEOUT');
    expect(await fault(here.text(`${origin}/cut`))).toBe('FAILED');
  });

  test('in production this machine is out of reach, however its address is written', async () => {
    const { port } = new URL(origin);
    const guarded = new GuardedFetch({ loopback: false });
    seen.length = 0;
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '2130706433',
      '0x7f.1',
      '[::ffff:127.0.0.1]',
      'a.localhost.',
    ])
      for (const scheme of ['http', 'https'])
        expect([host, await fault(guarded.text(`${scheme}://${host}:${port}/good`))]).toEqual([host, 'ADDRESS']);
    expect(seen).toEqual([]);
  });

  test('a name that resolves to an address that is not public is refused, also beside public ones', async () => {
    const { port } = new URL(origin);
    seen.length = 0;
    for (const addresses of [
      ['127.0.0.1'],
      ['10.0.0.1'],
      ['169.254.169.254'],
      ['::1'],
      ['fd00::1'],
      ['93.184.216.34', '10.0.0.1'],
    ]) {
      const guarded = new GuardedFetch({ loopback: false, resolve: resolvesTo(...addresses) });
      expect([addresses, await fault(guarded.text(`https://issuer.example:${port}/good`))]).toEqual([
        addresses,
        'ADDRESS',
      ]);
    }
    expect(seen).toEqual([]);
  });

  test('outside production private networks stay closed, and plain HTTP goes to this machine only', async () => {
    const named = new GuardedFetch({ loopback: true, resolve: resolvesTo('192.168.1.1') });
    expect(await fault(named.text('https://issuer.example/'))).toBe('ADDRESS');
    for (const url of [
      'http://93.184.216.34/',
      'http://issuer.example/',
      'https://10.0.0.1/',
      'https://169.254.169.254/',
    ])
      expect([url, await fault(here.text(url))]).toEqual([url, 'ADDRESS']);
  });

  test.each([
    ['https://issuer.example/keys', true],
    ['https://8.8.8.8/keys', true],
    ['http://issuer.example/keys', false],
    ['https://user:secret@issuer.example/', false],
    ['ftp://issuer.example/', false],
    ['file:///etc/passwd', false],
    ['https://192.168.0.1/', false],
    ['not an address', false],
  ])('%s may be entered: %s', (url, allowed) => {
    const enter = () => new GuardedFetch({ loopback: false }).assertAllowed(url, 'input.jwksUri');
    if (allowed) expect(enter).not.toThrow();
    else expect(enter).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', facts: { path: 'input.jwksUri' } }));
  });

  test.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['100.64.0.1', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['fe80::1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['2001:db8::1', false],
    ['example', false],
  ])('%s is an address of the public Internet: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});
