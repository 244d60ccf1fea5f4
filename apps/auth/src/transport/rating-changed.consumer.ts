import { RatingChanged, type RatingFacts } from '@bookable/contracts-review';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { CopyRating } from '../application/copy-rating';

/** Hears what others think of our users. */
@Controller()
export class RatingChangedConsumer {
  constructor(private readonly copyRating: CopyRating) {}

  @Consumes(RatingChanged)
  changed(facts: RatingFacts, context: MessageContext): Promise<void> {
    return this.copyRating.execute(facts, context);
  }
}
