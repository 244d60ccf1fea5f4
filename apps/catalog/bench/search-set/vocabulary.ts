/** Words that titles and descriptions are made of, the most used first; beside them stand the invented names of houses. */
export const ENGLISH_WORDS: readonly string[] = (
  'cozy apartment room home studio city center walk park spacious modern bright quiet private kitchen bedroom bath downtown near stylish charming beautiful ' +
  'view street garden balcony parking family comfortable clean house loft suite historic renovated luxury minutes river university hospital station museum ' +
  'theatre terrace floor lake forest sunny rooftop fireplace piano library bicycle courtyard victorian brownstone gallery workshop harbour castle velvet ' +
  'meeting desk projector whiteboard coworking coffee espresso drill ladder camera tent kayak speaker generator sewing microscope telescope sauna hammock ' +
  'concert screening lecture tasting evening festival vinyl improvisation'
).split(' ');

export const RUSSIAN_WORDS: readonly string[] = (
  'уютная квартира комната студия центр города рядом парк просторная светлая тихая кухня спальня ванная метро вид улица сад балкон парковка семья удобная ' +
  'чистая дом лофт исторический ремонт минуты река университет вокзал музей театр терраса этаж озеро лес солнечная крыша камин пианино библиотека велосипед ' +
  'дворик дворец старинный мастерская галерея набережная крепость переговорная стол проектор доска кофе дрель лестница палатка байдарка колонка генератор ' +
  'швейная микроскоп телескоп баня гамак концерт показ лекция дегустация вечер фестиваль пластинка'
).split(' ');

export const FIRST_NAMES: readonly string[] = (
  'Anna Maria John Sarah David Elena Olga Ivan Пётр Анна Мария Иван Ольга Сергей Наталья Zoë Jürgen Léa Lukas Sofia Emma Noah Liam Mia Karl Ingrid Pavel ' +
  'Дмитрий Екатерина Алексей Ирина Татьяна Михаил Юлия Андрей Chloé Björn Søren Aisha Omar Priya Wei Yuki Hana Mateo Lucía Thiago Inês'
).split(' ');

/** Invented words are put together from these: three or four make a house, two or three a family. */
export const SYLLABLES: readonly string[] = 'ka ro ni ta mel vor sin ba lu dre fo gis ha jun pel qui'.split(' ');
