import { runProcess } from '@bookable/platform-runtime';
import { Standalone } from '../standalone';
import { ToldClock } from './told-clock';

/** The whole system at the time of a replay: it begins at the instant that is its argument, and is told every later one. */
const clock = new ToldClock(Date.parse(process.argv[2] ?? ''));
process.on('message', ({ nowMs }: { readonly nowMs: number }) => {
  clock.tell(nowMs);
  process.send?.({ nowMs });
});
void runProcess(new Standalone(clock));
