// Where the app stands, and the oldest browsers it is built for.
import { join } from "node:path"

export const WEB = join(import.meta.dirname, "..")
export const SOURCE = join(WEB, "src")

export const TARGET = ["safari15.4", "chrome100", "firefox100"]
