import { CreateReview202611211000 } from './202611211000-create-review';
import { KeepEventAudience202611221950 } from './202611221950-keep-event-audience';
import { SealReviews202611221951 } from './202611221951-seal-reviews';
import { ModerateReviews202611221952 } from './202611221952-moderate-reviews';
import { ReviewEvents202611221953 } from './202611221953-review-events';
import { BlockPeople202611221954 } from './202611221954-block-people';
import { KeepSecretsOfPeople202611221955 } from './202611221955-keep-secrets-of-people';

/** The history of this schema; append only. */
export const REVIEW_MIGRATIONS = [
  CreateReview202611211000, KeepEventAudience202611221950, SealReviews202611221951, ModerateReviews202611221952, ReviewEvents202611221953,
  BlockPeople202611221954, KeepSecretsOfPeople202611221955,
];
