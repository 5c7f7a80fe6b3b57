import { useSyncExternalStore } from 'react';

/**
 * The element that lies on top and can be reached: the topmost open dialog, or else the page. What is put there is neither
 * hidden from assistive technology nor out of reach of the keyboard while a dialog is open.
 */
export function useTopmost(watching: boolean): HTMLElement {
  return useSyncExternalStore(watching ? watchBody : watchNothing, topmost);
}

const topmost = (): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('.MuiDialog-container')].at(-1) ?? document.body;

function watchBody(changed: () => void) {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { childList: true });
  return () => {
    observer.disconnect();
  };
}

const watchNothing = () => () => undefined;
