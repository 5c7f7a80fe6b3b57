/** True on Apple platforms, where ⌘ replaces Ctrl. */
export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
