/**
 * Which addresses are not the public internet: loopback, private, link-local (cloud metadata), shared, documentation,
 * multicast and reserved ones (IANA special-purpose registries, RFC 6890 and its updates).
 */
import { BlockList, isIP } from 'node:net'

const notPublic4 = new BlockList()
for (const [network, bits] of [
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
  notPublic4.addSubnet(network, bits, 'ipv4')

// Of IPv6 only the global unicast range is public, less what stands for other addresses or for nothing. Addresses that
// wrap an IPv4 address (mapped, NAT64, 6to4, Teredo) are outside it or taken out here, so nothing hides in them.
const public6 = new BlockList()
public6.addSubnet('2000::', 3, 'ipv6')
const notPublic6 = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic6.addSubnet(network, bits, 'ipv6')

/** True for an IP address of the public internet; false for any other, and for what is no IP address. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !notPublic4.check(address, 'ipv4')
  if (version === 6) return public6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6')
  return false
}
