import { districtNames } from './district-keys';

describe('what a district is called', () => {
  it('is its name in both languages, with and without the word for a district', () => {
    expect(districtNames({ ru: 'район Арбат', en: 'rajon Arbat' })).toEqual(['район Арбат', 'Арбат', 'rajon Arbat', 'Arbat']);
    expect(districtNames({ ru: 'Басманный район', en: 'Basmannyj rajon' })).toEqual(['Басманный район', 'Басманный', 'Basmannyj rajon', 'Basmannyj']);
  });

  it('is its name once where there is one name only', () => {
    expect(districtNames({ ru: 'Kreuzberg', en: 'Kreuzberg' })).toEqual(['Kreuzberg']);
  });
});
