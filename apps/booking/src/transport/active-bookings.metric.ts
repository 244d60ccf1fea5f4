import { Metrics } from '@bookable/platform-health';
import { Injectable } from '@nestjs/common';
import { CountActiveBookings } from '../application/count-active-bookings';

/** Shows Prometheus how many bookings are active. Every replica shows the same number: take the greatest, not the sum. */
@Injectable()
export class ActiveBookingsMetric {
  constructor(metrics: Metrics, count: CountActiveBookings) {
    metrics.watchGauge('active_bookings', 'Bookings that are still to take place or do so now.', ['kind', 'status'], async () =>
      (await count.execute()).map(({ kind, status, count: value }) => ({ labels: [kind, status], value })),
    );
  }
}
