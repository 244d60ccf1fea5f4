import { DomainError, NotFound, Unavailable } from '@bookable/kernel';
import { asRefusal, connectionIsLost } from './database-fault';

const fault = (code: string, message = 'text of PostgreSQL'): Error => Object.assign(new Error(message), { code });

describe('a database fault', () => {
  it.each(['08006', '53300', '53100', '57P01', '57P03', '57014', '25006', '25P03', '40001', '40P01', '55P03', 'ECONNREFUSED', 'ECONNRESET'])(
    'that may pass becomes a refusal for now: %s',
    (code) => {
      const refusal = asRefusal(fault(code)) as DomainError;
      expect(refusal).toBeInstanceOf(DomainError);
      expect(refusal.problem).toBe(Unavailable);
      expect(refusal.facts.retryAfterSeconds).toBeGreaterThan(0);
      expect(JSON.stringify([refusal.message, refusal.detail, refusal.facts])).not.toContain('PostgreSQL');
      expect(refusal.cause).toBeInstanceOf(Error);
    },
  );

  it.each(['timeout exceeded when trying to connect', 'Connection terminated unexpectedly', 'Connection terminated due to connection timeout'])(
    'is known by its words where the driver gives it no code: %s',
    (message) => expect(asRefusal(new Error(message))).toMatchObject({ problem: Unavailable }),
  );

  it.each(['23505', '23503', '42P01', '22P02', '22021'])('that is our own stays what it is: %s', (code) => {
    const error = fault(code);
    expect(asRefusal(error)).toBe(error);
  });

  it('leaves refusals and whatever else is thrown alone', () => {
    const refusal = new DomainError(NotFound);
    expect(asRefusal(refusal)).toBe(refusal);
    expect(asRefusal('text')).toBe('text');
  });

  it('costs the connection only where that is broken', () => {
    expect(['57P01', '08006', '25006', '25P03', 'ECONNRESET'].map((code) => connectionIsLost(fault(code)))).toEqual([true, true, true, true, true]);
    expect(['57014', '40001', '55P03', '23505', '53100'].map((code) => connectionIsLost(fault(code)))).toEqual([false, false, false, false, false]);
    expect(connectionIsLost(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(connectionIsLost(new DomainError(NotFound))).toBe(false);
  });
});
