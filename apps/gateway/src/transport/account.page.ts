import { ACCOUNT_PAGE_TEXTS, type AccountPageName, type PageLocale } from './account-page.texts';

/** The script of the account pages, served from our own origin because the pages may run nothing else. */
export const ACCOUNT_SCRIPT = `
const form = document.querySelector('form');
const said = document.querySelector('[role=status]');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form));
  const token = new URLSearchParams(location.search).get('token');
  form.querySelector('button').disabled = true;
  try {
    const answer = await fetch(form.dataset.route, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token, ...fields }),
    });
    const problem = answer.ok ? undefined : await answer.json();
    said.textContent = answer.ok ? form.dataset.done : answer.status === 410 || answer.status === 400 ? form.dataset.expired : problem.detail;
    form.hidden = answer.ok;
  } catch {
    said.textContent = form.dataset.offline;
  }
  form.querySelector('button').disabled = false;
});
`;

const STYLE = 'body { font: 16px/1.5 system-ui, sans-serif; max-width: 28rem; margin: 4rem auto; padding: 0 1rem; } label { display: block; margin-bottom: 1rem; } input { font: inherit; width: 100%; }';

/** The page a mailed link leads to. Nothing happens until its button is pressed: mail scanners follow links too. */
export function accountPage(name: AccountPageName, locale: PageLocale): string {
  const { title, button, done, expired, offline, passwordLabel } = ACCOUNT_PAGE_TEXTS[locale][name];
  const password = passwordLabel
    ? `<label>${passwordLabel} <input name="password" type="password" autocomplete="new-password" minlength="8" maxlength="128" required></label>`
    : '';
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${STYLE}</style></head>
<body>
  <h1>${title}</h1>
  <form data-route="${ROUTES[name]}" data-done="${done}" data-expired="${expired}" data-offline="${offline}">${password}<button>${button}</button></form>
  <p role="status"></p>
  <script src="/account-page.js"></script>
</body>
</html>`;
}

const ROUTES: Readonly<Record<AccountPageName, string>> = { 'verify-email': '/api/auth/verify-email', 'reset-password': '/api/auth/password/reset' };
