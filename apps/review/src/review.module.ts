import { BusModule } from '@bookable/platform-bus';
import { DatabaseModule, type DatabaseOptions, migrateDatabase } from '@bookable/platform-database';
import { OperationsModule } from '@bookable/platform-operations';
import type { Platform, ServiceDefinition } from '@bookable/platform-runtime';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { BlockUser } from './application/block-user';
import { ChangeRating } from './application/change-rating';
import { DeleteReview } from './application/delete-review';
import { EditReview } from './application/edit-review';
import { FindFollows } from './application/find-follows';
import { FindHistory } from './application/find-history';
import { FindModeratedReviews } from './application/find-moderated-reviews';
import { FindReviews } from './application/find-reviews';
import { FindRevisions } from './application/find-revisions';
import { FollowUser } from './application/follow-user';
import { GetRating } from './application/get-rating';
import { ImportRating } from './application/import-rating';
import { KeepEventAudience } from './application/keep-event-audience';
import { KeepPerson } from './application/keep-person';
import { LearnCompletedBooking } from './application/learn-completed-booking';
import { ModerateReview } from './application/moderate-review';
import { PublishReviews } from './application/publish-reviews';
import { ReportReview } from './application/report-review';
import { WriteReview } from './application/write-review';
import { ReviewConfig } from './config';
import { BlockedPersonStore } from './persistence/blocked-person.store';
import { CompletedBookingStore } from './persistence/completed-booking.store';
import { EventAudienceStore } from './persistence/event-audience.store';
import { FollowStore } from './persistence/follow.store';
import { REVIEW_MIGRATIONS } from './persistence/migrations/all-migrations';
import { ModerationStore } from './persistence/moderation.store';
import { PersonStore } from './persistence/person.store';
import { RatingStore } from './persistence/rating.store';
import { ReviewReader } from './persistence/review.reader';
import { ReviewStore } from './persistence/review.store';
import { PERSONAL_TABLES } from './persistence/personal-tables';
import { BookingCompletedConsumer } from './transport/booking-completed.consumer';
import { FollowsRpc } from './transport/follows.rpc';
import { ListingChangedConsumer } from './transport/listing-changed.consumer';
import { ModerationRpc } from './transport/moderation.rpc';
import { PublishDueReviewsSchedule } from './transport/publish-due-reviews.schedule';
import { RatingsRpc } from './transport/ratings.rpc';
import { ReviewsRpc } from './transport/reviews.rpc';
import { UserChangedConsumer } from './transport/user-changed.consumer';

const NAME = 'review';

const USE_CASES = [
  BlockUser, ChangeRating, DeleteReview, EditReview, FindFollows, FindHistory, FindModeratedReviews, FindReviews, FindRevisions, FollowUser, GetRating,
  ImportRating, KeepEventAudience, KeepPerson, LearnCompletedBooking, ModerateReview, PublishReviews, ReportReview, WriteReview,
];
const STORES = [BlockedPersonStore, CompletedBookingStore, EventAudienceStore, FollowStore, ModerationStore, PersonStore, RatingStore, ReviewReader, ReviewStore];

function databaseOf({ databaseUrl, poolSize }: ReviewConfig): DatabaseOptions {
  return { service: NAME, databaseUrl, poolSize, entities: [], migrations: REVIEW_MIGRATIONS };
}

/** Composes the review service: the only file that sees every layer of it. */
@Module({})
export class ReviewModule {
  static register(config: ReviewConfig, { bus }: Platform): DynamicModule {
    return {
      module: ReviewModule,
      imports: [
        BusModule.register(bus),
        DatabaseModule.register(databaseOf(config)),
        OperationsModule.register(NAME, PERSONAL_TABLES),
        ScheduleModule.forRoot(),
      ],
      controllers: [BookingCompletedConsumer, FollowsRpc, ListingChangedConsumer, ModerationRpc, RatingsRpc, ReviewsRpc, UserChangedConsumer],
      providers: [...USE_CASES, ...STORES, PublishDueReviewsSchedule],
    };
  }
}

/** How a process starts this service. */
export const reviewService: ServiceDefinition = {
  name: NAME,
  module: (env, platform) => ReviewModule.register(ReviewConfig.read(env), platform),
  migrate: (env, only) => migrateDatabase(databaseOf(ReviewConfig.read(env)), only),
};
