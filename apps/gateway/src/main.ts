import { connectBroker, runProcess } from '@bookable/platform-runtime';
import { startGateway } from './gateway.module';

void runProcess({ name: 'gateway', connect: connectBroker, start: startGateway, hasHealthDoor: false });
