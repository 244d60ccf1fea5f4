import { of, throwError } from 'rxjs';
import type { MessageContext } from '../handlers';
import { ServiceHandlers } from './service-handlers';

const context = {} as MessageContext;

describe('the handlers of a service', () => {
  it('refuse a topic of another service, since its calls would never arrive', () => {
    expect(() => new ServiceHandlers('desk').addCallHandler('shop.open', async () => undefined)).toThrow('calls of that topic go to shop');
  });

  it('refuse a second method for the same calls', () => {
    const handlers = new ServiceHandlers('desk');
    handlers.addCallHandler('desk.ask', async () => undefined);
    expect(() => handlers.addCallHandler('desk.ask', async () => undefined)).toThrow('desk.ask is handled twice.');
  });

  it('answer what an interceptor’s stream ends with, and throw what it throws', async () => {
    const handlers = new ServiceHandlers('desk');
    handlers.addCallHandler('desk.ask', async () => of(1, 2));
    handlers.addCallHandler('desk.fail', async () => throwError(() => new Error('no')));
    await expect(handlers.callHandler('desk.ask')!({}, context)).resolves.toBe(2);
    await expect(handlers.callHandler('desk.fail')!({}, context)).rejects.toThrow('no');
  });
});
