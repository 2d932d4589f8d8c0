// Everybody a card may be by, as they are shown here: those without a phone, me, and those who have one and write for themselves.
import { useMemo } from "react"
import type { PublicSeat } from "@evenboard/api"
import { nameOf } from "../../credit.ts"
import { usePlaceName } from "../../people-here/place-name.ts"
import { hereOf } from "../../people-here/here.ts"
import { usePeople, useWorkshopId } from "../../use-session.ts"
import { useValue } from "../../use-value.ts"
import { useWords } from "../../words.tsx"
import { ONLINE } from "../people/room.ts"
import type { Choice, SomeoneInWords } from "./whose-card.ts"

export function useSomeone(): SomeoneInWords {
  const words = useWords()
  return useMemo(() => ({ someone: words.say("board.someone"), at: (table) => words.say("board.someone-at", { table }) }), [words])
}

/** By name. Somebody with a phone stands there only if they show a name. */
export function useChoices(): Choice[] {
  const words = useWords()
  const placeName = usePlaceName()
  const someone = useSomeone()
  const { seats, me } = usePeople()
  const { people } = useValue(hereOf(useWorkshopId()))
  return useMemo(() => {
    const collator = new Intl.Collator(words.tag, { numeric: true, sensitivity: "base" })
    const all = [...seats.values()].filter((seat) => seat.id !== me.id)
    const away = all.filter((seat) => !seat.device).map((seat) => ({ seat, name: nameOf(seat, words) }))
    const twins = (name: string) => away.filter((one) => one.name === name).length > 1
    const whoIs = (seat: PublicSeat) =>
      [seat.table ? placeName(seat.table) : "", words.say("common.guest", { number: seat.guest })].filter(Boolean).join(" · ")
    const known = away.map(({ seat, name }): Choice => {
      const label = twins(name) ? words.say("several.twin", { name, guest: whoIs(seat) }) : name
      return { label, name, whom: { seatId: seat.id }, phone: null }
    })
    const names = new Set(known.map(({ name }) => name))
    const add = (choice: Choice) => {
      if (names.has(choice.name)) return
      names.add(choice.name)
      known.push(choice)
    }
    // Added on this phone without a line: a name, until the server has made the place.
    for (const { name, for: whom } of people) if ("name" in whom) add({ label: name, name, whom, phone: null })
    for (const table of new Set(all.map((seat) => seat.table)))
      if (table && table !== ONLINE) add({ label: someone.at(table), name: someone.at(table), whom: { table }, phone: null })
    const mine = me.ownName || words.say("several.me")
    add({ label: mine, name: mine, whom: null, phone: "mine" })
    for (const seat of all) if (seat.device && seat.name) add({ label: seat.name, name: seat.name, whom: null, phone: "theirs" })
    return known.sort((a, b) => collator.compare(a.label, b.label))
  }, [words, placeName, someone, seats, me, people])
}
