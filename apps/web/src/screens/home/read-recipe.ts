// What a chosen file holds, checked with the same schema as the server's. A chunk of its own, since it brings the schemas along.
import { readRecipeFile, RECIPE_FILE_LIMIT } from "@evenboard/api"

/** A far too large file is not even read. */
export async function readRecipe(file: Pick<File, "size" | "text">): Promise<ReturnType<typeof readRecipeFile>> {
  return file.size > RECIPE_FILE_LIMIT ? { ok: false, reason: "too-large" } : readRecipeFile(await file.text().catch(() => ""))
}
