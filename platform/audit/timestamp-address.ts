import { BlockList, isIP } from 'node:net'

/** Where the head of each day is sent, as the administrator configured it. */
export interface TimestampAddress {
  readonly url: string
  /** The authority stands in the office's own network (10.x, 192.168.x …); never the machine itself. */
  readonly inOwnNetwork: boolean
}

// Never an authority: this machine, link-local (where clouds keep their secrets), multicast, and nowhere.
const never = new BlockList()
for (const [net, bits] of [['0.0.0.0', 8], ['127.0.0.0', 8], ['169.254.0.0', 16], ['192.0.0.0', 24], ['192.0.2.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3]] as const) never.addSubnet(net, bits)
for (const [net, bits] of [['::', 127], ['fe80::', 10], ['ff00::', 8], ['64:ff9b::', 96], ['100::', 64], ['2001:db8::', 32]] as const) never.addSubnet(net, bits, 'ipv6')
const own = new BlockList()
for (const [net, bits] of [['10.0.0.0', 8], ['100.64.0.0', 10], ['172.16.0.0', 12], ['192.168.0.0', 16]] as const) own.addSubnet(net, bits)
own.addSubnet('fc00::', 7, 'ipv6')

/** Why an address may not be called, or undefined when it may. IPv4 written as IPv6 is judged as what it is. */
export function refusedAddress(address: string, inOwnNetwork: boolean): string | undefined {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  const version = isIP(mapped)
  if (version === 0) return 'not an address'
  const family = version === 4 ? 'ipv4' : 'ipv6'
  if (/^::ffff:/i.test(mapped) || never.check(mapped, family)) return 'this machine, link-local or reserved'
  if (own.check(mapped, family) && !inOwnNetwork) return 'in the own network, which was not allowed'
  return undefined
}

/** The URL of an authority as configured; throws a RangeError for what is no plain http(s) address. */
export function timestampUrl(text: string): URL {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '') throw new RangeError('not an http or https address without a user')
  return url
}
