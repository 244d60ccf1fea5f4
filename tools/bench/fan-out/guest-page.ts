import { type Socket, io } from 'socket.io-client';

interface Told {
  readonly id: string;
  readonly type: string;
  readonly createdAt: string;
}

/** A guest's open page: which notifications of a type it hears of, how often, and how long after they were made. */
export class GuestPage {
  readonly delaysMs: number[] = [];
  private readonly heard = new Map<string, number>();

  private constructor(
    private readonly socket: Socket,
    type: string,
    onHeard: () => void,
  ) {
    socket.on('notification', (told: Told) => {
      if (told.type !== type) return;
      this.heard.set(told.id, (this.heard.get(told.id) ?? 0) + 1);
      this.delaysMs.push(Date.now() - Date.parse(told.createdAt));
      onHeard();
    });
  }

  static async open(url: string, token: string, type: string, onHeard: () => void): Promise<GuestPage> {
    const socket = io(url, { path: '/socket.io', transports: ['websocket'], auth: { token }, reconnection: false, forceNew: true });
    const page = new GuestPage(socket, type, onHeard);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return page;
  }

  get isOpen(): boolean {
    return this.socket.connected;
  }

  get count(): number {
    return this.heard.size;
  }

  /** How often something was heard again. */
  get repeats(): number {
    return [...this.heard.values()].reduce((sum, times) => sum + times - 1, 0);
  }

  close(): void {
    this.socket.close();
  }
}
