// How many people have written in the round that runs, as the server last told. Never who.
import { useValue } from "../use-value.ts"
import { useWorkshop } from "../workshop-context.ts"

const writtenOf = ({ written }: { written: number }): number => written
export const useWritten = (): number => useValue(useWorkshop().session, writtenOf)
