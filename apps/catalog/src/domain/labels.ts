/** One word to the eye is one word to the filter: neither blanks around it nor case make another label. */
export function withoutRepeatedLabels(labels: readonly string[]): string[] {
  const seen = new Set<string>();
  return labels
    .map((label) => label.trim().replace(/\s+/gu, ' '))
    .filter((label) => {
      const key = label.toLowerCase();
      return label !== '' && !seen.has(key) && seen.add(key);
    });
}
