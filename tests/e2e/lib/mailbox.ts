import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server inside the test: it takes everything and shows it. */
export class Mailbox {
  private readonly messages: { to: string; text: string }[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Mailbox> {
    const server = createServer();
    const mailbox = new Mailbox(server);
    server.on('connection', (socket) => mailbox.talk(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The link in the next message to somebody; the message is taken out. */
  async link(to: string): Promise<string> {
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      const index = this.messages.findIndex((message) => message.to === to && /https?:\/\/\S+#\S+/.test(message.text));
      if (index >= 0) {
        const [message] = this.messages.splice(0, index + 1).slice(-1);
        return /https?:\/\/\S+#\S+/.exec(message?.text ?? '')?.[0] ?? '';
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`No message with a link came for ${to}.`);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private talk(socket: Socket): void {
    let pending = '';
    let to = '';
    let body: string[] | null = null;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (line: string) => {
      if (body) {
        if (line === '.') {
          this.messages.push({ to, text: decode(body.join('\n')) });
          body = null;
          say('250 taken');
        } else {
          body.push(line.startsWith('..') ? line.slice(1) : line);
        }
      } else if (/^DATA/i.test(line)) {
        body = [];
        say('354 go on');
      } else {
        to = /^RCPT TO:<(.+)>/i.exec(line)?.[1] ?? to;
        say(/^QUIT/i.test(line) ? '221 bye' : '250 ok');
      }
    };
    socket.on('data', (data) => {
      const lines = (pending + data.toString('latin1')).split('\r\n');
      pending = lines.pop() ?? '';
      lines.forEach(take);
    });
    socket.on('error', () => undefined);
    say('220 test');
  }
}

function decode(message: string): string {
  const end = message.indexOf('\n\n');
  const head = message.slice(0, end);
  const body = message.slice(end + 2);
  if (/quoted-printable/i.test(head)) {
    const bytes = body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  }
  return /base64/i.test(head) ? Buffer.from(body, 'base64').toString('utf8') : body;
}
