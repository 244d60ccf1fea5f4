import type { RpcContract } from '@bookable/kernel';
import { IsIn } from 'class-validator';

/** The services that do work in the background and keep an audit log. */
export const SERVICES = ['auth', 'booking', 'catalog', 'hotel-management', 'notification', 'review', 'url-shortener'] as const;
/** One of them. */
export type ServiceName = (typeof SERVICES)[number];

/** Which service. */
export class ServiceRequest {
  @IsIn(SERVICES)
  service: ServiceName;
}

/** The same call as one service answers it: every service answers all of these, from the platform it stands on. */
export function inService<Request, Reply>(contract: RpcContract<Request, Reply>, service: string): RpcContract<Request, Reply> {
  const [, verb = ''] = contract.topic.split('.');
  return { ...contract, topic: `${service}.${verb}` };
}
