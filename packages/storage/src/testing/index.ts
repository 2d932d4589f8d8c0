export { storeContract } from "./contract.ts"
