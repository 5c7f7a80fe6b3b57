/** Puts the light colours on for as long as the page is printed, whatever theme is chosen. @returns what ends it */
export function printInLightTheme(): () => void {
  const html = document.documentElement;
  const medium = window.matchMedia('print');
  let chosen: string | null = null;
  const begin = () => {
    chosen ??= html.getAttribute('data-theme');
    html.setAttribute('data-theme', 'light');
  };
  const end = () => {
    if (chosen !== null) html.setAttribute('data-theme', chosen);
    chosen = null;
  };
  // Not every browser tells of both: a print, and a page that is looked at as it would be printed.
  const onMedium = () => {
    if (medium.matches) begin();
    else end();
  };
  medium.addEventListener('change', onMedium);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  // Who prints as soon as the page is there, began before anybody listened.
  onMedium();
  return () => {
    medium.removeEventListener('change', onMedium);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}
