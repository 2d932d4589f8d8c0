// `npm test`, once everything is installed: every check, every unit, the build and its budgets, and the stories in a real browser.
import { budgets, checks, conclude, e2e, fuzz, perform, together, units, webBuild, words } from "./parts.ts"

const outcomes = [await perform(words), ...(await together(checks))]
// One after another: each has as many workers as there are processors, and tests that measure or wait should have those to themselves.
for (const part of [webBuild, budgets, units, fuzz, ...e2e]) outcomes.push(await perform(part))
conclude(outcomes)
