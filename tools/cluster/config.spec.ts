import { ClusterConfig } from './config';

describe('the members of a cluster', () => {
  it('are every service and the gateway, each a process with a health door of its own', () => {
    const { members } = ClusterConfig.read({ PORT: '4000' });
    expect(members.map(({ name }) => name)).toEqual(['auth', 'catalog', 'booking', 'notification', 'url-shortener', 'review', 'hotel-management', 'gateway']);
    expect(new Set(members.map(({ port }) => port)).size).toBe(members.length);
    expect(members.at(-1)).toMatchObject({ port: 4000, portVariable: 'PORT' });
    expect(members[0]).toMatchObject({ port: 4100, portVariable: 'HEALTH_PORT' });
  });

  it('may be several of one service, or none', () => {
    const { members } = ClusterConfig.read({ REPLICAS_BOOKING: '3', REPLICAS_URL_SHORTENER: '0', REPLICAS_GATEWAY: '2' });
    const names = members.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['booking', 'booking-2', 'booking-3', 'gateway', 'gateway-2']));
    expect(names).not.toContain('url-shortener');
    expect(new Set(members.map(({ port }) => port)).size).toBe(members.length);
  });

  it('are refused where their number makes no sense', () => {
    expect(() => ClusterConfig.read({ REPLICAS_AUTH: 'many' })).toThrow('REPLICAS_AUTH must be a whole number');
  });
});
