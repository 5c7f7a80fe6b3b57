/** A number with what it counts: `1 device`, `1,186 devices`. @param plural for words that take more than an *s* */
export const countOf = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`;
