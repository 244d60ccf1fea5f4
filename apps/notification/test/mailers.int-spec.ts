import { newId } from '@bookable/kernel';
import { SendGridMailer } from '../src/clients/send-grid-mailer';
import { SmtpMailer } from '../src/clients/smtp-mailer';
import type { Mail } from '../src/domain/mail';
import { API_KEY, type Behaviour, SendGridServer } from './send-grid-server';
import { SmtpServer } from './smtp-server';

const from = { address: 'no-reply@bookable.example', name: 'Bookable' };
const aMail = (differences: Partial<Mail> = {}): Mail => ({
  id: newId(), to: { address: 'ann@mail.example', name: 'Ann, "the" guest' }, subject: 'Тема 🏠', text: 'Plain text', html: '<p>Text</p>', ...differences,
});

describe('the SendGrid mailer', () => {
  let server: SendGridServer;
  let mailer: SendGridMailer;
  beforeAll(async () => {
    server = await SendGridServer.start();
    mailer = new SendGridMailer({ apiKey: API_KEY, baseUrl: server.url, from, timeoutMs: 500 });
  });
  afterAll(() => server.stop());
  const behave = (behaviour: Behaviour) => (server.behave = () => behaviour);

  it('sends what SendGrid describes, to one person, and lets nobody count clicks', async () => {
    behave({ status: 202 });
    const mail = aMail();
    expect(await mailer.send(mail)).toEqual({ kind: 'sent', providerId: expect.stringMatching(/^sg-/) });
    expect(server.faults).toEqual([]);
    expect(server.messages.at(-1)).toMatchObject({
      personalizations: [{ to: [{ email: 'ann@mail.example', name: 'Ann, "the" guest' }], custom_args: { deliveryId: mail.id } }],
      from: { email: from.address, name: from.name },
      subject: 'Тема 🏠',
      content: [{ type: 'text/plain', value: 'Plain text' }, { type: 'text/html', value: '<p>Text</p>' }],
      headers: { 'Message-ID': `<${mail.id}@bookable.example>` },
      tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
    });
  });

  it('says where mails like it are declined, where they can be', async () => {
    behave({ status: 202 });
    await mailer.send(aMail({ unsubscribeUrl: 'https://bookable.example/unsubscribe/abc' }));
    expect(server.faults).toEqual([]);
    expect(server.messages.at(-1)!.headers).toMatchObject({ 'List-Unsubscribe': '<https://bookable.example/unsubscribe/abc>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
    await mailer.send(aMail());
    expect(Object.keys(server.messages.at(-1)!.headers)).toEqual(['Message-ID']);
  });

  it.each([400, 413])('takes %d for the end', async (status) => {
    behave({ status });
    expect(await mailer.send(aMail())).toEqual({ kind: 'refused', reason: `SendGrid answered ${status}: Status ${status} it is.` });
  });

  it.each([401, 403, 429, 500, 502, 503])('takes %d for something that passes', async (status) => {
    behave({ status });
    expect(await mailer.send(aMail())).toMatchObject({ kind: 'later', fault: 'provider', reason: `SendGrid answered ${status}: Status ${status} it is.` });
  });

  it('is refused with a wrong key, and the mail waits for the right one', async () => {
    const stranger = new SendGridMailer({ apiKey: 'SG.another-key', baseUrl: server.url, from });
    expect(await stranger.send(aMail())).toMatchObject({ kind: 'later', fault: 'provider' });
  });

  it('waits as long as it is asked to', async () => {
    behave({ status: 429, headers: { 'retry-after': '7' } });
    expect(await mailer.send(aMail())).toMatchObject({ kind: 'later', retryAfterMs: 7_000 });
  });

  it.each(['silence', 'reset', 'garbage'] as const)('takes %s for something that passes', async (behaviour) => {
    behave(behaviour);
    expect(await mailer.send(aMail())).toMatchObject({ kind: 'later', fault: 'provider' });
  });

  it('takes a server that is not there for something that passes', async () => {
    const lost = new SendGridMailer({ apiKey: API_KEY, baseUrl: 'http://127.0.0.1:9', from });
    expect(await lost.send(aMail())).toMatchObject({ kind: 'later', fault: 'provider' });
  });
});

describe('the SMTP mailer', () => {
  let server: SmtpServer;
  let mailer: SmtpMailer;
  beforeEach(async () => {
    server = await SmtpServer.start();
    mailer = new SmtpMailer({ url: server.url, from, timeoutMs: 1_000 });
  });
  afterEach(async () => {
    mailer.close();
    await server.stop();
  });

  it('sends text and HTML to one person', async () => {
    const mail = aMail();
    expect(await mailer.send(mail)).toMatchObject({ kind: 'sent' });
    expect(server.mails).toMatchObject([{ from: from.address, to: ['ann@mail.example'] }]);
    const { data } = server.mails[0]!;
    expect(data).toContain(`Message-ID: <${mail.id}@bookable.example>`);
    expect(data).toMatch(/Content-Type: text\/plain/);
    expect(data).toMatch(/Content-Type: text\/html/);
  });

  it('says where mails like it are declined', async () => {
    await mailer.send(aMail({ unsubscribeUrl: 'https://bookable.example/unsubscribe/abc' }));
    expect(server.mails[0]!.data).toContain('List-Unsubscribe: <https://bookable.example/unsubscribe/abc>\r\n');
    expect(server.mails[0]!.data).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  });

  it('lets nobody smuggle in a header or a recipient', async () => {
    await mailer.send(aMail({ subject: 'Hi\r\nBcc: evil@mail.example', to: { address: 'ann@mail.example', name: 'Ann\r\nBcc: evil@mail.example' } }));
    expect(server.mails[0]!.to).toEqual(['ann@mail.example']);
    expect(server.mails[0]!.data.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
  });

  it('takes a mailbox that is not there for the end', async () => {
    server.refuseRecipient = '550 no such user';
    expect(await mailer.send(aMail())).toMatchObject({ kind: 'refused', reason: expect.stringContaining('550') });
  });

  it('tries a mailbox that is full again', async () => {
    server.refuseRecipient = '452 mailbox full';
    expect(await mailer.send(aMail())).toMatchObject({ kind: 'later', fault: 'message' });
  });

  it('takes a server that has no time, or is not there, for something that passes', async () => {
    server.refuseConnection = '421 too busy';
    expect(await mailer.send(aMail())).toMatchObject({ kind: 'later', fault: 'provider' });
    const lost = new SmtpMailer({ url: 'smtp://127.0.0.1:9', from });
    expect(await lost.send(aMail())).toMatchObject({ kind: 'later', fault: 'provider' });
    lost.close();
  });
});
