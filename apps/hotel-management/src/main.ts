import { LISTENERS } from '@bookable/contracts-listeners';
import { runService } from '@bookable/platform-runtime';
import { hotelManagementService } from './hotel-management.module';

void runService(hotelManagementService, LISTENERS);
