import { wrapText } from './chart-caption.ts';

interface ChartImage {
  readonly svg: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

export interface ChartImageText {
  /** Over the picture. */
  readonly title: string;
  readonly legend: string;
  /** Below it, each a paragraph of its own. */
  readonly caption: readonly string[];
}

/** The heights of a line of the title and of the other words, and the room left and right of them, in pixels. */
const titleHeight = 18;
const lineHeight = 15;
const aside = 8;
const titleWeight = '650';
const family = 'Inter, system-ui, sans-serif';

/** The picture as a file of its own: the theme's colours filled in, on the page's background, with its words. */
export function chartAsSvg(original: SVGSVGElement, { title, legend, caption }: ChartImageText): ChartImage {
  const copy = original.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('A copy of a picture is a picture');
  const style = getComputedStyle(document.documentElement);
  const drawn = Number(original.getAttribute('height'));
  const width = Number(original.getAttribute('width'));
  const room = width - 2 * aside;
  const fits = fitsWidth(room, '11px');
  const titles = wrapText(title, fitsWidth(room, `${titleWeight} 13px`));
  const legends = wrapText(legend, fits);
  const lines = caption.flatMap((paragraph) => wrapText(paragraph, fits));
  const headHeight = titleHeight * titles.length + lineHeight * legends.length + 11;
  const height = headHeight + drawn + lineHeight * (lines.length + 1);
  for (const name of copy.getAttributeNames())
    if (/^(role|tabindex|aria-.*|class|id)$/.test(name)) copy.removeAttribute(name);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 ${String(-headHeight)} ${String(width)} ${String(height)}`);
  copy.setAttribute('height', String(height));
  copy.setAttribute('font-family', family);
  const element = (tag: string, attributes: Record<string, string>, text = '') => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    return element;
  };
  const small = { x: String(aside), 'font-size': '11', fill: 'var(--vesper-palette-text-secondary)' };
  const large = {
    ...{ x: String(aside), 'font-size': '13', 'font-weight': titleWeight },
    fill: 'var(--vesper-palette-text-primary)',
  };
  const below = (top: number, words: readonly string[]) =>
    words.map((line, i) => element('text', { ...small, y: String(top + lineHeight * (i + 1)) }, line));
  copy.prepend(
    element('title', {}, title),
    element('rect', {
      y: String(-headHeight),
      width: '100%',
      height: '100%',
      fill: 'var(--vesper-palette-background-default)',
    }),
    ...titles.map((line, i) => element('text', { ...large, y: String(titleHeight * (i + 1) - headHeight) }, line)),
    ...below(titleHeight * titles.length - headHeight, legends),
  );
  copy.append(...below(drawn, lines));
  const svg = new XMLSerializer()
    .serializeToString(copy)
    .replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim());
  return { svg, width, height };
}

/** Whether a line is no wider than so many pixels. @param font its size, after its weight */
function fitsWidth(room: number, font: string): (line: string) => boolean {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return () => true;
  context.font = `${font} ${family}`;
  return (line) => context.measureText(line).width <= room;
}

/** The same as pixels, twice as fine as the screen's own measure. */
export async function chartAsPng(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('This browser could not draw the picture. Save it as SVG instead.'));
    }, 'image/png');
  });
}
