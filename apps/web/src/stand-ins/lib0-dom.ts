// Stands in for lib0/dom, of which y-tiptap uses one name; the rest brings a schema language. vite.config.ts puts it in its place.
export const doc: Document = document
