import { AvailabilityChanged, type AvailabilityFacts } from '@bookable/contracts-booking';
import { Consumes } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { KeepCopies } from '../application/keep-copies';

@Controller()
export class AvailabilityChangedConsumer {
  constructor(private readonly keepCopies: KeepCopies) {}

  @Consumes(AvailabilityChanged)
  changed(facts: AvailabilityFacts) {
    return this.keepCopies.availability(facts);
  }
}
