import { randomUUID } from 'node:crypto';
import type { BookingFacts } from '@bookable/contracts-booking';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { type ServiceDatabase, StandingClock, aContext, aContextOf, anActor, startServiceDatabase } from '@bookable/platform-testing';
import { ChangeRating } from '../src/application/change-rating';
import { DeleteReview } from '../src/application/delete-review';
import { EditReview } from '../src/application/edit-review';
import { FindHistory } from '../src/application/find-history';
import { FindModeratedReviews } from '../src/application/find-moderated-reviews';
import { FindReviews } from '../src/application/find-reviews';
import { FindRevisions } from '../src/application/find-revisions';
import { GetRating } from '../src/application/get-rating';
import { ImportRating } from '../src/application/import-rating';
import { LearnCompletedBooking } from '../src/application/learn-completed-booking';
import { ModerateReview } from '../src/application/moderate-review';
import { PublishReviews } from '../src/application/publish-reviews';
import { WriteReview } from '../src/application/write-review';
import { KeepEventAudience } from '../src/application/keep-event-audience';
import { FollowStore } from '../src/persistence/follow.store';
import { EventAudienceStore } from '../src/persistence/event-audience.store';
import { ReportReview } from '../src/application/report-review';
import { CompletedBookingStore } from '../src/persistence/completed-booking.store';
import { REVIEW_MIGRATIONS } from '../src/persistence/migrations/all-migrations';
import { ModerationStore } from '../src/persistence/moderation.store';
import { RatingStore } from '../src/persistence/rating.store';
import { ReviewReader } from '../src/persistence/review.reader';
import { ReviewStore } from '../src/persistence/review.store';

/** The booking service's answers, as far as a test has put bookings there. */
export class BookingDouble extends Bus {
  readonly bookings = new Map<string, BookingFacts>();

  override request<Request, Reply>(_contract: object, request: Request): Promise<Reply> {
    const facts = this.bookings.get((request as { bookingId: string }).bookingId);
    return facts ? Promise.resolve(facts as Reply) : Promise.reject(new DomainError(NotFound));
  }

  override forward(): Promise<Buffer> {
    return Promise.reject(new DomainError(NotFound));
  }
}

export type Stay = Pick<BookingFacts, 'id' | 'listingId' | 'renterId' | 'ownerId' | 'kind' | 'status' | 'updatedAt'>;

/** Every use case of reviews on a fresh database. */
export class ReviewDesk {
  readonly clock = new StandingClock('2026-11-21T12:00:00Z');
  readonly booking = new BookingDouble();
  readonly write: WriteReview;
  readonly edit: EditReview;
  readonly delete: DeleteReview;
  readonly find: FindReviews;
  readonly rating: GetRating;
  readonly importRating: ImportRating;
  readonly report: ReportReview;
  readonly moderate: ModerateReview;
  readonly moderated: FindModeratedReviews;
  readonly revisions: FindRevisions;
  readonly history: FindHistory;
  readonly keepAudience: KeepEventAudience;
  readonly follows = new FollowStore();
  readonly publish: PublishReviews;
  readonly learn: LearnCompletedBooking;

  private constructor(readonly postgres: ServiceDatabase) {
    const { database } = postgres;
    const [bookings, reviews, reader, moderation] = [new CompletedBookingStore(), new ReviewStore(), new ReviewReader(), new ModerationStore()];
    const [ratingStore, audiences] = [new RatingStore(), new EventAudienceStore()];
    const ratings = new ChangeRating(ratingStore);
    this.learn = new LearnCompletedBooking(database, this.booking, bookings);
    this.publish = new PublishReviews(database, this.clock, bookings, reviews, ratings);
    this.write = new WriteReview(database, this.clock, bookings, reviews, this.publish, this.learn);
    this.edit = new EditReview(database, this.clock, reviews, ratings);
    this.delete = new DeleteReview(database, this.clock, reviews, ratings);
    this.find = new FindReviews(database, reader);
    this.rating = new GetRating(database, ratingStore, audiences);
    this.report = new ReportReview(database, this.clock, reviews, moderation);
    this.moderate = new ModerateReview(database, this.clock, reviews, moderation, ratings);
    this.moderated = new FindModeratedReviews(database, moderation);
    this.revisions = new FindRevisions(database, reviews, reader);
    this.history = new FindHistory(database, reader);
    this.keepAudience = new KeepEventAudience(database, audiences);
    this.importRating = new ImportRating(database, ratingStore, ratings);
  }

  static async open(): Promise<ReviewDesk> {
    return new ReviewDesk(await startServiceDatabase({ service: 'review', entities: [], migrations: REVIEW_MIGRATIONS }));
  }

  /** A stay that booking knows of, and review does not yet. */
  aStay(differences: Partial<Stay> = {}): Stay {
    const stay: Stay = { id: newId(), listingId: newId(), renterId: newId(), ownerId: newId(), kind: 'apartment', status: 'completed', updatedAt: this.clock.now().toISOString(), ...differences };
    this.booking.bookings.set(stay.id, stay as BookingFacts);
    return stay;
  }

  as(userId: string) {
    return aContextOf(anActor({ userId }));
  }

  nobody() {
    return aContext({ requestId: randomUUID() });
  }
}
