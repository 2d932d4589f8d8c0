// Everything the room screen shows, as one page to read on a phone, at the reader's own size and pace. Nothing is paged and nothing folded.
import { useMemo, type ReactNode } from "react"
import { Link } from "wouter"
import { useWorkshopId } from "../../use-session.ts"
import { spokenAddress, spokenCode } from "../door/address.ts"
import { Qr } from "../door/qr.tsx"
import { cardsOf, type Card } from "./cards.ts"
import { Shape } from "./card-pages.tsx"
import { stopsOf, type Stop } from "./pages.ts"
import { Minutes } from "./prompt-view.tsx"
import styles from "./reading.module.css"
import { Both, useSpeech } from "./speech.tsx"
import { questionIn } from "./spoken.ts"
import { Title } from "./title.tsx"
import { useLive, type Live } from "./use-live.ts"

export function RoomReading({ canLeave }: { canLeave: boolean }) {
  const live = useLive()
  const { first } = useSpeech()
  const id = useWorkshopId()
  const { board, session } = live
  const stops = useMemo(() => stopsOf(board, session.stage), [board, session.stage])
  return (
    <main id="main" tabIndex={-1} className={styles.page} lang={first.tag} dir={first.dir} data-stage={session.stage}>
      {canLeave ? (
        <p>
          <Link className={styles.leave} href={`/w/${id}`}>
            {first.say("room.leave")}
          </Link>
        </p>
      ) : null}
      <h1 className={styles.title}>
        <bdi>{session.title}</bdi>
      </h1>
      <p>{first.say("room.read")}</p>
      {stops.map((stop) => (
        <Part key={stop.key} stop={stop} live={live} />
      ))}
    </main>
  )
}

function Part({ stop, live }: { stop: Stop; live: Live }) {
  switch (stop.kind) {
    case "join":
      return <Join live={live} />
    case "prompt":
      return <Prompt live={live} />
    // Their tiles are the headings of what follows.
    case "themes":
    case "options":
    case "plane":
      return (
        <h2 className={styles.part}>
          <Title stop={stop} live={live} />
        </h2>
      )
    default:
      return <Cards stop={stop} live={live} />
  }
}

function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  )
}

function Join({ live: { session, door } }: { live: Live }) {
  const { first } = useSpeech()
  if (session.ended) return <p>{first.say("room.ended")}</p>
  const isOpen = session.doorOpen && door?.open
  return (
    <Section title={first.say("room.to-join")}>
      {isOpen ? (
        <>
          <div className={styles.qr}>
            <Qr svg={door.qrSvg} name={first.say("door.qr", { title: session.title })} />
          </div>
          {door.joinCode === null ? null : (
            <p>
              {first.say("room.code", { address: `\u2066${spokenAddress(door.joinUrl)}\u2069` })}{" "}
              <strong className={styles.code} dir="ltr">
                {spokenCode(door.joinCode)}
              </strong>
            </p>
          )}
        </>
      ) : (
        <p>{first.say(session.doorOpen ? "room.no-code" : "room.shut")}</p>
      )}
    </Section>
  )
}

function Prompt({ live: { session, written, minutes, here, isQuietAsked } }: { live: Live }) {
  const { first, second, own } = useSpeech()
  const question = session.round?.question || session.stages.find(({ kind }) => kind === session.stage)?.prompt || session.purpose
  const step = session.stages.findIndex(({ kind }) => kind === session.stage) + 1
  return (
    <Section title={first.say("room.step", { step, count: session.stages.length, stage: first.say(`common.stage-${session.stage}`) })}>
      <p className={styles.question} dir="auto">
        {questionIn(first, own, question) ?? question}
      </p>
      {second && questionIn(second, own, question) ? (
        <p className={styles.question} lang={second.tag} dir={second.dir}>
          {questionIn(second, own, question)}
        </p>
      ) : null}
      {isQuietAsked ? (
        <p>
          <Both say={(words) => words.say("unheard.question")} />
        </p>
      ) : null}
      {session.round ? (
        <p>
          <Both say={(words) => `${words.say("room.alone")}. ${words.say("room.written", { count: written })}.`} />
        </p>
      ) : null}
      {minutes === null ? null : (
        <p>
          <Minutes minutes={minutes} />
        </p>
      )}
      <p>
        <Both say={(words) => words.say("shell.here", { count: here })} />
      </p>
    </Section>
  )
}

function Cards({ stop, live }: { stop: Stop; live: Live }) {
  const { first } = useSpeech()
  const cards = cardsOf(stop, live)
  // What we agree, and how we want to work together, have no overview of its own above it.
  const isPart = stop.kind === "agreed" || stop.kind === "together"
  const Heading = isPart ? "h2" : "h3"
  return (
    <section className={styles.section}>
      <Heading className={isPart ? styles.part : styles.heading}>
        <Title stop={stop} live={live} />
      </Heading>
      {cards.length === 0 ? <p>{first.say("room.nothing")}</p> : null}
      <ul className={styles.cards}>
        {cards.map((card) => (
          <CardRead key={card.id} card={card} />
        ))}
      </ul>
    </section>
  )
}

function CardRead({ card: { words, lang, kind, number, lead, under } }: { card: Card }) {
  const { first } = useSpeech()
  return (
    <li className={styles.card} data-kind={kind ?? undefined}>
      <p className={styles.quiet}>
        {kind ? (
          <>
            <Shape kind={kind} /> {first.say(`common.kind-${kind}`)}{" "}
          </>
        ) : null}
        {number === null ? null : first.number(number)} {lead?.(first)}
      </p>
      <p dir="auto" lang={lang ?? undefined}>
        {words}
      </p>
      {under ? <p className={styles.quiet}>{under(first)}</p> : null}
    </li>
  )
}
