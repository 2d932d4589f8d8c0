// The words are people's own, of 2017 and 2022: Polis data sub-licensed under CC BY 4.0 with Attribution to The Computational
// Democracy Project (apps/e2e/cases says more).
import { expect, test } from "vitest"
import { rootsOf, suggested, type Candidate } from "./suggest.ts"

const theme = (title: string, notes: readonly string[], aboutUs = false): Candidate<string> => ({ id: title, title, aboutUs, notes })
const HOUSING = [
  theme("Renting", [
    "Remember over 50% of kiwis rent. Renting should be an acceptable option & tenants should have same security as home owners.",
    "A five year rent freeze to let wages catch up and to decrease the desirability of property for speculation.",
    "There should be a rent ceiling aligned to average wage per household so landlords can't keep on raising the rent.",
  ]),
  theme("Land and councils", [
    "Simply opening up more land and cutting regulations won’t make housing affordable.",
    "When land costs rise to specified level, councils must release new land for purchase and development.",
    "Any supply of land for development should have at least 20% affordable housing.",
    "More land needs to be made available.",
  ]),
  theme("Banks", [
    "Growth in housing loan credit from $50b to $240bn has fuelled this fire",
    "Banks should be required to hold more capital against loans to property investors - increasing their cost of borrowing",
  ]),
  theme("State housing", [
    "State housing once offered should be secured tenancy for those tenants.",
    "Bring back State Advances and fair interest loans.",
  ]),
  theme(
    "",
    ["I live in a city", "I live in rented accommodation", "I own 1 housing unit", "I live in a rural area", "I have dependents"],
    true,
  ),
]
const first = (note: string, themes = HOUSING) => suggested(note, themes).map(({ id }) => id)

test("a note is asked about with the theme whose rare words it shares first", () => {
  expect(first("Constraints on landlords must remain low so tenants can find suitable accommodation from the options on offer.")[0]).toBe(
    "Renting",
  )
  expect(first("Take out developers, instead allow Councils to develop and sell sections.")[0]).toBe("Land and councils")
  expect(first("Housing Bubbles can be avoided by taking the power to create money away from banks")[0]).toBe("Banks")
  expect(first("The state should build and own a sizable stock of affordable houses outside the free-market.")[0]).toBe("State housing")
})

test("three themes are offered, each once", () => {
  const three = first("More houses")
  expect(three).toHaveLength(3)
  expect(new Set(three).size).toBe(3)
  expect(first("More houses", HOUSING.slice(0, 2))).toHaveLength(2)
  expect(first("More houses", [])).toEqual([])
})

test("where words tell nothing the largest themes come first, and never the one about us", () => {
  expect(first("Zebra")).toEqual(["Land and councils", "Renting", "Banks"])
  expect(first("")).toEqual(["Land and councils", "Renting", "Banks"])
})

test("about us is offered for what people say of themselves, and only first", () => {
  expect(first("I live in a town")[0]).toBe("")
  for (const note of ["I want to rent in a rural area with more security and a landlord", "Banks"])
    expect(first(note).slice(1)).not.toContain("")
})

test("case, accents and endings do not matter", () => {
  const themes = [theme("Buses", ["The bus stops at six"]), theme("Cafés", ["Más CAFÉS abiertos"])]
  expect(first("cafe", themes)[0]).toBe("Cafés")
  expect(first("un CAFÉ", themes)[0]).toBe("Cafés")
  expect([...rootsOf("Housing houses HOUSED")]).toEqual(["hous"])
})

test("it works in Arabic, with and without the article and vowel signs", () => {
  const themes = [theme("النقل", ["تتوقف الحافلة في السادسة", "لا حافلات في المساء"]), theme("البيت", ["نحتاج بيتًا دافئًا", "الإيجار مرتفع"])]
  expect(first("حافلة أكثر في الليل", themes)[0]).toBe("النقل")
  expect(first("إيجارُ البيت غالٍ", themes)[0]).toBe("البيت")
})
