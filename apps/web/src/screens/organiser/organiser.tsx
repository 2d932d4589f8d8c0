// The organiser's page, behind the private link: the plan, the door, hosting, what to take away, ending and deleting. It gives no say
// over notes. It stands outside any workshop, so that it works without a seat.
import { lazy, useState } from "react"
import { Link, useParams } from "wouter"
import { useWords } from "../../words.tsx"
import { Button } from "../../ui/button.tsx"
import { LinkButton, Paper, Row, Section, Told } from "../paper/paper.tsx"
import { takeLinkKey } from "../paper/link-key.ts"
import { Whole } from "../paper/whole.tsx"
import { Lazily } from "../shell/lazily.tsx"
import { AccessPart } from "./access-part.tsx"
import { DoorPart } from "./door-part.tsx"
import { EndPart } from "./end-part.tsx"
import { HostPart } from "./host-part.tsx"
import { KeepPart } from "./keep-part.tsx"
import { PlanPart } from "./plan-part.tsx"
import { PrintPart } from "./print-part.tsx"
import { RecipePart } from "./recipe-part.tsx"
import { SafePart } from "./safe-part.tsx"
import { ScreenPart } from "./screen-part.tsx"
import { TakeAway } from "./take-away.tsx"
import { useOrganiser, type Organiser } from "./use-organiser.ts"

const TakeOutName = lazy(() => import("../mention/take-out-name.tsx"))
const CheckRoom = lazy(() => import("../check/check-room.tsx"))

export default function OrganiserScreen() {
  const { id } = useParams<{ id: string }>()
  const words = useWords()
  const [key] = useState(() => takeLinkKey("organiser", id))
  return (
    <Whole>
      {key ? (
        <Opened workshopId={id} organiserKey={key} />
      ) : (
        <Paper title={words.say("organiser.no-key")} intro={words.say("organiser.no-key-what")}>
          <Row>
            <LinkButton href="/">{words.say("organiser.home")}</LinkButton>
          </Row>
        </Paper>
      )}
    </Whole>
  )
}

function Opened({ workshopId, organiserKey }: { workshopId: string; organiserKey: string }) {
  const words = useWords()
  const loading = useOrganiser(workshopId, organiserKey)
  const [isDeleted, setDeleted] = useState(false)
  if (isDeleted)
    return (
      <Paper title={words.say("organiser.deleted")} intro={words.say("organiser.deleted-what")}>
        <p>
          <Link href="/">{words.say("organiser.home")}</Link>
        </p>
      </Paper>
    )
  if (loading.state === "here") return <Page organiser={loading.organiser} deleted={() => setDeleted(true)} />
  return (
    <Paper title={words.say("organiser.title")}>
      {loading.state === "loading" ? (
        <p role="status">{words.say("organiser.loading")}</p>
      ) : (
        <>
          <Told isWrong>{loading.title ?? words.say("organiser.no-server")}</Told>
          <Row>
            <Button onClick={loading.again}>{words.say("organiser.again")}</Button>
          </Row>
        </>
      )}
    </Paper>
  )
}

function Page({ organiser, deleted }: { organiser: Organiser; deleted: () => void }) {
  const words = useWords()
  const { view } = organiser
  const isEnded = view.endedAt !== null
  const [isChecking, setChecking] = useState(false)
  if (isChecking) {
    const back = <Button onClick={() => setChecking(false)}>{words.say("organiser.check-back")}</Button>
    return <CheckRoom workshopId={view.workshopId} organiserKey={organiser.key} title={view.title} back={back} />
  }
  return (
    <Paper title={view.title} intro={`${words.say("organiser.what")} ${words.say("organiser.rights")}`}>
      <ul>
        <li>{words.say("organiser.joined", { count: view.people.length })}</li>
        <li>{words.say("organiser.on-board", { count: view.notes })}</li>
        <li>{words.say("organiser.kept", { day: words.day(view.keepUntil) })}</li>
        {view.endedAt === null ? null : <li>{words.say("organiser.ended", { day: words.day(view.endedAt) })}</li>}
      </ul>
      {isEnded ? null : (
        <>
          <Section title={words.say("organiser.check")} hint={words.say("organiser.check-what")}>
            <Row>
              <Button onClick={() => setChecking(true)}>{words.say("organiser.check")}</Button>
            </Row>
          </Section>
          <DoorPart organiser={organiser} />
          <HostPart organiser={organiser} />
          <SafePart organiser={organiser} />
          <PlanPart organiser={organiser} />
        </>
      )}
      <AccessPart organiser={organiser} />
      <ScreenPart organiser={organiser} />
      <PrintPart organiser={organiser} />
      <TakeAway organiser={organiser} />
      <RecipePart organiser={organiser} />
      <Lazily isQuiet>
        <TakeOutName path={`/api/workshops/${encodeURIComponent(view.workshopId)}/organiser/mentions`} organiserKey={organiser.key} />
      </Lazily>
      <KeepPart organiser={organiser} />
      <EndPart organiser={organiser} deleted={deleted} />
    </Paper>
  )
}
