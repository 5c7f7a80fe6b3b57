/** Switches to the light theme while the page prints. @returns a function to stop listening */
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
  // Not every browser fires both: print events, and the media query of an emulated print.
  const onMedium = () => {
    if (medium.matches) begin();
    else end();
  };
  medium.addEventListener('change', onMedium);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  // Printing may have begun before this listener was added.
  onMedium();
  return () => {
    medium.removeEventListener('change', onMedium);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}
