import { coarseNetworkOf } from './coarse-network';

describe('a coarse network', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1234:5678::9', '2001:db8:1234::/48'],
    ['2001:DB8:1234:5678:0:0:0:9%eth0', '2001:db8:1234::/48'],
    ['2001:db8::9', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
  ])('of %s is %s', (address, network) => {
    expect(coarseNetworkOf(address)).toBe(network);
  });

  it.each(['', 'unknown', '1.2.3', '300.1.2.3', 'host.example'])('is not had of %j', (text) => {
    expect(coarseNetworkOf(text)).toBeUndefined();
  });
});
