import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';

/** A mail as it came over the wire. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly data: string;
}

/** As much of a mail server (RFC 5321) as it takes to accept mails, and to refuse them as it is told. */
export class SmtpServer {
  readonly mails: ReceivedMail[] = [];
  /** What to reply to `RCPT TO` instead of 250. */
  refuseRecipient?: string;
  /** What to say instead of a greeting. */
  refuseConnection?: string;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SmtpServer> {
    const server = createServer();
    const smtp = new SmtpServer(server);
    server.on('connection', (socket) => smtp.talk(socket));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return smtp;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise((done) => this.server.close(done));
  }

  private talk(socket: Socket): void {
    const say = (line: string) => socket.write(`${line}\r\n`);
    if (this.refuseConnection) return void socket.end(`${this.refuseConnection}\r\n`);
    const mail = { from: '', to: [] as string[] };
    let pending = '';
    let isData = false;
    say('220 ready');
    socket.setEncoding('utf8').on('error', () => socket.destroy());
    socket.on('data', (text: string) => {
      pending += text;
      for (let end = pending.indexOf(isData ? '\r\n.\r\n' : '\r\n'); end >= 0; end = pending.indexOf(isData ? '\r\n.\r\n' : '\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + (isData ? 5 : 2));
        if (isData) this.mails.push({ ...mail, data: line });
        say(isData ? '250 taken' : this.replyTo(line, mail));
        isData = !isData && line.toUpperCase() === 'DATA';
        if (line.toUpperCase() === 'QUIT') socket.end();
      }
    });
  }

  private replyTo(line: string, mail: { from: string; to: string[] }): string {
    const [, from] = /^MAIL FROM:<([^>]*)>/i.exec(line) ?? [];
    const [, to] = /^RCPT TO:<([^>]*)>/i.exec(line) ?? [];
    if (from !== undefined) Object.assign(mail, { from, to: [] });
    if (to !== undefined && this.refuseRecipient) return this.refuseRecipient;
    if (to !== undefined) mail.to.push(to);
    return line.toUpperCase() === 'DATA' ? '354 go on' : '250 fine';
  }
}
