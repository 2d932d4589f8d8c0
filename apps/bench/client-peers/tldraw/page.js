// tldraw as its documentation sets it up: the whole editor, note shapes, its assets from this server.
import { getAssetUrlsByImport } from "@tldraw/assets/imports.vite"
import { createElement } from "react"
import { createRoot } from "react-dom/client"
import { createShapeId, getSnapshot, Tldraw, toRichText } from "tldraw"
import "tldraw/tldraw.css"
import { hearMoves, isMaking, savedBoard, tellReady } from "../common.js"

const shapeOf = ({ id, words, x, y }) => ({ id: createShapeId(id), type: "note", x, y, props: { richText: toRichText(words) } })

function mounted(editor) {
  globalThis.bench = {
    fill: (notes) => editor.createShapes(notes.map(shapeOf)),
    saved: () => getSnapshot(editor.store).document,
    fit: () => editor.zoomToFit(),
    hundred: () => editor.resetZoom(),
    places: () => editor.getCurrentPageShapes().map(({ id, x, y }) => [id.replace("shape:", ""), x, y]),
  }
  hearMoves((moves) =>
    editor.store.mergeRemoteChanges(() =>
      editor.store.put(moves.map(({ id, x, y }) => ({ ...editor.store.get(createShapeId(id)), x, y }))),
    ),
  )
  if (!isMaking) editor.zoomToFit()
  tellReady()
}

const snapshot = await savedBoard()
createRoot(document.querySelector("#app")).render(
  createElement(Tldraw, { assetUrls: getAssetUrlsByImport(), onMount: mounted, ...(snapshot ? { snapshot } : {}) }),
)
