import { runService } from '@bookable/platform-runtime';
import { bookingService } from './booking.module';

void runService(bookingService);
