// Who is here: a quiet list by table, with names as chosen. Who hosts is said in words; nothing here counts what anybody did.
import { useMemo } from "react"
import type { PublicSeat } from "@evenboard/api"
import { Link } from "wouter"
import { useNameOf } from "../../credit.ts"
import { usePeople, useSession, useWorkshopId } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Paper, Ways } from "../paper/paper.tsx"
import styles from "./people.module.css"
import { roomOf } from "./room.ts"
import { useNameOfPlace } from "./use-name-of-place.ts"

export default function PeopleScreen() {
  const words = useWords()
  const nameOf = useNameOf()
  const workshopId = useWorkshopId()
  const { seats, here } = usePeople()
  const opened = useSession((session) => session.withoutPhone)
  const room = useMemo(
    () => roomOf({ seats: seats.values(), here, opened, nameOf, language: words.tag }),
    [seats, here, opened, nameOf, words],
  )
  const nameOfPlace = useNameOfPlace()
  const present = room.places.flatMap(({ seats }) => seats)
  const withoutPhone = present.filter(({ device }) => !device).length
  return (
    <Paper title={words.say("people.title")} intro={words.say("people.intro")}>
      <div>
        <p className={styles.count}>{words.say("people.here", { count: present.length })}</p>
        {withoutPhone > 0 ? <p className={styles.hint}>{words.say("people.here-without", { count: withoutPhone })}</p> : null}
      </div>
      {room.places.map(({ place, seats }) => (
        <Names key={nameOfPlace(place)} title={nameOfPlace(place)} seats={seats} />
      ))}
      {room.withoutDevice.length > 0 ? (
        <Names title={words.say("people.no-device")} hint={words.say("people.no-device-what")} seats={room.withoutDevice} />
      ) : null}
      {room.away.length > 0 ? <Names title={words.say("people.away")} seats={room.away} /> : null}
      <Ways>
        <li>
          <Link href={`/w/${workshopId}/me`}>{words.say("people.change-me")}</Link>
        </li>
        <li>
          <Link href={`/w/${workshopId}/door`}>{words.say("people.how")}</Link>
        </li>
      </Ways>
    </Paper>
  )
}

function Names({ title, hint, seats }: { title: string; hint?: string; seats: readonly PublicSeat[] }) {
  const words = useWords()
  const nameOf = useNameOf()
  const { id: mine } = usePeople().me
  const host = useSession((session) => session.host)
  const opened = useSession((session) => session.opened)
  const withoutPhone = (seat: PublicSeat): string => {
    const writer = opened.get(seat.id)
    if (seat.device || writer === undefined) return ""
    return writer === mine ? words.say("several.no-phone-i-write") : words.say("several.no-phone-writes", { name: nameOf(writer) })
  }
  return (
    <section className={styles.place}>
      <h2 className={styles.heading}>
        <bdi>{title}</bdi> <span className={styles.number}>({words.number(seats.length)})</span>
      </h2>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      <ul className={styles.names}>
        {seats.map((seat) => {
          const marks = [
            seat.id === mine ? words.say("people.me") : "",
            seat.id === host ? words.say("people.hosts") : "",
            withoutPhone(seat),
          ].filter(Boolean)
          return (
            <li key={seat.id} className={styles.person}>
              <bdi className={styles.name}>{nameOf(seat.id)}</bdi>
              {marks.length > 0 ? <span className={styles.mark}> {marks.join(" · ")}</span> : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
