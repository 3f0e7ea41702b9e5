//! Byte offsets to lines and columns. Columns count UTF-16 units, as Java's strings and editors do.

/// The lines of one file, prepared so that a look-up costs the same in a file of one long line.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// How many UTF-16 units stand before byte `i * STEP`.
    units: Vec<usize>,
}

const STEP: usize = 256;

fn units(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .map(|b| usize::from(b & 0xc0 != 0x80) + usize::from(*b >= 0xf0))
        .sum()
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Lines<'a> {
        let newlines = text
            .bytes()
            .enumerate()
            .filter(|(_, b)| *b == b'\n')
            .map(|(i, _)| i + 1);
        let mut sum = 0;
        let mut table = vec![0];
        for chunk in text.as_bytes().chunks(STEP) {
            sum += units(chunk);
            table.push(sum);
        }
        Lines {
            text,
            starts: std::iter::once(0).chain(newlines).collect(),
            units: table,
        }
    }

    fn units_before(&self, byte: usize) -> usize {
        let block = byte / STEP;
        self.units[block] + units(&self.text.as_bytes()[block * STEP..byte])
    }

    /// Line and column of a byte, both from 1.
    pub fn place(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= byte) - 1;
        (
            line + 1,
            self.units_before(byte) - self.units_before(self.starts[line]) + 1,
        )
    }

    /// The line of `start` and under it carets up to `end`, or to the line's end.
    pub fn snippet(&self, start: usize, end: usize) -> String {
        let start = start.min(self.text.len());
        let line = self.starts.partition_point(|s| *s <= start) - 1;
        let from = self.starts[line];
        let to = self.starts.get(line + 1).map_or(self.text.len(), |next| next - 1);
        let whole = self.text[from..to].trim_end_matches('\r');
        // The parser counts some spans in bytes where it means a character: half of one cannot be cut out.
        let mark = floor_boundary(whole, whole.len().min(start - from));
        let mark_end =
            ceiling_boundary(whole, whole.len().min(end.max(start) - from)).max(mark);
        let (left, right) = (window_start(whole, mark), window_end(whole, mark));
        let mut source = String::from(if left > 0 { "…" } else { "" });
        let mut carets = String::from(if left > 0 { " " } else { "" });
        source.push_str(&whole[left..right]);
        if right < whole.len() {
            source.push('…');
        }
        carets.extend(
            whole[left..mark]
                .chars()
                .map(|c| if c == '\t' { '\t' } else { ' ' }),
        );
        let marked = whole[mark..mark_end.clamp(mark, right)].chars().count().max(1);
        carets.extend(std::iter::repeat_n('^', marked));
        format!("{source}\n{carets}")
    }
}

/// A line is shown whole up to about this many bytes; of a longer one the part around the mark is shown.
const WINDOW: usize = 160;

fn window_start(line: &str, mark: usize) -> usize {
    if line.len() <= WINDOW {
        return 0;
    }
    floor_boundary(line, mark.saturating_sub(WINDOW / 2))
}

fn window_end(line: &str, mark: usize) -> usize {
    if line.len() <= WINDOW {
        return line.len();
    }
    floor_boundary(line, line.len().min(mark + WINDOW / 2)).max(mark)
}

fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

fn ceiling_boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|i| text.is_char_boundary(*i)).unwrap_or(text.len())
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn a_span_that_ends_inside_a_character_marks_all_of_it() {
        let lines = Lines::new("// \u{202e}x");
        assert_eq!(lines.snippet(3, 4), "// \u{202e}x\n   ^");
        assert_eq!(lines.snippet(4, 5), "// \u{202e}x\n   ^");
    }

    #[test]
    fn columns_count_utf16_units() {
        let lines = Lines::new("a\nß😀x\r\n");
        assert_eq!(lines.place(0), (1, 1));
        assert_eq!(lines.place(2), (2, 1));
        assert_eq!(lines.place(4), (2, 2));
        assert_eq!(lines.place(8), (2, 4));
        assert_eq!(lines.place(11), (3, 1));
        assert_eq!(lines.place(99), (3, 1));
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let text = format!("{}x{}", "é".repeat(300), "b".repeat(300));
        let lines = Lines::new(&text);
        assert_eq!(lines.place(600), (1, 301));
        let expected = format!("…{}x{}…\n {}^", "é".repeat(40), "b".repeat(79), " ".repeat(40));
        assert_eq!(lines.snippet(600, 601), expected);
    }

    #[test]
    fn tabs_stay_under_tabs_and_the_mark_ends_with_its_line() {
        assert_eq!(Lines::new("\tfoo bar\nx").snippet(5, 10), "\tfoo bar\n\t    ^^^");
        assert_eq!(Lines::new("ab").snippet(2, 2), "ab\n  ^");
    }
}
