/** The generation of docs/sync.md that these pages speak. A server understands its own and the two before it. */
export const protocol = 1
