import { defineEvent } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsBoolean } from 'class-validator';

/** What one replica of the gateway says of the people connected to it. Only replicas of the gateway listen. */
export class PresenceFacts {
  @IsId()
  replicaId: string;

  @IsId({ each: true })
  arrived: string[];

  @IsId({ each: true })
  left: string[];

  /** Whether `arrived` names everybody who is connected to the replica. */
  @IsBoolean()
  isWhole: boolean;

  /** Whether the replica is new and wants to hear of the others' people. */
  @IsBoolean()
  isNew: boolean;
}

export const PresenceChanged = defineEvent<PresenceFacts>({
  topic: 'gateway.presence.changed',
  payload: PresenceFacts,
  aggregateId: (facts) => facts.replicaId,
});
