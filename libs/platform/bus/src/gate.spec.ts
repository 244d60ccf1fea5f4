import { Gate } from './gate';

describe('a gate', () => {
  it('never lets more pass at once than it has room for, and all of them in the end', async () => {
    const gate = new Gate(3);
    let within = 0;
    let most = 0;
    const done: number[] = [];
    const visit = (visitor: number): Promise<void> =>
      gate.pass(async () => {
        most = Math.max(most, ++within);
        await new Promise(setImmediate);
        within -= 1;
        done.push(visitor);
      });
    await Promise.all(Array.from({ length: 20 }, (_, visitor) => visit(visitor)));
    expect(most).toBe(3);
    expect(done).toEqual(Array.from({ length: 20 }, (_, visitor) => visitor));
  });

  it('makes room again where the work fails', async () => {
    const gate = new Gate(1);
    await expect(gate.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(gate.pass(() => Promise.resolve('in'))).resolves.toBe('in');
  });
});
