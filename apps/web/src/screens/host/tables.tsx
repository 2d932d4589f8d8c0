// How many are here at each table, for whoever guides: counts and no names, and never a group. Everybody sees who is here on its page.
import { useMemo } from "react"
import { Link } from "wouter"
import { usePeople, useSession, useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { roomOf } from "../people/room.ts"
import { useNameOfPlace } from "../people/use-name-of-place.ts"
import styles from "./host-panel.module.css"

const unnamed = () => ""

export function Tables() {
  const words = useWords()
  const workshopId = useWorkshopId()
  const nameOfPlace = useNameOfPlace()
  const { seats, here } = usePeople()
  const opened = useSession((session) => session.opened)
  const { places } = useMemo(
    () => roomOf({ seats: seats.values(), here, opened, nameOf: unnamed, language: words.tag }),
    [seats, here, opened, words],
  )
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{words.say("several.tables")}</h2>
      <ul>
        {places.map(({ place, seats: at }) => {
          const without = at.filter((seat) => !seat.device).length
          const people = words.say("common.people", { count: at.length })
          const said = { place: nameOfPlace(place), people, without: words.number(without) }
          return <li key={said.place}>{words.say(without > 0 ? "several.at-place-some" : "several.at-place", said)}</li>
        })}
      </ul>
      <p>
        <Link className={styles.link} href={`/w/${workshopId}/people`}>
          {words.say("several.all-names")}
        </Link>
      </p>
    </section>
  )
}
