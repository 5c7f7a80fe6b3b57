/** True on Apple's keyboards, where ⌘ does what Ctrl does elsewhere. */
export const onApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
