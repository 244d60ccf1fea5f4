import { runService } from '@bookable/platform-runtime';
import { reviewService } from './review.module';

void runService(reviewService);
