// Writing an option's description together, in Tiptap on the board's own document. Its own chunk: nobody loads it who does not write.
// The marks and nodes are the starter kit's, all of them, so that nothing another client wrote is dropped by ours.
import { Collaboration } from "@tiptap/extension-collaboration"
import { type Editor, EditorContent, useEditor, useEditorState } from "@tiptap/react"
import StarterKit from "@tiptap/starter-kit"
import { descriptionRoot, type NoteId } from "@evenboard/board"
import { Button } from "../ui/button.tsx"
import { useWords } from "../words.tsx"
import { useWorkshop } from "../workshop-context.ts"
import styles from "./options.module.css"

export default function DescriptionEditor({ id, label }: { id: NoteId; label: string }) {
  const words = useWords()
  const { doc } = useWorkshop()
  const editor = useEditor(
    {
      extensions: [
        // Undo is the collaboration's: it takes back my own changes only.
        StarterKit.configure({ undoRedo: false, heading: { levels: [3] }, link: { openOnClick: false } }),
        Collaboration.configure({ fragment: doc.getXmlFragment(descriptionRoot(id)) }),
      ],
      injectCSS: false,
      autofocus: "end",
      editorProps: {
        attributes: { class: styles.writing ?? "", role: "textbox", "aria-multiline": "true", "aria-label": label, dir: "auto" },
      },
    },
    [doc, id],
  )
  return (
    <div className={styles.editor}>
      <Tools editor={editor} />
      <EditorContent editor={editor} />
      <p className={styles.hint}>{words.say("options.changes-together")}</p>
    </div>
  )
}

function Tools({ editor }: { editor: Editor }) {
  const words = useWords()
  const now = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive("bold"),
      heading: editor.isActive("heading", { level: 3 }),
      list: editor.isActive("bulletList"),
      canUndo: editor.can().undo(),
      canRedo: editor.can().redo(),
    }),
  })
  const tell = () => editor.chain().focus()
  return (
    <div className={styles.tools} role="group" aria-label={words.say("options.tool-label")}>
      <Button aria-pressed={now.bold} onClick={() => tell().toggleBold().run()}>
        {words.say("options.tool-bold")}
      </Button>
      <Button aria-pressed={now.heading} onClick={() => tell().toggleHeading({ level: 3 }).run()}>
        {words.say("options.tool-heading")}
      </Button>
      <Button aria-pressed={now.list} onClick={() => tell().toggleBulletList().run()}>
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
