// Which IP addresses belong to the open internet. In: an address. Out: whether a call that somebody else asked for may go
// there: not to this machine, its network, or what has no owner. Source: the special-purpose registries of IANA (RFC 6890
// and what was added since).

import { BlockList, isIP } from 'node:net';

const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(network, prefix, 'ipv4');

/** Of what IANA has handed out, 2000::/3, that which is not the open internet. */
const specialSix = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  specialSix.addSubnet(network, prefix, 'ipv6');

const handedOut = new BlockList();
handedOut.addSubnet('2000::', 3, 'ipv6');

/** False for whatever is no address. IPv6 that stands for IPv4 is none of the open internet's: nobody names it so. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  return handedOut.check(address, 'ipv6') && !specialSix.check(address, 'ipv6');
}
