import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** The address that a request counts by. */
export type AddressOf = (request: IncomingMessage) => string;

const MAPPED = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;
/** An address as proxies write it: bare, or with a port, an IPv6 one then in brackets. */
const WRITTEN = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+)(?::\d+)?|([0-9a-f:.]+))$/i;

/**
 * Finds the client behind the proxies that one runs oneself. Each of them adds who came to it at the end of
 * `X-Forwarded-For`, so the last address there that is no proxy of ours is the client's; what stands before it is the
 * client's own word and is not looked at. Whoever connects past the proxies counts by its own address.
 * @param proxies addresses and networks such as `10.0.0.0/8`, as `isProxy` takes them; none trusts nobody's word
 */
export function clientAddress(proxies: readonly string[]): AddressOf {
  const trusted = new BlockList();
  for (const proxy of proxies) addTo(trusted, proxy);
  const isTrusted = (address: string): boolean => trusted.check(address, familyOf(address));
  return (request) => {
    let client = plain(request.socket.remoteAddress ?? '');
    if (proxies.length === 0) return client;
    const told = String(request.headers['x-forwarded-for'] ?? '').split(',');
    for (let at = told.length - 1; at >= 0 && isIP(client) !== 0 && isTrusted(client); at -= 1) {
      const before = addressIn(told[at] ?? '');
      if (before === null) return client;
      client = before;
    }
    return client;
  };
}

/** Whether this is an address or a network of a proxy; all addresses there are is none. */
export function isProxy(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

function addTo(list: BlockList, proxy: string): void {
  const [written = '', prefix] = proxy.split('/');
  const address = plain(written);
  if (prefix === undefined) list.addAddress(address, familyOf(address));
  else list.addSubnet(address, Number(prefix), familyOf(address));
}

function addressIn(written: string): string | null {
  const [, bracketed, four, bare] = WRITTEN.exec(written.trim()) ?? [];
  const address = bracketed ?? four ?? bare ?? '';
  return isIP(address) === 0 ? null : plain(address);
}

/** An IPv4 address that a socket for both families shows as IPv6 is an IPv4 address; an interface is no part of one. */
const plain = (address: string): string => address.replace(MAPPED, '').replace(/%.*$/, '');

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
