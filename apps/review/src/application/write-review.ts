import { AlreadyReviewed, NotAnEvent, NotCompleted, NotYoursToReview, type ReviewView, type WriteReviewRequest } from '@bookable/contracts-review';
import { DomainError, NotFound, Unauthenticated, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { type Transaction, Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { reviewsAreShown } from '../domain/blind-period';
import { sealOf } from '../domain/review-seal';
import { type CompletedBooking, SUBJECT_RULES, bookingHasSubject, isPartyOf } from '../domain/review-subject';
import { CompletedBookingStore } from '../persistence/completed-booking.store';
import { type NewReview, ReviewStore } from '../persistence/review.store';
import { LearnCompletedBooking } from './learn-completed-booking';
import { newSalt } from './new-salt';
import { presentReview } from './present-review';
import { PublishReviews } from './publish-reviews';

/** A party of a completed booking writes of the listing, the host or the guest; shown once both sides have written. */
@Injectable()
export class WriteReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bookings: CompletedBookingStore,
    private readonly reviews: ReviewStore,
    private readonly publishReviews: PublishReviews,
    private readonly learnCompletedBooking: LearnCompletedBooking,
  ) {}

  async execute(request: WriteReviewRequest, context: MessageContext): Promise<ReviewView> {
    const authorId = context.actor?.userId;
    if (!authorId) throw new DomainError(Unauthenticated);
    await this.refuseWhatIsNotCompleted(request.bookingId, authorId);
    return this.database.command(context, request, async (tx) => {
      const booking = await this.reviewableBooking(tx, request.bookingId, authorId);
      const review = this.draft(request, booking);
      if (review.authorId !== authorId) throw new DomainError(NotYoursToReview);
      if (!bookingHasSubject(booking, request.subject)) throw new DomainError(NotAnEvent);
      if (!(await this.reviews.add(tx, review))) throw new DomainError(AlreadyReviewed);

      const written = await this.reviews.subjectsWritten(tx, booking.bookingId);
      if (reviewsAreShown(written, booking.completedAt, this.clock.now())) await this.publishReviews.ofBooking(tx, booking.bookingId);
      return presentReview((await this.reviews.find(tx, review.id))!);
    });
  }

  /** What is written, by whom it may be, sealed. */
  private draft({ subject, stars, text }: WriteReviewRequest, booking: CompletedBooking): NewReview {
    const { bookingId } = booking;
    const { author, rated, subjectId, aboutUserId } = SUBJECT_RULES[subject];
    const seal = sealOf({ bookingId, subject, stars, text }, newSalt());
    const people = { authorId: author(booking), aboutUserId: aboutUserId(booking) };
    return { id: newId(), bookingId, subject, rated, subjectId: subjectId(booking), ...people, stars, text, ...seal, createdAt: this.clock.now() };
  }

  /** Booking is asked before the transaction begins, and only where its event has not come yet. */
  private async refuseWhatIsNotCompleted(bookingId: string, authorId: string): Promise<void> {
    const facts = await this.learnCompletedBooking.onMiss(bookingId);
    if (!facts || facts.status === 'completed') return;
    if (facts.renterId !== authorId && facts.ownerId !== authorId) throw new DomainError(NotFound);
    throw new DomainError(NotCompleted, `This booking is ${facts.status}.`, { present: facts.status });
  }

  private async reviewableBooking(tx: Transaction, bookingId: string, authorId: string): Promise<CompletedBooking> {
    const booking = await this.bookings.lock(tx, bookingId);
    if (!booking || !isPartyOf(booking, authorId)) throw new DomainError(NotFound);
    return booking;
  }
}
