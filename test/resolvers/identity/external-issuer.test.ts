import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWK } from 'jose';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { tellStory, type Story, type StoryCompany, type StoryPerson } from '../../support/story.js';

const RIGHTS_CHANGED = 4403;
const WITHIN_MS = 1_000;
const AUDIENCE = 'guanjia-harbour';
const SUBJECT = 'auth0|7d1c';
const VIEWER = '{ viewer { id kind company { code } roles { role } } }';
const CONNECT = `mutation ($input: ConnectIdentityProviderInput!) { connectIdentityProvider(input: $input) { provider { id issuer audience jwksUri } cursor } }`;
const DISCONNECT = `mutation ($id: ID!) { disconnectIdentityProvider(input: { providerId: $id }) { provider { id } } }`;
const LINK = `mutation ($input: LinkExternalIdentityInput!) { linkExternalIdentity(input: $input) { identity { id subject provider { id } staff { id } } } }`;
const UNLINK = `mutation ($id: ID!) { unlinkExternalIdentity(input: { identityId: $id }) { identity { id } } }`;

type Algorithm = 'RS256' | 'ES256' | 'EdDSA';
interface IssuerKey {
  readonly kid: string;
  readonly alg: Algorithm;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

/** An OpenID Connect issuer on this machine, whose published keys a test chooses. */
interface Issuer {
  readonly url: string;
  published: JWK[];
  fetches: number;
  readonly server: Server;
}

async function startIssuer(): Promise<Issuer> {
  const server = createServer((_, response) => {
    issuer.fetches += 1;
    response.end(JSON.stringify({ keys: issuer.published }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const issuer: Issuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    published: [],
    fetches: 0,
    server,
  };
  return issuer;
}

async function newKey(kid: string, alg: Algorithm = 'RS256'): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

describe("a company's own issuer", () => {
  let server: TestServer;
  let story: Story;
  let issuer: Issuer;
  let key: IssuerKey;
  let person: StoryPerson;

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database);
    key = await newKey('first');
    person = story.harbour.e01.staff['FRONT_DESK']!;
  });
  afterAll(() => server.close());

  /** Each law has an issuer of its own, bound to harbour. */
  let providerId: string;
  let identityId: string;
  beforeEach(async () => {
    issuer = await startIssuer();
    issuer.published = [key.jwk];
    providerId = await connect(story.harbour, AUDIENCE);
    identityId = await link(story.harbour, providerId, SUBJECT, person);
  });
  afterEach(async () => {
    issuer.server.close();
    for (const table of ['external_identity', 'issuer_directory', 'identity_provider'])
      await server.house.database.superuser.query(`delete from ${table}`);
  });

  const admin = (company: StoryCompany): StoryPerson => company.staff['COMPANY_ADMIN']!;
  const connect = async (company: StoryCompany, audience: string): Promise<string> => {
    const input = { issuer: issuer.url, audience, jwksUri: `${issuer.url}/keys` };
    const { data, errors } = await server.query(CONNECT, { input }, admin(company));
    expect(errors).toBeUndefined();
    return data.connectIdentityProvider.provider.id as string;
  };
  const link = async (company: StoryCompany, provider: string, subject: string, to: StoryPerson): Promise<string> => {
    const input = { providerId: provider, subject, staffId: to.subjectId };
    const { data, errors } = await server.query(LINK, { input }, admin(company));
    expect(errors).toBeUndefined();
    return data.linkExternalIdentity.identity.id as string;
  };
  interface Wanted {
    readonly claims?: Record<string, unknown>;
    readonly header?: Record<string, unknown>;
    readonly without?: readonly string[];
    readonly by?: IssuerKey;
  }
  const seconds = (offset = 0): number => Math.floor(Date.now() / 1_000) + offset;
  const claimsOf = ({ claims = {}, without = [] }: Wanted): Record<string, unknown> => {
    const all = { iss: issuer.url, aud: AUDIENCE, sub: SUBJECT, iat: seconds(), exp: seconds(300), ...claims };
    return Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
  };
  const sign = (wanted: Wanted = {}): Promise<string> => {
    const by = wanted.by ?? key;
    const header = { alg: by.alg, typ: 'JWT', kid: by.kid, ...wanted.header };
    return new SignJWT(claimsOf(wanted)).setProtectedHeader(header).sign(by.privateKey);
  };
  const viewer = async (token: string): Promise<string | null> => {
    const { data, errors } = await server.query(VIEWER, {}, token);
    if (errors) expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAUTHENTICATED' }]);
    return errors ? null : (data.viewer.id as string);
  };

  test('says who somebody is; the roles stand in the database, and no claim chooses company or roles', async () => {
    const claims = {
      roles: ['COMPANY_ADMIN'],
      cid: story.cedar.id,
      company: 'cedar',
      sid: crypto.randomUUID(),
      scope: 'company.manage',
    };
    const { data } = await server.query(VIEWER, {}, await sign({ claims }));
    expect(data.viewer).toEqual({
      id: person.accountId,
      kind: 'STAFF',
      company: { code: 'harbour' },
      roles: [{ role: 'FRONT_DESK' }],
    });
  });

  test.each(['RS256', 'ES256', 'EdDSA'] as const)('signs with %s', async (alg) => {
    const by = await newKey('k', alg);
    issuer.published = [by.jwk];
    expect(await viewer(await sign({ by }))).toBe(person.accountId);
    expect(await viewer(await sign({ by, header: { typ: 'at+jwt' } }))).toBe(person.accountId);
  });

  test('rotates its keys without a pause, and a key that is no longer published signs nothing new', async () => {
    expect(await viewer(await sign())).toBe(person.accountId);
    const next = await newKey('second');
    issuer.published = [next.jwk];
    expect(await viewer(await sign({ by: next }))).toBe(person.accountId);
    expect(await viewer(await sign({ claims: { jti: 'late' } }))).toBeNull();
  });

  test('may publish two keys under one id: either signs', async () => {
    const twin = await newKey(key.kid);
    issuer.published = [key.jwk, twin.jwk];
    expect(await viewer(await sign())).toBe(person.accountId);
    expect(await viewer(await sign({ by: twin }))).toBe(person.accountId);
    expect(await viewer(await sign({ by: await newKey(key.kid) }))).toBeNull();
  });

  test('unknown key ids do not make the product ask the issuer without end', async () => {
    await viewer(await sign());
    for (let i = 0; i < 30; i += 1) expect(await viewer(await sign({ header: { kid: `unknown-${i}` } }))).toBeNull();
    expect(issuer.fetches).toBe(2);
  });

  test('everything about a token is pinned: algorithm, key, type, audience, issuer, subject and times', async () => {
    const bad: Record<string, () => Promise<string> | string> = {
      'alg none': () => new UnsecuredJWT(claimsOf({})).encode(),
      'alg none with a signature': async () =>
        [Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url'), ...(await sign()).split('.').slice(1)].join(
          '.',
        ),
      'HS256 with the public key': async () =>
        new SignJWT(claimsOf({}))
          .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: key.kid })
          .sign(new TextEncoder().encode(await exportSPKI(key.publicKey))),
      'RS512 with the right key': async () =>
        (await sign()).replace(
          /^[^.]+/,
          Buffer.from(`{"alg":"RS512","typ":"JWT","kid":"first"}`).toString('base64url'),
        ),
      'another key of the same id': async () => sign({ by: await newKey(key.kid) }),
      'a key in the token itself': async () => {
        const own = await newKey('own');
        return sign({ by: own, header: { jwk: own.jwk, jku: `${issuer.url}/keys` } });
      },
      'no type': () => sign({ header: { typ: undefined } }),
      'a logout token': () => sign({ header: { typ: 'logout+jwt' } }),
      'a critical extension': () =>
        new SignJWT(claimsOf({}))
          .setProtectedHeader({ alg: key.alg, typ: 'JWT', kid: key.kid, crit: ['x'], x: 1 })
          .sign(key.privateKey, { crit: { x: true } }),
      'another audience': () => sign({ claims: { aud: 'guanjia-cedar' } }),
      'no audience': () => sign({ without: ['aud'] }),
      'another issuer': () => sign({ claims: { iss: `${issuer.url}/` } }),
      "this product's issuer": () => sign({ claims: { iss: 'guanjia', aud: 'guanjia-api' } }),
      'another subject': () => sign({ claims: { sub: 'somebody' } }),
      'no subject': () => sign({ without: ['sub'] }),
      'no expiry': () => sign({ without: ['exp'] }),
      'no issue time': () => sign({ without: ['iat'] }),
      'expired beyond the skew': () => sign({ claims: { iat: seconds(-400), exp: seconds(-40) } }),
      'not yet beyond the skew': () => sign({ claims: { nbf: seconds(40) } }),
      'issued in the future': () => sign({ claims: { iat: seconds(60), exp: seconds(600) } }),
      'issued days ago': () => sign({ claims: { iat: seconds(-200_000) } }),
      'an altered claim': async () => {
        const [header, , signature] = (await sign()).split('.');
        return [
          header,
          Buffer.from(JSON.stringify(claimsOf({ claims: { x: 1 } }))).toString('base64url'),
          signature,
        ].join('.');
      },
    };
    for (const [what, make] of Object.entries(bad)) expect([what, await viewer(await make())]).toEqual([what, null]);
  });

  test('its clock may differ by half a minute', async () => {
    expect(await viewer(await sign({ claims: { iat: seconds(-100), exp: seconds(-20) } }))).toBe(person.accountId);
    expect(await viewer(await sign({ claims: { nbf: seconds(20) } }))).toBe(person.accountId);
  });

  test('R-ORG-78 · the same issuer may serve two companies by audience, and neither speaks for the other', async () => {
    const theirs = await connect(story.cedar, 'guanjia-cedar');
    const cedarDesk = story.cedar.e01.staff['FRONT_DESK']!;
    await link(story.cedar, theirs, 'cedar-subject', cedarDesk);
    expect(await viewer(await sign({ claims: { aud: 'guanjia-cedar', sub: 'cedar-subject' } }))).toBe(
      cedarDesk.accountId,
    );
    expect(await viewer(await sign({ claims: { aud: 'guanjia-cedar' } }))).toBeNull();
    expect(await viewer(await sign({ claims: { sub: 'cedar-subject' } }))).toBeNull();
    expect(await viewer(await sign({ claims: { aud: [AUDIENCE, 'guanjia-cedar'] } }))).toBeNull();
    expect(await viewer(await sign({ claims: { aud: ['other', AUDIENCE] } }))).toBe(person.accountId);
  });

  test('R-ORG-78 · issuer and audience are bound once; nobody links or disconnects what is of another company', async () => {
    const codes = async (document: string, variables: Record<string, unknown>, who: StoryPerson) =>
      (await server.query(document, variables, who)).errors?.map(({ extensions }) => extensions['code']);
    const input = { issuer: issuer.url, audience: AUDIENCE, jwksUri: `${issuer.url}/keys` };
    const stranger = admin(story.cedar);
    expect(await codes(CONNECT, { input }, stranger)).toEqual(['CONFLICT']);
    expect(await codes(CONNECT, { input }, admin(story.harbour))).toEqual(['CONFLICT']);
    expect(await codes(DISCONNECT, { id: providerId }, stranger)).toEqual(['NOT_FOUND']);
    expect(await codes(UNLINK, { id: identityId }, stranger)).toEqual(['NOT_FOUND']);
    const own = { subject: 'x', staffId: story.cedar.e01.staff['FRONT_DESK']!.subjectId };
    expect(await codes(LINK, { input: { ...own, providerId } }, stranger)).toEqual(['NOT_FOUND']);
    const theirs = { providerId, subject: 'x', staffId: story.cedar.e01.staff['FRONT_DESK']!.subjectId };
    expect(await codes(LINK, { input: theirs }, admin(story.harbour))).toEqual(['NOT_FOUND']);
    const again = { providerId, subject: SUBJECT, staffId: story.harbour.e01.staff['STEWARD']!.subjectId };
    expect(await codes(LINK, { input: again }, admin(story.harbour))).toEqual(['CONFLICT']);
    expect(await codes(CONNECT, { input }, story.harbour.e01.staff['ESTATE_MANAGER']!)).toEqual(['FORBIDDEN']);
  });

  test('an address that can never be fetched is refused when it is entered', async () => {
    for (const jwksUri of [
      'http://issuer.example/keys',
      'https://10.0.0.1/keys',
      'https://a:b@issuer.example/',
      'keys',
    ]) {
      const input = { issuer: 'https://issuer.example', audience: 'a', jwksUri };
      const { errors } = await server.query(CONNECT, { input }, admin(story.harbour));
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', path: 'input.jwksUri' });
    }
  });

  const connected = async (token: string) => {
    const client = await server.socket(token, { lazy: false, onNonLazyError: () => undefined });
    const closing = new Promise<{ code: number; at: number }>((resolve) =>
      client.on('closed', (event) => resolve({ code: (event as { code: number }).code, at: performance.now() })),
    );
    await new Promise<void>((resolve) => client.on('connected', () => resolve()));
    return { closing };
  };

  test.each([
    ['a provider is disconnected', DISCONNECT, () => providerId],
    ['a link is taken back', UNLINK, () => identityId],
  ])('when %s, its tokens are refused and their sockets closed within a second', async (_, document, id) => {
    const token = await sign();
    expect(await viewer(token)).toBe(person.accountId);
    const { closing } = await connected(token);
    const start = performance.now();
    const { errors } = await server.query(document, { id: id() }, admin(story.harbour));
    expect(errors).toBeUndefined();
    const { code, at } = await closing;
    expect(code).toBe(RIGHTS_CHANGED);
    expect(at - start).toBeLessThan(WITHIN_MS);
    expect(await viewer(token)).toBeNull();
    expect(await viewer(await sign({ claims: { jti: 'new' } }))).toBeNull();
  });

  test('events tell of it without issuer, subject or name', async () => {
    const { rows } = await server.house.database.superuser.query<{ type: string; facts: object }>(
      `select type, facts from event where type like 'identity.%' and company_id = $1`,
      [story.harbour.id],
    );
    expect(rows.map((row) => row.type)).toEqual(
      expect.arrayContaining(['identity.PROVIDER_CONNECTED', 'identity.EXTERNAL_IDENTITY_LINKED']),
    );
    expect(JSON.stringify(rows)).not.toMatch(/auth0|127\.0\.0\.1|guanjia-/);
  });
});
