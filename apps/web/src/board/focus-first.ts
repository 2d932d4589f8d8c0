// Where a sheet's focus goes when it opens.

/** As a `ref`: the sheet that opens around this element begins here (ui/sheet.tsx). */
export const focusFirst = (element: HTMLElement | null): void => element?.setAttribute("data-start", "")
