import { runProcess } from '@bookable/platform-runtime';
import { Standalone } from './standalone';

void runProcess(new Standalone());
