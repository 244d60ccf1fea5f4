import { CLOSED_CIRCUIT, type Circuit, afterFailure, triesAllowed } from './circuit';

const failing = (times: number, nowMs = 0): Circuit => Array.from({ length: times }).reduce<Circuit>((circuit) => afterFailure(circuit, nowMs), CLOSED_CIRCUIT);

describe('the patience with somebody outside', () => {
  it('is untouched by a few failures', () => {
    expect(triesAllowed(failing(4), 16, 0)).toBe(16);
  });

  it('ends after five in a row: they are left alone for a while', () => {
    expect(triesAllowed(failing(5), 16, 0)).toBe(0);
    expect(triesAllowed(failing(5), 16, 4_999)).toBe(0);
  });

  it('sends one call ahead when the while is over', () => {
    expect(triesAllowed(failing(5), 16, 5_000)).toBe(1);
  });

  it('gets shorter with every probe that fails, not with every call that failed beside another', () => {
    const opened = failing(16);
    expect(opened.openUntilMs).toBe(5_000);
    expect(afterFailure(opened, 5_000).openUntilMs).toBe(15_000);
    const longAgo = Array.from({ length: 20 }).reduce<Circuit>((circuit) => afterFailure(circuit, circuit.openUntilMs), opened);
    expect(afterFailure(longAgo, longAgo.openUntilMs).openUntilMs - longAgo.openUntilMs).toBe(60_000);
  });

  it('grants the rest they ask for, within a minute', () => {
    expect(afterFailure(failing(4), 0, 30_000).openUntilMs).toBe(30_000);
    expect(afterFailure(failing(5), 0, 3_600_000).openUntilMs).toBe(60_000);
  });
});
