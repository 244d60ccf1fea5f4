import { LISTENERS } from '@bookable/contracts-listeners';
import { runService } from '@bookable/platform-runtime';
import { authService } from './auth.module';

void runService(authService, LISTENERS);
