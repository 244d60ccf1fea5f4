import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ApplyAdminList } from '../application/apply-admin-list';

/** The list is part of the environment, so it can only have changed at a start. */
@Injectable()
export class ApplyAdminListSchedule implements OnApplicationBootstrap {
  constructor(private readonly applyAdminList: ApplyAdminList) {}

  onApplicationBootstrap(): Promise<void> {
    return this.applyAdminList.execute();
  }
}
