import type { Locale } from '../src/domain/person';
import { TEMPLATES, type RenderedMail, renderDigest, renderMail, renderNotice } from '../src/templates/render';
import { SAMPLE_CONTENT } from './sample-content';

const LINK = 'https://bookable.example/s/x7kQ2mPd';
const UNSUBSCRIBE_URL = 'https://bookable.example/unsubscribe/x7kQ2mPd';
const IN_A_DIGEST = ['booking-requested', 'review-published', 'booking-reminder-day'] as const;
const MANDATORY = new Set<string>(['email-verification', 'password-reset', 'password-changed', 'session-reuse']);

/** A page that shows every mail of one language as its reader sees it. */
export function mailGallery(locale: Locale): string {
  const mails = [...TEMPLATES.map((template) => [template, sampleOf(template, locale)] as const), ['digest', digestIn(locale)] as const];
  const figures = mails.map(([name, { html }]) => `<figure><figcaption>${name}</figcaption><iframe loading="eager" srcdoc="${quoted(html)}"></iframe></figure>`);
  return `<!DOCTYPE html>
<html lang="${locale}">
<meta charset="utf-8">
<title>Mails of Bookable (${locale})</title>
<style>
  body { margin: 16px; font: 13px system-ui, sans-serif; display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); }
  figure { margin: 0; } figcaption { margin-bottom: 4px; font-family: monospace; }
  iframe { width: 100%; height: 600px; border: 1px solid #d0d4dc; border-radius: 6px; }
</style>
${figures.join('\n')}
</html>
`;
}

function sampleOf(template: (typeof TEMPLATES)[number], locale: Locale): RenderedMail {
  const isMandatory = MANDATORY.has(template);
  return renderMail({ template, locale, content: SAMPLE_CONTENT[locale], link: LINK, isMandatory, ...(!isMandatory && { unsubscribeUrl: UNSUBSCRIBE_URL }) });
}

function digestIn(locale: Locale): RenderedMail {
  const items = IN_A_DIGEST.map((template) => ({ ...renderNotice(template, locale, SAMPLE_CONTENT[locale]), link: LINK }));
  return renderDigest({ locale, items, link: LINK, unsubscribeUrl: UNSUBSCRIBE_URL });
}

function quoted(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
