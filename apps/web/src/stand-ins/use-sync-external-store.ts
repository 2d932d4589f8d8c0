// Stands in for use-sync-external-store/shim, by which wouter asks React versions that lack the hook: ours has it. vite.config.ts puts it
// in its place.
export { useSyncExternalStore } from "react"
