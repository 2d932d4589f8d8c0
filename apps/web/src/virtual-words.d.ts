// Made by vite.config.ts: one language's catalog in two chunks.
declare module "virtual:words/*" {
  export const messages: Record<string, string>
}
