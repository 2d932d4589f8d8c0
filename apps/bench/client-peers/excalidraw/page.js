// Excalidraw as its documentation sets it up: the whole editor, a note is a rectangle with words in it, its fonts from this server.
import "./assets.js"
import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw } from "@excalidraw/excalidraw"
import "@excalidraw/excalidraw/index.css"
import { createElement } from "react"
import { createRoot } from "react-dom/client"
import { hearMoves, isMaking, savedBoard, tellReady } from "../common.js"

const WIDTH = 200
const skeletonOf = ({ id, words, x, y }) => ({
  type: "rectangle",
  id,
  x,
  y,
  width: WIDTH,
  height: WIDTH,
  backgroundColor: "#ffec99",
  label: { text: words, fontSize: 16 },
})
const versionOf = (element) => ({ ...element, version: element.version + 1, versionNonce: Math.floor(Math.random() * 2 ** 31) })
const isNote = ({ type }) => type === "rectangle"

function mounted(api) {
  if (globalThis.bench) return
  globalThis.bench = {
    fill: (notes) => api.updateScene({ elements: convertToExcalidrawElements(notes.map(skeletonOf), { regenerateIds: false }) }),
    saved: () => ({ elements: api.getSceneElements() }),
    fit: () => api.scrollToContent(undefined, { fitToContent: true }),
    hundred: () => {
      api.scrollToContent(undefined, { fitToContent: true })
      const { width, height, scrollX, scrollY, zoom } = api.getAppState()
      const at = { x: width / 2 / zoom.value - scrollX, y: height / 2 / zoom.value - scrollY }
      api.updateScene({ appState: { zoom: { value: 1 }, scrollX: width / 2 - at.x, scrollY: height / 2 - at.y } })
    },
    places: () =>
      api
        .getSceneElements()
        .filter(isNote)
        .map(({ id, x, y }) => [id, x, y]),
  }
  hearMoves((moves) => {
    const to = new Map(moves.map((move) => [move.id, move]))
    const before = api.getSceneElementsIncludingDeleted()
    const shifts = new Map()
    for (const note of before) {
      const move = to.get(note.id)
      if (move) shifts.set(note.id, { x: move.x - note.x, y: move.y - note.y })
    }
    // As its own collaboration does: the whole scene, what changed in a new version; the words move with their note.
    const elements = before.map((element) => {
      const shift = shifts.get(element.containerId ?? element.id)
      return shift ? versionOf({ ...element, x: element.x + shift.x, y: element.y + shift.y }) : element
    })
    api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER })
  })
  // It is there before its scene is.
  const whenLoaded = () => (api.getAppState().isLoading ? requestAnimationFrame(whenLoaded) : tellReady())
  whenLoaded()
}

const initialData = isMaking ? null : { ...(await savedBoard()), scrollToContent: true }
createRoot(document.querySelector("#app")).render(createElement(Excalidraw, { excalidrawAPI: mounted, initialData }))
