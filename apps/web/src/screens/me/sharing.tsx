// Whether this phone is shared: then nothing of any workshop stays on it. Said by whoever holds it, and kept on the phone alone.
import { useState } from "react"
import { isPhoneShared, SHARED } from "../../connect/shared-phone.ts"
import { forgetCopies } from "../../device/forget.ts"
import { useAnnounce } from "../../ui/announcer.tsx"
import { Check } from "../../ui/form.tsx"
import { useWords } from "../../words.tsx"
import { Boxed, Told } from "../paper/paper.tsx"
import { Part } from "./part.tsx"

export function Sharing() {
  const words = useWords()
  const announce = useAnnounce()
  const [isShared, setShared] = useState(isPhoneShared)
  const [told, setTold] = useState<string | null>(null)
  const change = async (next: boolean) => {
    const isSet = setPhoneShared(next)
    if (isSet) setShared(next)
    if (next) await forgetCopies()
    const say = isSet ? words.say(next ? "device.shared-on" : "device.shared-off") : words.say("me.failed")
    setTold(say)
    announce(say)
  }
  return (
    <Part title={words.say("device.shared-title")}>
      <Boxed>
        <Check
          label={words.say("device.shared")}
          hint={words.say("device.shared-hint")}
          isOn={isShared}
          onChange={(next) => void change(next)}
        />
      </Boxed>
      {told ? <Told>{told}</Told> : null}
    </Part>
  )
}

/** False where the browser does not remember it. */
function setPhoneShared(isShared: boolean): boolean {
  try {
    if (isShared) localStorage.setItem(SHARED, "yes")
    else localStorage.removeItem(SHARED)
    return true
  } catch {
    return false
  }
}
