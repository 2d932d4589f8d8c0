// Which of this machine's addresses a phone on the same network can reach. Prefers what homes and halls use over what container tools make.
import { networkInterfaces, type NetworkInterfaceInfo } from "node:os"

const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg|tailscale|zt|cni|flannel|podman|lxc|lxd)/i

/** The best IPv4 address of the local network, or null where there is none. */
export function lanAddress(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces()): string | null {
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal }) => family === "IPv4" && !internal)
      .map(({ address }) => ({ address, worth: worthOf(name, address) })),
  )
  return found.toSorted((a, b) => b.worth - a.worth)[0]?.address ?? null
}

function worthOf(name: string, address: string): number {
  const real = VIRTUAL.test(name) ? 0 : 10
  if (address.startsWith("169.254.")) return real - 8 // the machine gave it to itself
  if (address.startsWith("192.168.")) return real + 3
  if (address.startsWith("10.")) return real + 2
  return /^172\.(?:1[6-9]|2\d|3[01])\./.test(address) ? real + 1 : real
}
