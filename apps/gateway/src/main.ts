import { LISTENERS } from '@bookable/contracts-listeners';
import { connectBroker, runProcess } from '@bookable/platform-runtime';
import { startGateway } from './gateway.module';

void runProcess({ name: 'gateway', connect: connectBroker(LISTENERS), start: startGateway });
