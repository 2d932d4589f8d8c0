// Must be said before the package is loaded.
globalThis.EXCALIDRAW_ASSET_PATH = "/"
