// How wrong this device's clock is against the server's. Pure.

/** Whole minutes; under one nobody would see it. Both in ms. */
export const minutesWrong = (here: number, there: number): number => Math.floor(Math.abs(here - there) / 60_000)
