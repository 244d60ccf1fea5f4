import { ReviewPublished } from '@bookable/contracts-review';
import { type Transaction, Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { completedLongEnough } from '../domain/blind-period';
import { histogramOf } from '../domain/rating';
import { CompletedBookingStore } from '../persistence/completed-booking.store';
import { ReviewStore } from '../persistence/review.store';
import { ChangeRating } from './change-rating';
import { reviewFacts } from './present-review';

const BATCH = 50;

/** Shows the reviews of a booking and counts them. The caller holds the booking's lock. */
@Injectable()
export class PublishReviews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bookings: CompletedBookingStore,
    private readonly reviews: ReviewStore,
    private readonly ratings: ChangeRating,
  ) {}

  async ofBooking(tx: Transaction, bookingId: string): Promise<void> {
    for (const review of await this.reviews.publish(tx, bookingId, this.clock.now())) {
      await this.ratings.add(tx, review.rated, review.subjectId, histogramOf(review.stars, 1));
      tx.publish(ReviewPublished, reviewFacts(review));
    }
  }

  /** Shows one batch of what has waited 14 days for an answer; answers how many bookings it took. */
  async due(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const bookings = await this.bookings.lockThoseDue(tx, completedLongEnough(this.clock.now()), BATCH);
      for (const booking of bookings) await this.ofBooking(tx, booking.bookingId);
      return bookings.length;
    });
  }
}
