import { newId } from '@bookable/kernel';
import { OpenedGateway } from './opened-gateway';

describe('The public door', () => {
  let gateway: OpenedGateway;

  beforeAll(async () => {
    gateway = await OpenedGateway.open();
  });

  afterAll(() => gateway.close());

  it('forwards a public read as the bytes that the service wrote', async () => {
    const id = newId();
    const answer = await gateway.call('GET', `/api/users/${id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.text).toBe(`{"id":"${id}","name":"Ann"}`);
  });
});
