/**
 * Fills `{name}` placeholders; a placeholder without a value stays, so a rule's mistake is visible. A value that goes
 * over several lines of its file is told on one.
 */
export function formatMessage(
  template: string,
  data: Readonly<Record<string, string | number>> | undefined,
): string {
  if (data === undefined) return template;
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(data, name) ? onOneLine(String(data[name])) : placeholder,
  );
}

function onOneLine(value: string): string {
  return /[\r\n]/.test(value) ? value.replace(/\s+/g, ' ').trim() : value;
}
