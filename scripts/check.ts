// `pnpm check`: everything that tells in two minutes whether a change is sound. Units run beside the checks.
import { checks, conclude, perform, together, units, words } from "./parts.ts"

const first = await perform(words)
conclude([first, ...(await together([units, ...checks]))])
