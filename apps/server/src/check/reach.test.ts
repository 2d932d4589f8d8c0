import { expect, test } from "vitest"
import { reachOf } from "./reach.ts"

const reaches = (reach: string, hosts: readonly string[]) =>
  test.each(hosts)(`%s: ${reach}`, (host) => {
    expect([reachOf(`http://${host}`), reachOf(`http://${host}:4400`)]).toEqual([reach, reach])
  })

reaches("this-computer", ["localhost", "hall.localhost", "127.0.0.1", "127.8.9.1", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]"])
reaches("this-network", [
  "10.0.0.7",
  "172.16.0.1",
  "172.31.255.254",
  "192.168.1.20",
  "169.254.7.7",
  "100.64.0.1",
  "[fe80::1]",
  "[fd12:3456:789a::1]",
  "[fc00::1]",
  "[::ffff:192.168.1.20]",
  "hall-laptop",
  "HALL.local",
  "hall.local.",
  "board.lan",
  "board.home.arpa",
  "hall.test",
  "nas.fritz.box",
])
reaches("perhaps", ["172.15.0.1", "172.32.0.1", "192.169.0.1", "100.128.0.1", "8.8.8.8", "[2001:4860:4860::8888]", "board.example.org"])

test("a public name or number over https reaches people elsewhere, a near one does not", () => {
  expect(reachOf("https://board.example.org")).toBe("elsewhere")
  expect(reachOf("https://[2001:4860:4860::8888]")).toBe("elsewhere")
  expect(reachOf("https://192.168.1.20")).toBe("this-network")
  expect(reachOf("https://hall.local")).toBe("this-network")
})
test("what is no address reaches nobody", () => expect(reachOf("hall")).toBe("this-computer"))
