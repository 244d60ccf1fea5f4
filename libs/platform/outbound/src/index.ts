export { OutboundFault, type OutboundFaultWord } from './outbound-fault';
export { type OutboundAnswer, type OutboundDelivery, OutboundFetcher, type OutboundOptions, type OutboundRequest } from './outbound-fetcher';
export { type AddressRules, readAddress } from './read-address';
export type { Resolve } from './guarded-connector';
