import { TYPE_DEFAULTS } from '../domain/notification-types';
import { type Content, TEMPLATES, renderMail, renderNotice } from './render';
import type { TemplateId } from './wording';

const content: Content = {
  offerSubject: 'Две ночи, two nights', offerText: 'Two nights for one',
  before: 'yesterday',
  listingTitle: 'Loft <b>"North"</b> & more', guestName: 'Ann', hostName: 'Bob', actorName: 'Cem', when: 'tomorrow', total: '€125.00', message: 'First line\nSecond line',
  reason: 'Repairs', quantity: '2', proposedWhen: 'Sunday', proposedQuantity: '3', proposedTotal: '€20', answerBy: 'noon',
  respondBy: 'noon', validUntil: 'noon', at: 'noon', device: 'Firefox', aboutListing: true, authorName: 'Ann', stars: '5', text: 'Good',
  followerName: 'Ann', wasOffered: true, searchName: 'By the sea', first: 'Loft', isOne: true, count: '1', listed: 'Loft · Riga', unlisted: null,
  calendarName: 'Airbnb', lastReadAt: 'noon', from: 'noon', to: 'midnight', hotelName: 'Hotel Astoria', roomNumber: '101', roomTypeTitle: 'Standard', endsAt: 'noon', isAfterCheckOut: true, isAfterTwoDays: false, note: 'Coffee', changes: 'title, place', place: 'The blue room',
};
const link = 'https://bookable.example/s/abc';
const mail = (template: TemplateId, locale: 'en' | 'ru', differences: Content = {}) =>
  renderMail({ template, locale, content: { ...content, ...differences }, link, isMandatory: false });

describe.each(['en', 'ru'] as const)('a mail in %s', (locale) => {
  it.each(TEMPLATES)('has words for %s', (template) => {
    const { subject, text, html } = mail(template, locale);
    expect(subject).not.toBe('');
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|\}\}|undefined|null|\[object/);
    expect(text).toContain(link);
    expect(html).toContain(`href="${link}"`);
    expect(html).toContain(`lang="${locale}"`);
  });

  it('is in the language of its reader', () => {
    const { subject, text } = mail('booking-requested', locale);
    expect(/[а-я]/i.test(subject + text)).toBe(locale === 'ru');
  });
});

describe('a mail', () => {
  it('shows what people wrote as they wrote it, and runs none of it', () => {
    const { subject, text, html } = mail('booking-requested', 'en');
    expect(subject).toContain('Loft <b>"North"</b> & more');
    expect(text).toContain('Loft <b>"North"</b> & more');
    expect(html).not.toContain('<b>');
    expect(html).toContain('Loft &lt;b&gt;&quot;North&quot;&lt;/b&gt; &amp; more');
  });

  it('takes nothing people wrote for a template', () => {
    const { html, text } = mail('booking-requested', 'en', { listingTitle: '{{total}} {{constructor}}' });
    expect(text).toContain('{{total}} {{constructor}}');
    expect(html).toContain('{{total}} {{constructor}}');
  });

  it('keeps its subject in one line', () => {
    expect(mail('booking-requested', 'en', { listingTitle: 'Loft\r\nBcc: all@example.com' }).subject).toBe('Booking request: Loft Bcc: all@example.com');
  });

  it('carries its link in HTML as it is, though not as markup', () => {
    const { html } = renderMail({ template: 'password-reset', locale: 'en', content, link: `https://bookable.example/reset?token=a"b<c>'d&e=f`, isMandatory: true });
    expect(html).toContain('href="https://bookable.example/reset?token=a%22b%3Cc%3E%27d&amp;e=f"');
  });

  it('leaves out what was not said', () => {
    expect(mail('booking-rejected', 'en', { reason: null }).text).not.toContain('Reason');
    expect(mail('booking-rejected', 'en').text).toContain('Reason: Repairs');
  });

  it('is refused where a fact is missing, rather than sent with a hole', () => {
    expect(() => renderMail({ template: 'booking-requested', locale: 'en', content: {}, link, isMandatory: false })).toThrow();
  });

  it('greets nobody by name before the address is known to be theirs', () => {
    for (const template of ['email-verification', 'password-reset'] as const) expect(mail(template, 'en').text).not.toMatch(/Ann|Bob/);
  });
});

describe('a notification in the app', () => {
  it.each(Object.keys(TYPE_DEFAULTS) as TemplateId[])('has a title and a sentence for %s', (type) => {
    for (const locale of ['en', 'ru'] as const) {
      const { title, text } = renderNotice(type, locale, content);
      expect(title).not.toBe('');
      expect(text).not.toMatch(/\{\{|undefined|null/);
    }
  });
});
