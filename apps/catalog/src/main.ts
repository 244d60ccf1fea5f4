import { runService } from '@bookable/platform-runtime';
import { catalogService } from './catalog.module';

void runService(catalogService);
