// What a file is called when a browser saves it: RFC 6266, with letters of any language beside plain ASCII.

export const attachment = ({ filename, filenameAnyScript }: { filename: string; filenameAnyScript: string }): string =>
  `attachment; filename="${filename}"; filename*=UTF-8''${encodeRfc5987(filenameAnyScript)}`

/** RFC 5987's value characters are fewer than encodeURIComponent leaves. */
const encodeRfc5987 = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
