// Hocuspocus as its documentation sets it up: the server and its SQLite extension, on a file, with everything else as it comes.
import { SQLite } from "@hocuspocus/extension-sqlite"
import { Server } from "@hocuspocus/server"

const { PORT = "0", HOST = "127.0.0.1", DATABASE = ":memory:" } = process.env
const server = new Server({ port: Number(PORT), address: HOST, quiet: true, extensions: [new SQLite({ database: DATABASE })] })
await server.listen()
