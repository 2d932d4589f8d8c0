// Stands in for lib0/logging, with which Yjs would colour a console that nobody in a hall reads; with it comes a schema language that
// is used nowhere else. vite.config.ts puts it in its place; it saves 4 KB of the first chunk. Holds what Yjs calls, and no more.
const quiet = (..._said: unknown[]): void => {}

export { quiet as print, quiet as warn }
export const [ORANGE, RED, BOLD, UNBOLD] = ["", "", "", ""]
