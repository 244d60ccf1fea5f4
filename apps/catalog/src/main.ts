import { LISTENERS } from '@bookable/contracts-listeners';
import { runService } from '@bookable/platform-runtime';
import { catalogService } from './catalog.module';

void runService(catalogService, LISTENERS);
