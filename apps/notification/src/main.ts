import { LISTENERS } from '@bookable/contracts-listeners';
import { runService } from '@bookable/platform-runtime';
import { notificationService } from './notification.module';

void runService(notificationService, LISTENERS);
