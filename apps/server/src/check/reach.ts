// Who can get to an address: decided by what stands in it, never by asking a network. Pure.
import { BlockList, isIP } from "node:net"
import type { Reach } from "@evenboard/api"

const blockOf = (...subnets: readonly (readonly [net: string, prefix: number, family: "ipv4" | "ipv6"])[]): BlockList => {
  const list = new BlockList()
  for (const subnet of subnets) list.addSubnet(...subnet)
  return list
}
/** An IPv4 address written as IPv6 counts as itself. */
const LOOPBACK = blockOf(["127.0.0.0", 8, "ipv4"], ["0.0.0.0", 32, "ipv4"], ["::1", 128, "ipv6"], ["::", 128, "ipv6"])
const PRIVATE = blockOf(
  ["10.0.0.0", 8, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["169.254.0.0", 16, "ipv4"], // the machine gave it to itself
  ["100.64.0.0", 10, "ipv4"], // shared by a provider's customers, and private networks over the internet
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["fec0::", 10, "ipv6"],
)
/** Endings that no public name has. */
const LOCAL_NAMES = /\.(?:local|lan|home|home\.arpa|internal|intranet|localdomain|private|corp|fritz\.box|test|example|invalid)$/

/** `origin` such as `http://192.168.1.20:4400`. What is no address at all reaches nobody. */
export function reachOf(origin: string): Reach {
  if (!URL.canParse(origin)) return "this-computer"
  const { protocol, hostname } = new URL(origin)
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "")
  const near = isIP(host) === 0 ? nearName(host) : nearAddress(host)
  return near ?? (protocol === "https:" ? "elsewhere" : "perhaps")
}

function nearAddress(host: string): Reach | null {
  const family = isIP(host) === 6 ? "ipv6" : "ipv4"
  if (LOOPBACK.check(host, family)) return "this-computer"
  return PRIVATE.check(host, family) ? "this-network" : null
}

function nearName(host: string): Reach | null {
  if (host === "" || host === "localhost" || host.endsWith(".localhost")) return "this-computer"
  return !host.includes(".") || LOCAL_NAMES.test(host) ? "this-network" : null
}
