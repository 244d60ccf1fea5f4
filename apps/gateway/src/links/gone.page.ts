const TEXTS = {
  en: { title: 'This link is gone', text: 'It has expired, or whoever made it has taken it back.' },
  ru: { title: 'Ссылка больше не работает', text: 'Её срок истёк, или её удалил тот, кто её создал.' },
} as const;

/** What a browser shows in the place of a link whose time is over, in the first language of its reader that we can write in. */
export function gonePage(acceptLanguage = ''): string {
  const wished = acceptLanguage.split(',').map((language) => language.trim().slice(0, 2).toLowerCase());
  const locale = wished.find((language) => language === 'ru' || language === 'en') === 'ru' ? 'ru' : 'en';
  const { title, text } = TEXTS[locale];
  return `<!DOCTYPE html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="/">Bookable</a></p></main></body>
</html>
`;
}
