import type { Metrics } from '@bookable/platform-health';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Region, regionOfCountry, regionOfLanguages } from './region';

/** Counts requests by the part of the world they come from: no address, no country, nothing about a person is kept. */
export class RequestRegions {
  private readonly countRequest: (region: Region) => void;

  /** `countryHeader` is the one in which a trusted proxy tells the country; empty where none does. */
  constructor(
    metrics: Metrics,
    private readonly countryHeader: string,
  ) {
    this.countRequest = metrics.counter('http_requests_by_region_total', 'Requests by the part of the world they come from, as far as it is told.', 'region');
  }

  /** Counts whatever is asked of the API; what operators ask comes from nowhere. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, _reply, done) => {
      if (request.url.startsWith('/api/')) this.countRequest(this.regionOf(request));
      done();
    });
  }

  private regionOf(request: FastifyRequest): Region {
    const told = this.countryHeader === '' ? undefined : request.headers[this.countryHeader];
    // Of two addresses the nearer one is a proxy that we trust; anybody else may write whatever header they like.
    const isTrusted = (request.ips?.length ?? 0) > 1;
    if (isTrusted && typeof told === 'string') return regionOfCountry(told);
    return regionOfLanguages(request.headers['accept-language']);
  }
}
