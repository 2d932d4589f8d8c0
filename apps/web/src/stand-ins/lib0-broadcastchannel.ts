// Stands in for lib0/broadcastchannel, by which y-websocket's tabs would speak to each other: ours never do (`disableBc`), since two
// seats may share a browser. vite.config.ts puts it in its place.
const never = (..._said: unknown[]): void => {}

export { never as publish, never as subscribe, never as unsubscribe }
