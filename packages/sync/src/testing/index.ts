export * from "./memory-store.ts"
export * from "./clock.ts"
export * from "./phone.ts"
export * from "./hall.ts"
