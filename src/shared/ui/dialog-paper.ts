/** The paper of a dialog of its own width, in pixels; on a phone it leaves the page a narrow edge. Goes with `maxWidth={false}`. */
export const dialogPaper = (width: number) =>
  ({ paper: { sx: { width, m: { xs: 2, sm: 8 }, maxWidth: 'calc(100% - 16px)' } } }) as const;
