import { type Socket, io } from 'socket.io-client';
import { eventually } from './eventually';
import type { Person } from './person';

/** What a person's open page hears. */
export class OpenPage {
  private readonly heard: { readonly event: string; readonly payload: unknown }[] = [];

  private constructor(readonly socket: Socket) {
    socket.onAny((event: string, payload: unknown) => this.heard.push({ event, payload }));
  }

  static async of(url: string, person: Person): Promise<OpenPage> {
    const socket = io(url, { path: '/socket.io', transports: ['websocket'], auth: { token: person.token }, reconnection: true });
    const page = new OpenPage(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return page;
  }

  /** Waits for something to be heard, or answers it at once if it was. */
  hears<Payload>(event: string, matches: (payload: Payload) => boolean): Promise<Payload> {
    const find = async () => this.heard.find((one) => one.event === event && matches(one.payload as Payload))?.payload as Payload | undefined;
    return eventually(`a page hears "${event}"`, find);
  }

  count(event: string): number {
    return this.heard.filter((one) => one.event === event).length;
  }

  close(): void {
    this.socket.close();
  }
}
