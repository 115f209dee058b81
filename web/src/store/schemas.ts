/** The version of each command's shape that this client records, where it is not the first. Written by ./do approve. */
export const schemas: Readonly<Record<string, number>> = {}
