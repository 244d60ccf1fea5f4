/** Words that say that something is a district, and that people leave out when they look for it. */
const DISTRICT_WORDS = /^(район|муниципальный округ|округ|поселение|городской округ|rajon|raion|district|okrug)\s+|\s+(район|округ|rajon|raion|district)$/giu;

/** Everything a district is called, in full and without the word for what it is. */
export function districtNames({ en, ru }: { readonly en: string; readonly ru: string }): string[] {
  const names = [ru, en].flatMap((name) => [name, name.replace(DISTRICT_WORDS, '').trim()]);
  return [...new Set(names.filter((name) => name !== ''))];
}
