// A CSV export as a spreadsheet program would hold it, with the guard against formulas undone.
import { parse } from "csv-parse/sync"
import { unguardCell } from "../csv-cell.ts"

export const rawCsvRows = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true })
export const csvRows = (text: string): Record<string, string>[] =>
  rawCsvRows(text).map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, unguardCell(cell)])))
