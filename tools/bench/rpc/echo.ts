import { defineQuery } from '@bookable/kernel';

export const BENCH_NAMESPACE = 'bookable-bench';
export const RAW_QUEUE = 'bookable-bench.raw';

/** About what a request of ours carries. */
export const QUESTION = { listingId: '019a0000-0000-7000-8000-000000000000', from: '2027-01-01', to: '2027-01-05', quantity: 1, message: 'We come by train.' };

class EchoRequest {
  listingId: string;
}

/** Answers what it was asked. */
export const Echo = defineQuery<EchoRequest, EchoRequest>({ topic: 'bench.echo', request: EchoRequest, reply: EchoRequest });
