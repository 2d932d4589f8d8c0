import { expect, test } from "vitest"
import { readConfig } from "./config.ts"
import { greeting } from "./greeting.ts"
import { lanAddress } from "./lan.ts"
import { wordsOf } from "./words.ts"

const en = wordsOf("en")
const address = (address: string, internal = false) => ({ address, internal, family: "IPv4" as const, netmask: "", mac: "", cidr: null })

test("the LAN address is that of a real network, before those of containers", () => {
  expect(
    lanAddress({
      lo: [address("127.0.0.1", true)],
      docker0: [address("172.17.0.1")],
      "br-12ab": [address("192.168.99.1")],
      wlan0: [address("192.168.1.7")],
    }),
  ).toBe("192.168.1.7")
  expect(lanAddress({ eth0: [address("169.254.1.1")], eth1: [address("10.0.0.4")] })).toBe("10.0.0.4")
  expect(lanAddress({ docker0: [address("172.17.0.1")] })).toBe("172.17.0.1")
  expect(lanAddress({ lo: [address("127.0.0.1", true)] })).toBeNull()
})

test("with a network, phones get its address and a QR code of it", () => {
  const text = greeting(en, { config: readConfig({}), port: 4400, lan: "http://192.168.1.7:4400", built: true })
  expect(text).toContain("On this computer: http://localhost:4400")
  expect(text).toContain("On phones on the same network: http://192.168.1.7:4400")
  expect(text).toMatch(/█▄+/)
  expect(text).toContain("To stop: press Ctrl and C.")
  expect(text).not.toContain("not built")
})

test("with a public address, that one is shown and scanned", () => {
  const text = greeting(en, {
    config: readConfig({ EVENBOARD_URL: "https://board.example" }),
    port: 4400,
    lan: "http://192.168.1.7:4400",
    built: true,
  })
  expect(text).toContain("For everyone: https://board.example")
  expect(text).not.toContain("192.168.1.7")
})

test("without a network, or listening only here, it says so and shows no code that leads nowhere", () => {
  const alone = greeting(en, { config: readConfig({}), port: 4400, lan: null, built: true })
  expect(alone).toContain("This computer is on no network.")
  const here = greeting(en, { config: readConfig({ HOST: "127.0.0.1" }), port: 4400, lan: null, built: false })
  expect(here).toContain("It listens only on this computer.")
  expect(here).toContain("not built yet")
  for (const text of [alone, here]) expect(text).not.toContain("█")
})
