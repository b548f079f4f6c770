/** Descriptions as people edit them: paragraphs without marks become plain text, anything richer stays HTML. */

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
}

/** `cleanHtml` makes the same HTML of it again. */
export function editableHtml(html: string): string {
  const bare = html.replaceAll(/<\/?p>|<br \/>/g, '')
  // An escaped sign would be read as a mark when it is written plainly.
  if (/<|&lt;/.test(bare)) return html
  return html
    .replaceAll(/<\/p>\s*<p>/g, '\n\n')
    .replaceAll(/<\/?p>/g, '')
    .replaceAll('<br />', '\n')
    .replaceAll(/&(?:amp|gt|quot|nbsp);/g, (entity) => entities[entity] ?? entity)
}
