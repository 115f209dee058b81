/** Each language in a piece of its own: whoever does not speak it never fetches it. */
export const books = { sw: () => import('./sw'), fr: () => import('./fr'), de: () => import('./de') }
