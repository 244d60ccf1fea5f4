import { LISTENERS } from '@bookable/contracts-listeners';
import { runService } from '@bookable/platform-runtime';
import { reviewService } from './review.module';

void runService(reviewService, LISTENERS);
