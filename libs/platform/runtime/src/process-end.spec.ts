import { EventEmitter } from 'node:events';
import { Logger } from '@bookable/platform-logging';
import { ProcessEnd } from './process-end';

function processWith(drain: () => Promise<void>, boundMs = 5_000) {
  const exits: number[] = [];
  const lines: string[] = [];
  const signals = new EventEmitter();
  const logger = Logger.create({ destination: { write: (line) => void lines.push(line) } });
  const left = new Promise<void>((resolve) => signals.once('left', () => resolve()));
  const exit = (code: number) => {
    exits.push(code);
    signals.emit('left');
  };
  new ProcessEnd({ drain, boundMs, logger, exit }).watch(signals);
  return { signals, exits, lines, left };
}

const never = () => new Promise<void>(() => undefined);

describe('the end of a process', () => {
  it.each(['SIGTERM', 'SIGINT', 'disconnect'])('comes on %s: what runs is finished first, then it exits with 0', async (signal) => {
    let drained = false;
    const { signals, exits, left } = processWith(async () => {
      await new Promise(setImmediate);
      drained = true;
    });
    signals.emit(signal);
    expect(exits).toEqual([]);
    await left;
    expect([drained, exits]).toEqual([true, [0]]);
  });

  it('comes at once when asked a second time', async () => {
    const { signals, exits } = processWith(never);
    signals.emit('SIGTERM');
    signals.emit('SIGINT');
    expect(exits).toEqual([130]);
  });

  it('is forced when what runs does not finish within its bound', async () => {
    const { signals, exits, left } = processWith(never, 10);
    signals.emit('SIGTERM');
    await left;
    expect(exits).toEqual([1]);
  });

  it.each(['uncaughtException', 'unhandledRejection'])('comes on %s, told in the log, with 1 after the drain', async (fault) => {
    let drains = 0;
    const { signals, exits, lines, left } = processWith(async () => void (drains += 1));
    signals.emit(fault, new Error('boom'));
    signals.emit(fault, new Error('and another'));
    await left;
    expect([drains, exits]).toEqual([1, [1]]);
    expect(lines.filter((line) => line.includes('"level":"fatal"'))).toHaveLength(2);
  });

  it('is with 1 when the drain itself fails', async () => {
    const { signals, exits, left } = processWith(() => Promise.reject(new Error('the pool is stuck')));
    signals.emit('SIGTERM');
    await left;
    expect(exits).toEqual([1]);
  });
});
