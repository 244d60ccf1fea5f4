import type { PageLocale } from './account-page.texts';
import { escaped } from './escaped';
import { OPERATIONS_PAGE_TEXTS } from './operations-page.texts';

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
  label { display: block; margin-bottom: 1rem; max-width: 24rem; }
  input { font: inherit; width: 100%; }
  .wide { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; min-width: 40rem; }
  th, td { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ccc; overflow-wrap: break-word; }
  summary { cursor: pointer; padding: .5rem 0; }
  pre { white-space: pre-wrap; }
`;

/** The page of background work: a place to sign in, and all else by its script, which asks the API as any client does. */
export function operationsPage(locale: PageLocale): string {
  const texts = OPERATIONS_PAGE_TEXTS[locale];
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${texts.title}</title><style>${STYLE}</style></head>
<body data-texts="${escaped(JSON.stringify(texts))}">
  <header>
    <h1>${texts.title}</h1>
    <p role="status"></p>
  </header>
  <main>
  <form>
    <label>${texts.email} <input name="email" type="email" autocomplete="username" required></label>
    <label>${texts.password} <input name="password" type="password" autocomplete="current-password" required></label>
    <button>${texts.signIn}</button>
  </form>
  </main>
  <script src="/operations-page.js"></script>
</body>
</html>`;
}
