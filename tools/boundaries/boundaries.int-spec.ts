import { plantedViolations } from './planted-violations';
import { PlantedWorkspace } from './planted-workspace';

describe('the boundaries of the house', () => {
  const workspace = new PlantedWorkspace();
  let linted: ReturnType<PlantedWorkspace['lint']>;

  beforeAll(() => {
    workspace.plant(plantedViolations);
    linted = workspace.lint();
  }, 300_000);

  afterAll(() => workspace.remove());

  it('turns the lint of the whole workspace red', () => {
    expect(linted.status).not.toBe(0);
  });

  it.each(plantedViolations)('$rule', ({ file, complaint }) => {
    expect(linted.complaints.get(file)).toContain(complaint);
  });
});
