import type { RecordClicksRequest } from '@bookable/contracts-url-shortener';
import { Injectable } from '@nestjs/common';
import { isbot } from 'isbot';
import { countClicks, countCountries } from '../domain/click-count';
import { ClickStore } from '../persistence/click.store';

/** Counts a batch of clicks, once however often it is sent. */
@Injectable()
export class RecordClicks {
  constructor(private readonly clicks: ClickStore) {}

  execute({ batchId, clicks }: RecordClicksRequest): Promise<void> {
    return this.clicks.add(batchId, countClicks(clicks, isbot), countCountries(clicks, isbot));
  }
}
