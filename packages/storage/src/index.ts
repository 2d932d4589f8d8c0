export * from "./store.ts"
export { openSqlite } from "./sqlite.ts"
