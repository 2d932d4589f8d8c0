// What a room does in Arrive before it begins: each a first note, and together how they want to work. One chunk, behind the page itself.
import { FirstNote } from "./first-note.tsx"
import { Pledges } from "./pledges.tsx"

export default function BeginTogether() {
  return (
    <>
      <FirstNote />
      <Pledges />
    </>
  )
}
