// The handed-out files, and reading them back, for everybody outside.
export * from "./handout.ts"
export { notesByGroup } from "./groups.ts"
export { filenamesOf } from "./filename.ts"
export { exportAs } from "./export-as.ts"
export { exportFile } from "./json.ts"
export { type ExportFile, exportSchema, IMPORT_LIMITS } from "./json-schema.ts"
export { type Import, type ImportContent, type ImportFault, readImport } from "./import.ts"
