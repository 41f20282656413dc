// Text that is written in lines and is no table: code, configuration, logs, mark-up, JSON, SQL, Markdown.
// In: lines. Out: whether delimiters in them mean nothing.

/** A line of such a text, as it begins. */
const lineShapes: RegExp[] = [
  // SQL, and the rows of its statements
  /^\s*(?:insert\s+into|insert\s+all|replace\s+into|create\s+(?:table|database|index|unique|or)|alter\s+table|drop\s+table|select\s|update\s+\S+\s+set|delete\s+from|values\s*\(|set\s+\S+\s*=|copy\s+\S+\s*\(|lock\s+tables|grant\s|--\s)/iu,
  /^\s*\(.*\)\s*[,;]?\s*$/u,
  // JSON, mark-up
  /^\s*(?:[{<[]|[}\]],?\s*$|"[^"]{1,80}"\s*:\s)/u,
  // logs
  /^\s*\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?Z?\]?[\s,|:-]+(?:\[|\(?(?:trace|debug|info|notice|warn|warning|error|fatal|critical)\b|\S+ \S+ \S+ \S+)/iu,
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s+\d{1,2}\s\d\d:\d\d:\d\d\s/iu,
  /^\S{1,60} \S{1,40} \S{1,40} \[\d\d\/\w{3}\/\d{4}:/u,
  /^\s*(?:trace|debug|info|notice|warn|warning|error|fatal)\b\s*[:[-]/iu,
  // code and configuration
  /^\s*(?:import|export|from|package|using|#include|#define|function|class|def|return|if|else|for|while|var|let|const|public|private|static|void|int|begin:vcard|end:vcard|dn:)\b.*[\s({;:]/iu,
  /^\s*[\w.$-]{1,60}\s*(?:=|:=|\+=)/u,
  /^\s*[\w.-]{1,60}:\s/u,
  /^\s*(?:\/\/|\/\*|\*\/?\s)/u,
  /(?:\bfunction\s*\(|=>\s*\{|;\s*\}|\}\s*;)/u,
  // Markdown
  /^\s*(?:[-*+]\s|\d{1,3}\.\s|#{1,6}\s|>\s|```)/u,
];

/** A line of this shape makes a Markdown table of all that is around it. */
const markdownRule = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$/u;

/** What a line is shows early; heads are hostile, and patterns may go over the same signs again. */
const longestBeginning = 500;

export function isNoTable(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '').map((line) => line.slice(0, longestBeginning));
  if (filled.slice(0, 40).some((line) => markdownRule.test(line))) return true;
  const strange = filled.filter((line) => lineShapes.some((shape) => shape.test(line))).length;
  return strange > filled.length * 0.3;
}
