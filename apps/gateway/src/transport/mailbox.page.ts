import type { FindKeptMailsRequest, KeptMailView } from '@bookable/contracts-notification';
import type { Page } from '@bookable/kernel';
import { escaped } from './escaped';

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
  details { border-top: 1px solid #ccc; padding: .75rem 0; }
  summary { cursor: pointer; }
  time, .to { color: #555; }
  iframe { width: 100%; height: 24rem; border: 1px solid #ccc; }
`;

/** A mail's own HTML is shown in a frame that may run nothing and reach nothing. */
function mailPart({ to, subject, html, sentAt }: KeptMailView): string {
  return `<details>
    <summary><strong>${escaped(subject)}</strong> <span class="to">${escaped(to)}</span> <time datetime="${sentAt}">${sentAt}</time></summary>
    <iframe sandbox="allow-popups" title="${escaped(subject)}" srcdoc="${escaped(html)}"></iframe>
  </details>`;
}

/** The kept mails as a page to read, newest first. */
export function mailboxPage({ to }: FindKeptMailsRequest, { items, nextCursor }: Page<KeptMailView>): string {
  const more = new URLSearchParams({ ...(to === undefined ? {} : { to }), cursor: nextCursor ?? '' });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox</title><style>${STYLE}</style></head>
<body>
  <h1>Mailbox</h1>
  <form><label>To <input name="to" type="email" value="${escaped(to ?? '')}"></label> <button>Show</button></form>
  ${items.map(mailPart).join('\n') || '<p>No mail.</p>'}
  ${nextCursor === null ? '' : `<p><a href="?${escaped(more.toString())}">Older</a></p>`}
</body>
</html>`;
}
