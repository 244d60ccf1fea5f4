import { pickHeaders } from './picked-headers';

describe('the headers that a redirect looks at', () => {
  it('are found whatever their capitals, among others', () => {
    const raw = ['Host', 'localhost', 'USER-AGENT', 'curl/8', 'X-Request-ID', 'a-request-1', 'Accept', '*/*', 'referer', 'https://news.example/', 'Accept-language', 'en-GB'];
    expect(pickHeaders(raw)).toEqual({ requestId: 'a-request-1', userAgent: 'curl/8', referrer: 'https://news.example/', language: 'en-GB' });
  });

  it('are absent where they were not sent, also beside names as long as theirs', () => {
    expect(pickHeaders(['upgrade', 'x', 'connection', 'close', 'content-type', 'text/html'])).toEqual({ requestId: undefined, userAgent: undefined, referrer: undefined, language: undefined });
  });

  it('count the first time they come', () => {
    expect(pickHeaders(['Referer', 'https://one.example/', 'referer', 'https://two.example/']).referrer).toBe('https://one.example/');
  });
});
