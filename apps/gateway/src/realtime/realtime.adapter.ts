import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';

type ServerOptions = NonNullable<Parameters<IoAdapter['createIOServer']>[1]>;
type Server = ReturnType<IoAdapter['createIOServer']>;

/** Nothing a client may say on a socket is longer than a chat message. */
const MESSAGE_BYTES_AT_MOST = 64 * 1024;
const CONNECT_WITHIN_MS = 10_000;

/** Opens Socket.IO on the HTTP server that everything else is served by. */
export class RealtimeAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly origins: ReadonlySet<string>,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const limits = { maxHttpBufferSize: MESSAGE_BYTES_AT_MOST, connectTimeout: CONNECT_WITHIN_MS, serveClient: false };
    const doors = { path: '/socket.io', cors: { origin: [...this.origins], credentials: true }, allowRequest: this.allowRequest };
    return super.createIOServer(port, { ...options, ...limits, ...doors } as ServerOptions);
  }

  /**
   * Ends the sockets and nothing else. Socket.IO would close the HTTP server with them and wait for its last connection,
   * before the door has told anybody that it is closing.
   */
  override async close(server: Server): Promise<void> {
    server.disconnectSockets(true);
    server.engine.close();
  }

  /** A page says where it is from and cannot lie about it; programs say nothing, and bring a token like everybody. */
  private readonly allowRequest: ServerOptions['allowRequest'] = (request: IncomingMessage, decide: (error: null, isAllowed: boolean) => void) => {
    const { origin, host } = request.headers;
    const isOwn = origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
    decide(null, origin === undefined || isOwn || this.origins.has(origin));
  };
}

