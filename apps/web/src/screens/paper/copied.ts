// Copies a text that is selected on the page. On plain http there is no clipboard: then the old way.

/** False: it is selected, and a person must copy it by hand. */
export async function copied(value: string): Promise<boolean> {
  // Missing where the page came over plain http, whatever the type says.
  const clipboard = navigator.clipboard as Clipboard | undefined
  if (clipboard) {
    const done = await clipboard.writeText(value).then(
      () => true,
      () => false,
    )
    if (done) return true
  }
  return document.execCommand("copy")
}
