import { LISTENERS } from '@bookable/contracts-listeners';
import { runService } from '@bookable/platform-runtime';
import { urlShortenerService } from './url-shortener.module';

void runService(urlShortenerService, LISTENERS);
