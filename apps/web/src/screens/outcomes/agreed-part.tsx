// Whether it is agreed: for everybody to read, and for the host to say once no note is left without an answer. The server decides.
import { useBecameWords } from "../../became/use-became-words.ts"
import { Button } from "../../ui/button.tsx"
import { useAnnounce } from "../../ui/announcer.tsx"
import { useUi } from "../../ui-store.ts"
import { useIntent, useIsHost, useSession, WhileOpen } from "../../use-session.ts"
import { useWords } from "../../words.tsx"
import { Row, Section } from "../paper/paper.tsx"

/** `count`: notes that nothing was said of yet. */
export function AgreedPart({ count }: { count: number }) {
  const words = useWords()
  const became = useBecameWords()
  const agreedAt = useSession((session) => session.agreedAt)
  const isHost = useIsHost()
  return (
    <Section title={became.say("became.agree-title")} hint={became.say("became.agree-what")}>
      {agreedAt === null ? null : (
        <p>
          <strong>{became.say("became.agreed-on", { day: words.day(agreedAt) })}</strong>{" "}
          {count > 0 ? became.say("became.agreed-reopened") : null}
        </p>
      )}
      {isHost ? (
        <WhileOpen>
          <Call isAgreed={agreedAt !== null} />
        </WhileOpen>
      ) : null}
    </Section>
  )
}

function Call({ isAgreed }: { isAgreed: boolean }) {
  const words = useWords()
  const became = useBecameWords()
  const intent = useIntent()
  const announce = useAnnounce()
  const showResult = useUi((ui) => ui.showResult)
  const call = async (is: boolean) => {
    const result = await intent({ type: "agree-design", is })
    if (!result.ok) return
    const say = became.say(is ? "became.agree-done" : "became.agree-undone")
    showResult({ say, undo: null })
    announce(say)
  }
  return (
    <Row>
      {isAgreed ? (
        <Button onClick={() => void call(false)}>{became.say("became.agree-undo")}</Button>
      ) : (
        <Button kind="main" onClick={() => void call(true)}>
          {words.say("commands.agree-design")}
        </Button>
      )}
    </Row>
  )
}
