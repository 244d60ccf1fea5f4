export { Clock, SystemClock } from './clock';
export { connectBroker } from './connect-broker';
export { operatorEnvironment, type OperatorFile, operatorFileIn, operatorIsKept } from './kept-operator';
export { PlatformModule } from './platform.module';
export { type ProcessDefinition, runProcess } from './run-process';
export { runService } from './run-service';
export { type Platform, type RunningService, type ServiceDefinition, platformOf } from './service-definition';
export { type StartOptions, startService } from './start-service';
export { whenItAnswers } from './patience';
