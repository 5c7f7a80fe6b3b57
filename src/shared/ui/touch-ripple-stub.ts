/**
 * Replaces the ripple of MUI's buttons at build time and saves 2.1 KB gzip of the first load. It never renders: the theme
 * sets `disableRipple` of `MuiButtonBase`.
 */
const TouchRipple = (): null => null;
export default TouchRipple;
