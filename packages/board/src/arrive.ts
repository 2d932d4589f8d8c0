// What stands in Arrive: how people want to work together, and their words about themselves. Beside select.ts, since only that page, the
// room screen and the server ask.
import { keepList, perBoard } from "./memo.ts"
import { inOrder } from "./rank.ts"
import { notesInTheme, themesOn } from "./select.ts"
import type { Board, Note, Pledge, Theme, ThemeId } from "./types.ts"

const standing = perBoard<readonly Pledge[]>((board, last) =>
  keepList([...board.pledges.values()].filter((one) => one.aside === null).sort(inOrder), last),
)
/** In rank order, without those set aside. */
export const pledgesInOrder = (board: Board): readonly Pledge[] => standing(board)

/**
 * Everybody's first note goes into one theme, and nobody makes it beforehand: whoever is first does, under this id. Two phones that do
 * so at once write the same theme twice, of which Yjs keeps one, and both notes stand in it.
 */
export const ABOUT_US = "aboutUs000000000" as ThemeId

/** The theme for words about ourselves: the first that stands on the page of needs. */
export const aboutUsOn = (board: Board): Theme | null => themesOn(board, "needs").find((theme) => theme.aboutUs) ?? null

const ours = perBoard<readonly Note[]>((board, last) =>
  keepList(
    themesOn(board, "needs")
      .filter((theme) => theme.aboutUs)
      .flatMap((theme) => notesInTheme(board, theme.id, "needs")),
    last,
  ),
)
/** Every note about ourselves that nobody set aside, as they are read. */
export const notesAboutUs = (board: Board): readonly Note[] => ours(board)
