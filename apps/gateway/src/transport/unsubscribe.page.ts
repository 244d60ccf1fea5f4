import type { UnsubscriptionView } from '@bookable/contracts-notification';
import type { PageLocale } from './account-page.texts';
import { UNSUBSCRIBE_TEXTS } from './unsubscribe.texts';

const STYLE = 'body { font: 16px/1.5 system-ui, sans-serif; max-width: 28rem; margin: 4rem auto; padding: 0 1rem; } button { font: inherit; padding: 0.5rem 1rem; }';

function page(locale: PageLocale, title: string, body: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${STYLE}</style></head>
<body>
  <h1>${title}</h1>
  ${body}
</body>
</html>
`;
}

/** Asks whether mails are to be declined, or says that they are. The form works without a script, as a click in a mail program does. */
export function unsubscribePage({ locale, name, isStopped }: UnsubscriptionView): string {
  const { title, ask, done, button, settings } = UNSUBSCRIBE_TEXTS[locale];
  const form = `<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>${button}</button></form>`;
  return page(locale, title, `<p>${isStopped ? done : ask} <strong>${name}</strong></p>\n  ${isStopped ? `<p role="status">${settings}</p>` : form}`);
}

/** What a browser shows where a link declines nothing. */
export function unknownUnsubscribePage(locale: PageLocale): string {
  const { unknownTitle, unknown } = UNSUBSCRIBE_TEXTS[locale];
  return page(locale, unknownTitle, `<p>${unknown}</p>`);
}
