import { OpenedGateway } from './opened-gateway';

describe('Where requests come from', () => {
  const counted = async (env: Record<string, string>, headers: Record<string, string>): Promise<string[]> => {
    const gateway = await OpenedGateway.open(env);
    try {
      await gateway.call('GET', '/api/auth/me', { headers });
      const { text } = await gateway.call('GET', '/metrics');
      return text.split('\n').filter((line) => line.startsWith('bookable_http_requests_by_region_total'));
    } finally {
      await gateway.close();
    }
  };
  const from = (region: string) => [`bookable_http_requests_by_region_total{service="gateway",region="${region}"} 1`];
  const told = { 'x-country': 'BR', 'x-forwarded-for': '203.0.113.7', 'accept-language': 'de-AT' };

  it('is the country that a trusted proxy tells, as part of the world and no finer', async () => {
    expect(await counted({ COUNTRY_HEADER: 'X-Country', TRUST_PROXY: '127.0.0.0/8' }, told)).toEqual(from('south-america'));
  });

  it('is the region of the first language where nobody is trusted to tell, and unknown without one', async () => {
    expect(await counted({ COUNTRY_HEADER: 'X-Country' }, told)).toEqual(from('europe'));
    expect(await counted({ TRUST_PROXY: '127.0.0.0/8' }, told)).toEqual(from('europe'));
    expect(await counted({ COUNTRY_HEADER: 'X-Country', TRUST_PROXY: '10.0.0.0/8' }, told)).toEqual(from('europe'));
    expect(await counted({}, { 'accept-language': 'en' })).toEqual(from('unknown'));
  });
});
