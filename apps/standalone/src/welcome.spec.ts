import { StandaloneConfig } from './config';
import { welcomeText } from './welcome';

describe('what a person is told at the start', () => {
  it('is where the system answers, where mail can be read, who plays in the demo, and where the operator is written', () => {
    const text = welcomeText(StandaloneConfig.read({ PORT: '4567' }), { demoPassword: 'a password', operatorFile: '/data/operator.json' });
    for (const words of ['http://localhost:4567/api/docs', 'http://localhost:4567/dev/mailbox', 'hanna@demo.example', 'a password', '/data/operator.json']) expect(text).toContain(words);
  });

  it('names no account where there is no demo, and no mailbox where mail is sent', () => {
    const text = welcomeText(StandaloneConfig.read({ PUBLIC_URL: 'https://book.example', SMTP_URL: 'smtp://mail.example' }));
    expect(text).toContain('https://book.example/api/docs');
    expect(text).not.toMatch(/demo\.example|mailbox/);
  });

  it('makes nothing up in production', () => {
    const config = StandaloneConfig.read({ NODE_ENV: 'production' });
    expect([config.isDemo, config.keepsMail]).toEqual([false, false]);
  });
});
