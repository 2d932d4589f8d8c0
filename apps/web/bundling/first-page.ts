// What stands in the page itself: its one inline script, and how its style sheet comes. The server hashes that script for the
// Content-Security-Policy, and fills <!--boot-->, <!--first--> and <!--plain-->.
import type { Plugin } from "vite"

/**
 * The page's one inline script. It sends browsers that lack what the app stands on (Safari before 15.4, Chrome before 100) to the
 * plain page, sets the chosen theme before the first paint, and starts loading the reader's language beside the app.
 */
export function early(): Plugin {
  const script = (catalogs: Record<string, string>) =>
    `(function(d,w,l){var e=d.documentElement,p=/^\\/w\\/[^/]+/.exec(l.pathname);` +
    `if(!("noModule"in d.createElement("script"))||!w.HTMLDialogElement||![].at||!w.structuredClone){if(p)l.replace(p[0]+"/plain");return}` +
    `try{var t=localStorage.getItem("evenboard-theme");if(t)e.setAttribute("data-theme",t)}catch(_){}` +
    `var f=${JSON.stringify(catalogs)}[e.lang.slice(0,2)];if(f){var k=d.createElement("link");k.rel="modulepreload";k.href=f;d.head.appendChild(k)}` +
    `})(document,window,location)`
  return {
    name: "evenboard:early",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const catalogs: Record<string, string> = {}
        for (const chunk of Object.values(bundle ?? {})) {
          const language = chunk.type === "chunk" ? /virtual:words\/([a-z]{2})\/first/.exec(chunk.facadeModuleId ?? "")?.[1] : undefined
          if (language) catalogs[language] = `/${chunk.fileName}`
        }
        return stylesLate(html).replace(/<script>\s*\/\*early\*\/\s*<\/script>/, () => `<script>${script(catalogs)}</script>`)
      },
    },
  }
}

/**
 * The app's style sheet holds back nobody who reads the first notes: it loads as if for paper, at the rank of one that is needed, and the
 * app turns it on (main.tsx). It stays in the head, before the sheets of later chunks, which are to win where both say something.
 */
function stylesLate(html: string): string {
  return html.replace(
    /<link rel="stylesheet"([^>]*?) href="([^"]+)">/,
    (_, rest: string, href: string) =>
      `<link rel="preload" as="style"${rest} href="${href}"><link rel="stylesheet" media="print" data-late${rest} href="${href}">`,
  )
}
