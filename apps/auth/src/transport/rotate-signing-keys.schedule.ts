import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron, Interval } from '@nestjs/schedule';
import { RotateSigningKeys } from '../application/rotate-signing-keys';
import { SigningKeyRing } from '../application/signing-key-ring';

const RELOAD_EVERY_MS = 60_000;

/** Sees to it that there is a key to sign with, from before the first request on. */
@Injectable()
export class RotateSigningKeysSchedule implements OnApplicationBootstrap {
  constructor(
    private readonly rotateSigningKeys: RotateSigningKeys,
    private readonly ring: SigningKeyRing,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.rotateSigningKeys.execute();
  }

  @Cron('17 * * * *')
  rotate(): Promise<void> {
    return this.rotateSigningKeys.execute();
  }

  /** The net beneath the event that tells replicas of new keys. */
  @Interval(RELOAD_EVERY_MS)
  reload(): Promise<void> {
    return this.ring.reload();
  }
}
