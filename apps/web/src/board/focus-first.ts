// Where a sheet's focus goes when it opens.

/** As a `ref`: a dialog that opens puts the focus here. (React's own `autoFocus` is too early: showModal moves the focus again.) */
export const focusFirst = (element: HTMLElement | null): void => element?.setAttribute("autofocus", "")
