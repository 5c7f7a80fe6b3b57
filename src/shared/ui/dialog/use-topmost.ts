import { useSyncExternalStore } from 'react';

/**
 * The topmost open dialog, or else the body. While a dialog is open, MUI hides everything else from assistive technology
 * and traps the focus, so a message must be rendered inside it.
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
