import type { SpanFacts } from '@bookable/platform-context';

/** What is said of a span of a call, whatever the adapter. */
export const RPC_FACTS: SpanFacts = { 'rpc.system.name': 'bookable' };
