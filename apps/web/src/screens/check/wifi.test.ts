import { expect, test } from "vitest"
import { minutesWrong } from "./minutes-wrong.ts"
import { isNameTooLong, isPasswordTooLong, wifiCode } from "./wifi.ts"

test("a network with a password, and one without", () => {
  expect(wifiCode({ name: "Hall", password: "tea and cake" })).toBe("WIFI:T:WPA;S:Hall;P:tea and cake;;")
  expect(wifiCode({ name: "Library", password: "" })).toBe("WIFI:T:nopass;S:Library;;")
})
test("signs that would end a field are escaped, each once", () => {
  expect(wifiCode({ name: `a\\b;c,d:e"f`, password: `;;"\\` })).toBe(`WIFI:T:WPA;S:a\\\\b\\;c\\,d\\:e\\"f;P:\\;\\;\\"\\\\;;`)
})
test("letters of any script stay as they are, and the keyboard's spare space goes", () => {
  expect(wifiCode({ name: "قاعة الحي ", password: "señal-5" })).toBe("WIFI:T:WPA;S:قاعة الحي;P:señal-5;;")
})
test("without a name there is no code", () => expect(wifiCode({ name: "  ", password: "x" })).toBeNull())
test("lengths are those of a network: a name in bytes, a password in letters", () => {
  expect([isNameTooLong("x".repeat(32)), isNameTooLong("x".repeat(33)), isNameTooLong("ق".repeat(17))]).toEqual([false, true, true])
  expect([isPasswordTooLong("x".repeat(63)), isPasswordTooLong("x".repeat(64))]).toEqual([false, true])
})

test("a clock is wrong from one whole minute on, early or late", () => {
  expect([minutesWrong(59_999, 0), minutesWrong(60_000, 0), minutesWrong(0, 150_000)]).toEqual([0, 1, 2])
})
