interface Picture {
  readonly svg: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The height of the words over the picture, in pixels. */
const headHeight = 44;

/** The picture as a file of its own: the theme's colours filled in, on the page's background, with its words. */
export function pictureFile(original: SVGSVGElement, title: string, legend: string): Picture {
  const copy = original.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('A copy of a picture is a picture');
  const style = getComputedStyle(document.documentElement);
  const height = Number(original.getAttribute('height')) + headHeight;
  const width = Number(original.getAttribute('width'));
  for (const name of copy.getAttributeNames())
    if (/^(role|tabindex|aria-.*|class|id)$/.test(name)) copy.removeAttribute(name);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 ${String(-headHeight)} ${String(width)} ${String(height)}`);
  copy.setAttribute('height', String(height));
  copy.setAttribute('font-family', 'Inter, system-ui, sans-serif');
  const part = (tag: string, attributes: Record<string, string>, text = '') => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    return element;
  };
  copy.prepend(
    part('title', {}, title),
    part('rect', {
      y: String(-headHeight),
      width: '100%',
      height: '100%',
      fill: 'var(--vesper-palette-background-default)',
    }),
    part(
      'text',
      { x: '8', y: '-26', 'font-size': '13', 'font-weight': '650', fill: 'var(--vesper-palette-text-primary)' },
      title,
    ),
    part('text', { x: '8', y: '-8', 'font-size': '11', fill: 'var(--vesper-palette-text-secondary)' }, legend),
  );
  const svg = new XMLSerializer()
    .serializeToString(copy)
    .replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim());
  return { svg, width, height };
}

/** The same as pixels, twice as fine as the screen's own measure. */
export async function pictureAsPng(svg: string, width: number, height: number): Promise<Blob> {
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
