// Made by bundling/words.ts: one language's catalog in parts.
declare module "virtual:words/*" {
  export const messages: Record<string, string>
}
