import { Socket } from 'node:net';

const BOUND_MS = 500;

/** Whether somebody on this machine accepts connections on a port. */
export function answersOn(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new Socket();
    const end = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(BOUND_MS, () => end(false)).once('error', () => end(false)).connect(port, '127.0.0.1', () => end(true));
  });
}
