import { Bell } from './bell';

describe('a bell', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const sleeper = (bell: Bell, timeoutMs = 1_000) => {
    const state = { isAwake: false };
    void bell.wait(timeoutMs).then(() => (state.isAwake = true));
    return state;
  };

  it('wakes at once after a quiet time', async () => {
    const bell = new Bell(2);
    const { ...before } = sleeper(bell);
    expect(before.isAwake).toBe(false);
    const state = sleeper(bell);
    bell.ring();
    await jest.advanceTimersByTimeAsync(0);
    expect(state.isAwake).toBe(true);
  });

  it('folds rings that come close together into one, after the linger', async () => {
    const bell = new Bell(2);
    const first = sleeper(bell);
    bell.ring();
    await jest.advanceTimersByTimeAsync(0);
    expect(first.isAwake).toBe(true);
    const second = sleeper(bell);
    bell.ring();
    bell.ring();
    await jest.advanceTimersByTimeAsync(1);
    expect(second.isAwake).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(second.isAwake).toBe(true);
    const third = sleeper(bell);
    await jest.advanceTimersByTimeAsync(500);
    expect(third.isAwake).toBe(false);
  });

  it('is heard by who goes to sleep only afterwards', async () => {
    const bell = new Bell(2);
    bell.ring();
    const state = sleeper(bell);
    await jest.advanceTimersByTimeAsync(0);
    expect(state.isAwake).toBe(true);
  });

  it('wakes by itself after the time told', async () => {
    const state = sleeper(new Bell(2), 50);
    await jest.advanceTimersByTimeAsync(50);
    expect(state.isAwake).toBe(true);
  });
});
