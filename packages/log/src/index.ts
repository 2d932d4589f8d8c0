export { type LogLine, logLines } from "./log-lines.ts"
export { withdrawnWorries } from "./worries.ts"
