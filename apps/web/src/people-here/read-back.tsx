// Reading back what was just written for somebody, by a person or by the device's own voice. Nothing waits for it: the words are added.
import { useEffect, useState } from "react"
import { useAnnounce } from "../ui/announcer.tsx"
import { Button } from "../ui/button.tsx"
import { useWords } from "../words.tsx"
import type { Said } from "./whose-bar.tsx"
import styles from "./people-here.module.css"

export function ReadBack({ said: { name, text }, onRight }: { said: Said; onRight: () => void }) {
  const words = useWords()
  const announce = useAnnounce()
  const readAloud = useReadAloud(words.tag)
  const right = () => {
    announce(words.say("several.right-done", { name }))
    onRight()
  }
  return (
    <section className={styles.panel}>
      <h3 className={styles.summary}>{words.say("several.read-back", { name })}</h3>
      <blockquote className={styles.said} dir="auto">
        {text}
      </blockquote>
      <div className={styles.row}>
        <Button onClick={right}>{words.say("several.right", { name })}</Button>
        {readAloud ? <Button onClick={() => readAloud(text)}>{words.say("several.read-aloud")}</Button> : null}
      </div>
    </section>
  )
}

/** Only with a voice of the device's own: what people say goes to no company's server. Null where there is none in this language. */
function useReadAloud(language: string): ((text: string) => void) | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null)
  useEffect(() => {
    const speech = "speechSynthesis" in globalThis ? globalThis.speechSynthesis : null
    if (!speech) return undefined
    const isOurs = ({ localService, lang }: SpeechSynthesisVoice) => localService && lang.slice(0, 2) === language.slice(0, 2)
    const look = () => setVoice(speech.getVoices().find(isOurs) ?? null)
    look()
    speech.addEventListener("voiceschanged", look)
    return () => {
      speech.removeEventListener("voiceschanged", look)
      speech.cancel()
    }
  }, [language])
  if (!voice) return null
  return (text) => {
    speechSynthesis.cancel()
    const spoken = new SpeechSynthesisUtterance(text)
    spoken.voice = voice
    spoken.lang = voice.lang
    speechSynthesis.speak(spoken)
  }
}
