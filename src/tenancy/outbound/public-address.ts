import { BlockList, isIP } from 'node:net';

/** Networks that are not the public Internet (RFC 6890 and its registries). */
const NOT_PUBLIC = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv4');
/** Of IPv6 only global unicast is public, without documentation, Teredo and 6to4, which carry an IPv4 address inside. */
const GLOBAL_UNICAST = new BlockList();
GLOBAL_UNICAST.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv6');

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const unmapped = (address: string): string => MAPPED.exec(address)?.[1] ?? address;

/** Whether an address is one of the public Internet. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  const plain = unmapped(address);
  if (isIP(plain) === 4) return !NOT_PUBLIC.check(plain, 'ipv4');
  if (isIP(plain) === 6) return GLOBAL_UNICAST.check(plain, 'ipv6') && !NOT_PUBLIC.check(plain, 'ipv6');
  return false;
}

/** Whether an address is this machine's own: 127.0.0.0/8 or ::1. */
export function isLoopbackAddress(address: string): boolean {
  const plain = unmapped(address);
  return (isIP(plain) === 4 && plain.startsWith('127.')) || plain === '::1';
}
