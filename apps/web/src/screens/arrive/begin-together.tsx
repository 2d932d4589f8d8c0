// What a room does in Arrive before it begins: each a first note, and together how they want to work. One chunk, behind the page itself,
// which shows each part in its place.
import { FirstNote } from "./first-note.tsx"
import { Pledges } from "./pledges.tsx"

export default function BeginTogether({ part }: { part: "first" | "together" }) {
  return part === "first" ? <FirstNote /> : <Pledges />
}
