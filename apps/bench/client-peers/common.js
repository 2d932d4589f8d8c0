// What both pages have in common with ours: they say when they would take an edit, and hear moves down a socket, some in each frame.

/** The board as this page saved it itself; `?make` starts empty instead, to be filled with plain notes and saved. */
export const isMaking = location.search.includes("make")
const fetched = isMaking ? Promise.resolve(null) : fetch("/saved.json").then((answer) => answer.json())
export const savedBoard = () => fetched

/** As `data-ready` of our own page: on the screen, two frames later. */
export const tellReady = () => requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset.ready = "board")))

/** `apply` gets the moves of one frame: `{ id, x, y }`. */
export function hearMoves(apply) {
  const socket = new WebSocket(`ws://${location.host}/moves`)
  socket.onmessage = ({ data }) => apply(JSON.parse(data))
}
