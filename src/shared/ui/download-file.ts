/** Downloads a file. A text is encoded as UTF-8. */
export function downloadFile(fileName: string, content: string | Blob, type: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download may read the address after this call returns.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
