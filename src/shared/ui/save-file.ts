/** Hands the text to the browser as a file to keep. */
export function saveFile(fileName: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download may read the address after this call returns.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
