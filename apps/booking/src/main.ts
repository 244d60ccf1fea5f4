import { LISTENERS } from '@bookable/contracts-listeners';
import { runService } from '@bookable/platform-runtime';
import { bookingService } from './booking.module';

void runService(bookingService, LISTENERS);
