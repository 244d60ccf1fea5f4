import { Injectable } from '@nestjs/common';

/** Tells whoever sends that there is something new to send, so that it need not wait for the next look. */
@Injectable()
export class DeliveryBell {
  private listener: () => void = () => undefined;

  /** There is one listener in a process. */
  onRing(listener: () => void): void {
    this.listener = listener;
  }

  ring(): void {
    this.listener();
  }
}
