// Writing an option's description together, in Tiptap on the board's own document. Its own chunk: nobody loads it who does not write.
// Stands on Tiptap's core alone (its React package would be 5 KB more for what the hook below does).
import { useEffect, useRef, useState } from "react"
import { Editor } from "@tiptap/core"
import { Collaboration } from "@tiptap/extension-collaboration"
import { descriptionRoot, type NoteId } from "@evenboard/board"
import { Button } from "../ui/button.tsx"
import { useWords } from "../words.tsx"
import { useWorkshop } from "../workshop-context.ts"
import { descriptionSchema } from "./description-schema.ts"
import styles from "./options.module.css"

type Now = { bold: boolean; heading: boolean; list: boolean; canUndo: boolean; canRedo: boolean }
const nowOf = (editor: Editor): Now => ({
  bold: editor.isActive("bold"),
  heading: editor.isActive("heading"),
  list: editor.isActive("bulletList"),
  canUndo: editor.can().undo(),
  canRedo: editor.can().redo(),
})

export default function DescriptionEditor({ id, label }: { id: NoteId; label: string }) {
  const words = useWords()
  const { doc } = useWorkshop()
  const place = useRef<HTMLDivElement>(null)
  const [written, setWritten] = useState<{ editor: Editor; now: Now } | null>(null)
  useEffect(() => {
    const editor = new Editor({
      element: place.current,
      // Undo is the collaboration's: it takes back my own changes only.
      extensions: [...descriptionSchema, Collaboration.configure({ fragment: doc.getXmlFragment(descriptionRoot(id)) })],
      injectCSS: false,
      autofocus: "end",
      editorProps: {
        attributes: { class: styles.writing ?? "", role: "textbox", "aria-multiline": "true", "aria-label": label, dir: "auto" },
      },
      onCreate: ({ editor }) => setWritten({ editor, now: nowOf(editor) }),
      onTransaction: ({ editor }) => setWritten({ editor, now: nowOf(editor) }),
    })
    return () => {
      setWritten(null)
      editor.destroy()
    }
  }, [doc, id, label])
  return (
    <div className={styles.editor}>
      {written ? <Tools editor={written.editor} now={written.now} /> : null}
      <div ref={place} />
      <p className={styles.hint}>{words.say("options.changes-together")}</p>
    </div>
  )
}

function Tools({ editor, now }: { editor: Editor; now: Now }) {
  const words = useWords()
  const tell = () => editor.chain().focus()
  return (
    <div className={styles.tools} role="group" aria-label={words.say("options.tool-label")}>
      <Button aria-pressed={now.bold} onClick={() => tell().toggleMark("bold").run()}>
        {words.say("options.tool-bold")}
      </Button>
      <Button aria-pressed={now.heading} onClick={() => tell().toggleNode("heading", "paragraph", { level: 3 }).run()}>
        {words.say("options.tool-heading")}
      </Button>
      <Button aria-pressed={now.list} onClick={() => tell().toggleList("bulletList", "listItem").run()}>
        {words.say("options.tool-list")}
      </Button>
      <Button disabled={!now.canUndo} onClick={() => tell().undo().run()}>
        {words.say("options.tool-undo")}
      </Button>
      <Button disabled={!now.canRedo} onClick={() => tell().redo().run()}>
        {words.say("options.tool-redo")}
      </Button>
    </div>
  )
}
