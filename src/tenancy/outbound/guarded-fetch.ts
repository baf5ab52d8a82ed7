import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { invalidInput } from '../../domain/errors.js';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

/** The longest answer that is read, in bytes: 1 MiB. */
const MAX_BYTES = 1_048_576;
/** How long all of it may take, from the name's resolution to the last byte, in milliseconds. */
const TIMEOUT_MS = 5_000;

/** Why nothing was fetched. */
type OutboundFault = 'ADDRESS' | 'REDIRECT' | 'STATUS' | 'SIZE' | 'ENCODING' | 'TIMEOUT' | 'FAILED';

/** Nothing was fetched; says why, and names no address that the customer did not. */
export class OutboundError extends Error {
  override name = 'OutboundError';

  constructor(
    readonly fault: OutboundFault,
    options?: ErrorOptions,
  ) {
    super(`Nothing was fetched: ${fault}.`, options);
  }
}

/** Resolves a name to all its addresses. */
export type ResolveName = (
  name: string,
  options: { readonly all: true },
  done: (error: Error | null, addresses: LookupAddress[] | undefined) => void,
) => void;

interface GuardOptions {
  /** Whether this machine's own addresses, also over plain HTTP, are allowed: outside production only. */
  readonly loopback: boolean;
  readonly resolve?: ResolveName;
  readonly timeoutMs?: number;
}

/** What a request carries. */
interface Sent {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What is made of an answer. */
type Take<T> = (response: IncomingMessage) => Promise<T>;

/**
 * The one way out to addresses that customers enter: https, to public addresses only, without redirects, in 5 seconds,
 * 1 MiB. The address that is checked is the one that is connected to, so a name that resolves differently the second
 * time finds no gap; a name with any address that is not public is refused.
 */
export class GuardedFetch {
  readonly #resolve: ResolveName;
  readonly #timeoutMs: number;

  constructor(private readonly options: GuardOptions) {
    this.#resolve = options.resolve ?? resolveName;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /**
   * Looks at the form of an address that a customer enters; what its name resolves to is looked at whenever it is used.
   * @throws INVALID_INPUT with the path when it can never be fetched
   */
  assertAllowed(text: string, path: string): void {
    if (!this.#allowedUrl(text))
      throw invalidInput(path, 'must be an https address on the public Internet, without user name');
  }

  /** The body that a GET answers with status 200. @throws OutboundError whatever else happens */
  text(address: string): Promise<string> {
    return this.#send(address, { method: 'GET', headers: { accept: 'application/json' }, body: null }, bodyOf);
  }

  /**
   * Posts a JSON text and says the status of the answer, whose body nobody reads.
   * @throws OutboundError when there is no answer in time, or the address must not be reached
   */
  post(address: string, headers: Readonly<Record<string, string>>, body: string): Promise<number> {
    const json = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    return this.#send(address, { method: 'POST', headers: { ...headers, ...json }, body }, statusOf);
  }

  async #send<T>(address: string, sent: Sent, take: Take<T>): Promise<T> {
    const url = this.#allowedUrl(address);
    if (!url) throw new OutboundError('ADDRESS');
    const signal = AbortSignal.timeout(this.#timeoutMs);
    try {
      return await this.#exchange(url, sent, take, signal);
    } catch (cause) {
      throw signal.aborted ? new OutboundError('TIMEOUT', { cause }) : faultOf(cause);
    }
  }

  #allowedUrl(text: string): URL | null {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || url.username !== '' || url.password !== '') return null;
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && this.options.loopback)) return null;
    const host = hostOf(url);
    const local = host === 'localhost' || host.endsWith('.localhost') || isLoopbackAddress(host);
    if (url.protocol === 'http:' && !local) return null;
    if (local) return this.options.loopback ? url : null;
    return isIP(host) === 0 || isPublicAddress(host) ? url : null;
  }

  #allowedAddress(url: URL, address: string | undefined): boolean {
    if (address === undefined) return false;
    if (isLoopbackAddress(address)) return this.options.loopback;
    return url.protocol === 'https:' && isPublicAddress(address);
  }

  #exchange<T>(url: URL, sent: Sent, take: Take<T>, signal: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const options: RequestOptions = {
        agent: false,
        signal,
        method: sent.method,
        headers: { 'accept-encoding': 'identity', 'user-agent': 'guanjia', ...sent.headers },
        lookup: this.#lookupFor(url),
      };
      const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, options, (response) => {
        take(response).then(resolve, (error: unknown) => {
          request.destroy();
          reject(faultOf(error));
        });
      });
      request.on('error', reject);
      request.on('socket', (socket: Socket) => {
        socket.once('connect', () => {
          if (!this.#allowedAddress(url, socket.remoteAddress)) request.destroy(new OutboundError('ADDRESS'));
        });
      });
      request.end(sent.body ?? undefined);
    });
  }

  /** Resolves the name for the connection itself. */
  #lookupFor(url: URL): LookupFunction {
    return (name, options, done) => {
      this.#resolve(name, { all: true }, (error, addresses) => {
        const [first] = addresses ?? [];
        if (error || !first) done(error ?? new OutboundError('ADDRESS'), '');
        else if (!addresses?.every(({ address }) => this.#allowedAddress(url, address)))
          done(new OutboundError('ADDRESS'), '');
        else if (options.all) done(null, addresses);
        else done(null, first.address, first.family);
      });
    };
  }
}

const faultOf = (cause: unknown): OutboundError =>
  cause instanceof OutboundError ? cause : new OutboundError('FAILED', { cause });

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** The status; the body is not waited for, however long it is. */
function statusOf(response: IncomingMessage): Promise<number> {
  response.destroy();
  return Promise.resolve(response.statusCode ?? 0);
}

async function bodyOf(response: IncomingMessage): Promise<string> {
  const status = response.statusCode ?? 0;
  if (status >= 300 && status < 400) throw new OutboundError('REDIRECT');
  if (status !== 200) throw new OutboundError('STATUS');
  if ((response.headers['content-encoding'] ?? 'identity') !== 'identity') throw new OutboundError('ENCODING');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new OutboundError('SIZE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
