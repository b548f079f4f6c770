/** Data for search engines. A block of data: nothing in it runs, so the content security policy lets it stand. */

/** Only the server writes it; in the browser nobody reads it. */
export const DataBlock = ({ make }: { make: () => object }) => (
  <script
    type="application/ld+json"
    suppressHydrationWarning
    dangerouslySetInnerHTML={{
      // No `<` may end the block early.
      __html: import.meta.env.SSR ? JSON.stringify(make()).replaceAll('<', '\\u003c') : '',
    }}
  />
)
