// The board for everybody outside: plain values, commands, selectors.
export * from "./types.ts"
export { TAKEN_BACK, type Command, type CommandType, type Outcome, type Refusal, type Spot } from "./command.ts"
export { COMMAND_TYPES, run } from "./run.ts"
export { descriptionOf, newId, plainTextOf, sheetText } from "./doc.ts"
export { linkKey, readBoard } from "./read.ts"
