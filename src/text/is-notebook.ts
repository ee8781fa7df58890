/** Whether a file is a notebook of Jupyter, whose pages are strings in JSON. */
export function isNotebook(path: string): boolean {
  return path.endsWith('.ipynb');
}
