// The tables, as numbered steps that only ever grow: step n takes a database from version n to n + 1 (PRAGMA user_version).
// Keys stand here only as hashes; names only in `seats`; people's words in log, snapshots, ledger, facts, hidden, events,
// drafts, which hold what nobody but its writer may see yet, concerns and asks, which only one more may see, and accessNeeds, which the
// named contact reads.
export const STEPS: readonly string[] = [
  `
  CREATE TABLE workshops (
    id TEXT PRIMARY KEY, joinHash TEXT NOT NULL UNIQUE, joinGeneration INTEGER NOT NULL, joinCode TEXT UNIQUE, organiserHash TEXT NOT NULL,
    language TEXT NOT NULL, createdAt INTEGER NOT NULL, endedAt INTEGER, keepUntil INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE seats (
    id TEXT NOT NULL, workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, guest INTEGER NOT NULL, name TEXT NOT NULL,
    showName INTEGER NOT NULL, "group" TEXT, "table" TEXT, language TEXT NOT NULL, device INTEGER NOT NULL, createdAt INTEGER NOT NULL,
    returnHash TEXT, PRIMARY KEY (workshopId, id), UNIQUE (workshopId, guest)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE seatKeys (
    workshopId TEXT NOT NULL, keyHash TEXT NOT NULL, seatId TEXT NOT NULL, PRIMARY KEY (workshopId, keyHash),
    FOREIGN KEY (workshopId, seatId) REFERENCES seats ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE clientHeads (
    workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, clientId INTEGER NOT NULL, seat TEXT NOT NULL, clock INTEGER NOT NULL,
    PRIMARY KEY (workshopId, clientId)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX clientHeadsBySeat ON clientHeads (workshopId, seat);
  CREATE TABLE boards (
    workshopId TEXT PRIMARY KEY REFERENCES workshops ON DELETE CASCADE, seq INTEGER NOT NULL, snapshot BLOB, snapshotSeq INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log (
    workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, seq INTEGER NOT NULL, at INTEGER NOT NULL, bytes BLOB NOT NULL, crc INTEGER NOT NULL,
    PRIMARY KEY (workshopId, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ledger (
    id INTEGER PRIMARY KEY AUTOINCREMENT, workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, seq INTEGER NOT NULL, at INTEGER NOT NULL,
    seat TEXT NOT NULL, kind TEXT NOT NULL, run TEXT, target TEXT NOT NULL, chars INTEGER NOT NULL, before TEXT, after TEXT
  ) STRICT;
  CREATE INDEX ledgerByTarget ON ledger (workshopId, target, id);
  CREATE INDEX ledgerByWorkshop ON ledger (workshopId, id);
  CREATE TABLE facts (
    workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, noteId TEXT NOT NULL, number INTEGER NOT NULL, author TEXT NOT NULL, scribe TEXT,
    firstWording TEXT NOT NULL, settled INTEGER NOT NULL, changes INTEGER NOT NULL, changedBy TEXT, changedAt INTEGER NOT NULL,
    PRIMARY KEY (workshopId, noteId), UNIQUE (workshopId, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE hidden (
    workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, noteId TEXT NOT NULL, content TEXT NOT NULL, hiddenAt INTEGER NOT NULL,
    PRIMARY KEY (workshopId, noteId)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE events (
    workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, seq INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (workshopId, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE intents (
    workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, id TEXT NOT NULL, PRIMARY KEY (workshopId, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX workshopsByKeepUntil ON workshops (keepUntil);
  `,
  `
  CREATE TABLE drafts (
    workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, id TEXT NOT NULL, seat TEXT NOT NULL, roundId TEXT NOT NULL, kind TEXT NOT NULL,
    text TEXT NOT NULL, forWhom TEXT, keptBack INTEGER NOT NULL, writtenAt INTEGER NOT NULL, PRIMARY KEY (workshopId, id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE workshops ADD COLUMN rehearsalOf TEXT;
  CREATE INDEX workshopsByRehearsal ON workshops (rehearsalOf) WHERE rehearsalOf IS NOT NULL;
  `,
  // Said privately, asked privately, removed, quiet: nothing of this is in log, events or exports.
  `
  CREATE TABLE concerns (
    workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, id TEXT NOT NULL, seat TEXT NOT NULL, hearer TEXT, isNamed INTEGER NOT NULL,
    words TEXT NOT NULL, at INTEGER NOT NULL, readAt INTEGER, PRIMARY KEY (workshopId, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE asks (
    workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, kind TEXT NOT NULL, noteId TEXT NOT NULL, seat TEXT NOT NULL,
    words TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (workshopId, kind, noteId)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE removedSeats (
    workshopId TEXT NOT NULL, seatId TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (workshopId, seatId),
    FOREIGN KEY (workshopId, seatId) REFERENCES seats ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE quietSeats (
    workshopId TEXT NOT NULL, seatId TEXT NOT NULL, PRIMARY KEY (workshopId, seatId),
    FOREIGN KEY (workshopId, seatId) REFERENCES seats ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  `,
  // Who asked to be forgotten, by opaque id: what a crash left undone is finished from here, and what a backup brings back is erased again.
  `
  CREATE TABLE erasures (
    workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, id TEXT NOT NULL, seat TEXT NOT NULL, words INTEGER NOT NULL,
    at INTEGER NOT NULL, doneAt INTEGER, PRIMARY KEY (workshopId, id)
  ) STRICT, WITHOUT ROWID;
  `,
  // How people are named is more than yes or no, and whether they may be quoted is asked.
  `
  ALTER TABLE seats ADD COLUMN credit TEXT NOT NULL DEFAULT 'none';
  UPDATE seats SET credit = 'name' WHERE showName = 1;
  ALTER TABLE seats DROP COLUMN showName;
  ALTER TABLE seats ADD COLUMN quotable INTEGER NOT NULL DEFAULT 1;
  `,
  // Who reads what people need so that they can take part, and what they said: each goes at its own date. `seat` or `keyHash` leads to it.
  `
  CREATE TABLE accessContacts (
    workshopId TEXT PRIMARY KEY REFERENCES workshops ON DELETE CASCADE, name TEXT NOT NULL, reach TEXT NOT NULL, deleteAt INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE accessNeeds (
    workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, id TEXT NOT NULL, seat TEXT, keyHash TEXT, words TEXT NOT NULL,
    language TEXT NOT NULL, supporter INTEGER NOT NULL, reach TEXT NOT NULL, at INTEGER NOT NULL, deleteAt INTEGER NOT NULL,
    PRIMARY KEY (workshopId, id), UNIQUE (workshopId, seat), UNIQUE (workshopId, keyHash)
  ) STRICT, WITHOUT ROWID;
  `,
  // Who may write for somebody who has a phone: known to the two.
  `
  CREATE TABLE supporters (
    workshopId TEXT NOT NULL, seat TEXT NOT NULL, supporter TEXT NOT NULL, PRIMARY KEY (workshopId, seat, supporter),
    FOREIGN KEY (workshopId, seat) REFERENCES seats ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  `,
  // Words about a person that are being taken out: here until they are gone from everything else, so that a crash leaves none behind.
  `
  CREATE TABLE mentions (
    workshopId TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE, id TEXT NOT NULL, seat TEXT, words TEXT, "except" TEXT NOT NULL,
    places INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (workshopId, id)
  ) STRICT, WITHOUT ROWID;
  `,
  // Who goes along with which sentence, for one wording of it; of the words only a hash.
  `
  CREATE TABLE goesAlong (
    workshopId TEXT NOT NULL, pledgeId TEXT NOT NULL, seat TEXT NOT NULL, wording TEXT NOT NULL, PRIMARY KEY (workshopId, pledgeId, seat),
    FOREIGN KEY (workshopId, seat) REFERENCES seats ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  `,
  // The contact's own link, as a hash, and when they read last. Who was named before has none until the organiser makes one.
  `
  ALTER TABLE accessContacts ADD COLUMN keyHash TEXT;
  ALTER TABLE accessContacts ADD COLUMN readAt INTEGER;
  `,
]
