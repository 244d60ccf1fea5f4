import { CreateReview202611211000 } from './202611211000-create-review';
import { KeepEventAudience202611221950 } from './202611221950-keep-event-audience';

/** The history of this schema; append only. */
export const REVIEW_MIGRATIONS = [CreateReview202611211000, KeepEventAudience202611221950];
