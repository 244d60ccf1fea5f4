import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EnsureOperator } from '../application/ensure-operator';

/** The operator is part of the environment, so they can only have changed at a start. */
@Injectable()
export class EnsureOperatorSchedule implements OnApplicationBootstrap {
  constructor(private readonly ensureOperator: EnsureOperator) {}

  onApplicationBootstrap(): Promise<void> {
    return this.ensureOperator.execute();
  }
}
