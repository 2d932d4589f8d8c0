// Which address shows what. Everything but the workshop's first pages is its own chunk; each says so while it is on its way.
import type { ComponentType } from "react"
import { Route, Switch } from "wouter"
import type { Workshop } from "./connect/open-workshop.ts"
import type { Words } from "@evenboard/words"
import { WorkshopApp } from "./screens/shell/workshop-app.tsx"
import { Lazily } from "./screens/shell/lazily.tsx"
import { NotFound } from "./screens/shell/not-found.tsx"
import { screens } from "./screens/shell/screens.ts"
import { AnnouncerProvider } from "./ui/announcer.tsx"
import { SpeechProvider } from "./words.tsx"

/** Pages outside any workshop. */
const OUTSIDE: readonly (readonly [path: string, load: () => Promise<{ default: ComponentType }>])[] = [
  ["/", screens.home],
  ["/o/:id", screens.organiser],
  ["/c/:id", screens.contact],
]

export function App({ workshop, words }: { workshop: Workshop | null; words: Words }) {
  return (
    <SpeechProvider first={words}>
      <AnnouncerProvider>
        <Switch>
          {OUTSIDE.map(([path, load]) => (
            <Route key={path} path={path}>
              <Lazily load={load}>{(Page) => <Page />}</Lazily>
            </Route>
          ))}
          <Route path="/w/:id/:page?">
            {workshop ? <WorkshopApp workshop={workshop} /> : <Lazily load={screens.notHere}>{(NotHere) => <NotHere />}</Lazily>}
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </AnnouncerProvider>
    </SpeechProvider>
  )
}
